import { LISTS } from "replywright/lexicon/wishes"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"
import { isLanguage, LANGUAGES, type Language } from "./languages.ts"
import { onceEach } from "./memo/text-memory.ts"

/** One thing that the agent wants changed in a draft. `part` holds the agent's own words for it. */
export type Wish =
  | { kind: PlainWish | "unknown"; part: string }
  | { kind: "leave-out" | "mention" | "offer"; part: string; thing: string }
  | { kind: "language"; part: string; language: Language }

const PLAIN_WISHES = ["longer", "shorter", "first-name", "informal", "formal", "apologise"] as const
export type PlainWish = (typeof PLAIN_WISHES)[number] | "no-apology" | "no-first-name" | "no-greeting"

/**
 * Reads what the agent wrote under "Say what to change", in the language of the ticket or in English. Lines, commas,
 * full stops and words such as "and" separate wishes. A part that can't be read is "unknown".
 */
export function readWishes(text: string | undefined, language: string | null): Wish[] {
  const known = language === "en" || !isLanguage(language) ? ["en" as const] : [language, "en" as const]
  const lists = known.map(wordsOf)
  const wishes: Wish[] = []
  for (const line of (text ?? "").slice(0, LONGEST).split(ENDS)) {
    let before: Wish | undefined
    for (const part of partsOf(line, lists)) {
      const read = lists.map((words) => wishOf(part, words)).find((wish) => wish !== undefined)
      before = read ?? goneOn(before, part) ?? { kind: "unknown", part }
      wishes.push(before)
    }
  }
  return wishes.slice(0, MOST)
}

/**
 * Finds the parts of a text that are nothing but a wish in one of the languages, such as "shorter" or "in German". They
 * hold no names, though a finder of names may take a word that stands alone for one.
 */
export function plainWishSpans(text: string): { start: number; end: number }[] {
  const all = LANGUAGES.map(wordsOf)
  return [...text.matchAll(PIECE)].flatMap(({ index, 0: piece }) =>
    piece.length <= MAX_PLAIN && all.some((words) => isPlain(piece.trim(), words))
      ? [{ start: index, end: index + piece.length }]
      : []
  )
}

function isPlain(piece: string, words: WishWords): boolean {
  const part = piece.replace(words.please, "").trim()
  if ([...words.plain.values()].some(({ whole }) => whole.test(part))) return true
  return words.language.some((pattern) => languageNamed(thingOf(pattern, part), words.own) !== undefined)
}

const PIECE = /[^\n,;.!?。、，；！？]+/gu
const MAX_PLAIN = 60
const LONGEST = 4000
const MOST = 24
/** What ends a wish for certain. A comma or a full stop inside a number doesn't. */
const ENDS = /\n+|[;；。]|[.!?！？]+(?=\s|$)|,(?!\d)|[、，]/u

function partsOf(line: string, lists: WishWords[]): string[] {
  return lists
    .reduce((parts, { and }) => parts.flatMap((part) => part.split(and)), [line])
    .map((part) => lists.reduce((rest, { please }) => rest.replace(please, ""), part.trim()).trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}

/** "No refund and voucher": what follows belongs to the wish before it. */
function goneOn(before: Wish | undefined, part: string): Wish | undefined {
  return before?.kind === "leave-out" || before?.kind === "mention" || before?.kind === "offer"
    ? { kind: before.kind, part, thing: part }
    : undefined
}

function wishOf(part: string, words: WishWords): Wish | undefined {
  const left = words.leaveOut.map((pattern) => thingOf(pattern, part)).find((thing) => thing !== undefined)
  if (left !== undefined) return withoutOf(part, left, words)
  const offer = words.offer.map((pattern) => thingOf(pattern, part)).find((thing) => thing !== undefined)
  if (offer !== undefined) return { kind: "offer", part, thing: offer }
  const named = words.mention.map((pattern) => thingOf(pattern, part)).find((thing) => thing !== undefined)
  if (named !== undefined) {
    const isApology = words.plain.get("apologise")?.whole.test(named)
    return isApology ? { kind: "apologise", part } : { kind: "mention", part, thing: named }
  }
  const plain = PLAIN_WISHES.find((kind) => words.plain.get(kind)?.anywhere.test(part))
  if (plain) return { kind: plain, part }
  const language = words.language
    .map((pattern) => languageNamed(thingOf(pattern, part), words.own))
    .find((code) => code !== undefined)
  return language && { kind: "language", part, language }
}

/** "No apology" and "no greeting" are about what no page says. */
function withoutOf(part: string, thing: string, words: WishWords): Wish {
  if (words.plain.get("apologise")?.whole.test(thing)) return { kind: "no-apology", part }
  if (words.plain.get("first-name")?.whole.test(thing)) return { kind: "no-first-name", part }
  if (words.greeting.test(thing)) return { kind: "no-greeting", part }
  return { kind: "leave-out", part, thing }
}

function thingOf(pattern: RegExp, part: string): string | undefined {
  return pattern
    .exec(part)
    ?.slice(1)
    .find((group) => group !== undefined)
    ?.trim()
}

/** Returns the language that is called so in the language of the wish, or in itself. */
function languageNamed(name: string | undefined, language: Language): Language | undefined {
  if (name === undefined) return undefined
  const same = (other: string | undefined) => other?.toLowerCase() === name.toLowerCase()
  return LANGUAGES.find((code) => same(nameOf(code, language)) || same(nameOf(code, code)))
}

const nameOf = (code: Language, language: Language) =>
  new Intl.DisplayNames([language], { type: "language", fallback: "none" }).of(code)

interface WishWords {
  own: Language
  and: RegExp
  please: RegExp
  leaveOut: RegExp[]
  mention: RegExp[]
  offer: RegExp[]
  language: RegExp[]
  greeting: RegExp
  plain: ReadonlyMap<PlainWish, { anywhere: RegExp; whole: RegExp }>
}

const wordsOf = onceEach((language: Language): WishWords => {
  const isSpaced = language !== "ja"
  const entries = (list: string) => optionalEntriesOf(LISTS, language, list) ?? ["(?!)"]
  const [before, after] = isSpaced ? ["(?<!\\p{L})", "(?!\\p{L})"] : ["", ""]
  const anywhere = (list: string) => new RegExp(`${before}(?:${entries(list).join("|")})${after}`, "iu")
  const whole = (list: string) => new RegExp(`^(?:${entries(list).join("|")})$`, "iu")
  const each = (list: string) => entries(list).map((entry) => new RegExp(`^(?:${entry})$`, "iu"))
  return {
    own: language,
    and: anywhere("and"),
    please: new RegExp(
      `^(?:(?:${entries("please").join("|")})${after}[\\s:]*)+|(?:\\s*${before}${entries("please")[0]})+$`,
      "iu"
    ),
    leaveOut: each("leave-out"),
    mention: each("mention"),
    offer: each("offer"),
    language: each("language"),
    greeting: whole("greeting"),
    plain: new Map(PLAIN_WISHES.map((kind) => [kind, { anywhere: anywhere(kind), whole: whole(kind) }]))
  }
})
