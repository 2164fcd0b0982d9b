import { LISTS } from "replywright/lexicon/checks"
import { entriesOf, patternsOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES, type Language } from "../../text/languages.ts"
import { evidenceIn, substanceIn } from "./order-evidence.ts"
import { sourceOf, whole, withoutQuestions } from "./order-patterns.ts"
import { GatedPattern } from "../../text/patterns/gated-pattern.ts"
import { once, onceEach } from "../../text/memo/text-memory.ts"

/**
 * Returns where neighbouring sentences of a text give an order by their structure, and where it ends: whoever writes
 * the answer is addressed and is to tell something, the answer has to contain something, the customer is to be told, or
 * the reader gets a role with rules. The words of each class are lists. It takes linear time.
 * @param own the text without what its writer quotes from elsewhere, at the same length
 */
export function structuredOrderIn(text: string, own: string): { start: number; end: number } | undefined {
  const field = own.search(fields())
  if (field >= 0) return { start: field, end: `${own}\n`.indexOf("\n", field + 1) }
  for (const { start, end, languages } of suspectStretches(text)) {
    const order = orderIn(text.slice(start, end), own.slice(start, end), languages)
    if (order) return { start: start + order.start, end: start + order.end }
  }
  return undefined
}

function orderIn(
  stretch: string,
  own: string,
  languages: ReadonlySet<Language>
): { start: number; end: number } | undefined {
  const asked = withoutQuestions(stretch)
  const askedOwn = withoutQuestions(own)
  for (const language of LANGUAGES.filter((each) => languages.has(each))) {
    const start = orderOf(asked, askedOwn, classes(language))
    if (start >= 0) return { start, end: start + reachOf(stretch.slice(start)) }
  }
  return undefined
}

/** Returns where an order begins, or -1. */
function orderOf(stretch: string, own: string, classes: Classes): number {
  const { replies, customers, roles, rules } = classes
  const reply = own.search(replies)
  if (reply >= 0) return reply
  const customer = own.search(customers)
  if (customer >= 0 && substanceIn(own.slice(customer)) > 0) return customer
  const role = roles.exec(own)
  if (role && rules.test(own.slice(role.index + role[0].length))) return role.index
  return addressedOrder(stretch, own, classes)
}

/** Returns where whoever writes the answer is addressed before an act, or -1. */
function addressedOrder(stretch: string, own: string, { addresses, owner, machine, acts, deeds }: Classes): number {
  const spoken = [...own.matchAll(addresses)].filter(([address]) => !owner.test(address) && !unmeant().test(address))
  if (spoken.length === 0) return -1
  const actsAt = placesOf(stretch, acts)
  const deedsAt = placesOf(stretch, deeds)
  for (const { index, 0: address } of spoken) {
    const after = index + address.length
    const reach = after + reachOf(stretch.slice(after))
    if (evidenceIn(stretch.slice(after)) < (machine.test(address) ? 2 : 3)) continue
    const isFollowed = (places: number[]) => places.some((at) => at >= after && at < reach)
    if (isFollowed(actsAt)) return index
    if (isFollowed(deedsAt) && machine.test(stretch.slice(index, after + 30))) return index
  }
  return -1
}

const placesOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(({ index }) => index)

/** Returns how far an order reaches that begins a text: over its sentence and the next, or over several short lines. */
const reachOf = (text: string): number =>
  Math.max(TWO_SENTENCES.exec(text)?.[0].length ?? 0, Math.min(SHORT, text.length))
const TWO_SENTENCES = /^[^.!?。！？\n]{0,400}(?:[.!?。！？\n]{1,3}[^.!?。！？\n]{0,400})?/
const SHORT = 160

const unmeant = once((): RegExp => new GatedPattern(sourceOf("unmeant"), "iu"))

interface Classes {
  /** How whoever or whatever writes the answer is addressed. */
  addresses: RegExp
  /** A machine that is somebody's is spoken of. */
  owner: RegExp
  /** What can only mean a machine that answers. */
  machine: RegExp
  acts: RegExp
  /** Other acts than telling, which count if the address names such a machine. */
  deeds: RegExp
  replies: RegExp
  customers: RegExp
  roles: RegExp
  rules: RegExp
}

/** The classes of all languages. */
const classes = onceEach(
  (language: Language): Classes => ({
    addresses: listed(language, "order-addresses", "giu"),
    owner: listed(language, "machine-owners"),
    machine: listed(language, "machines"),
    acts: listed(language, "order-acts", "giu"),
    deeds: listed(language, "order-deeds", "giu"),
    replies: listed(language, "order-replies"),
    customers: listed(language, "order-customers", "imu"),
    roles: listed(language, "order-roles"),
    rules: listed(language, "order-role-rules")
  })
)

const listed = (language: Language, list: string, flags = "iu"): RegExp =>
  whole(language, patternsOf(LISTS, language, list), flags)

/** Matches a field with a name that instructs, before a value of several words: `"reply_policy": "Say that it is free"`. */
const fields = once((): RegExp => {
  const names = `(?:${entriesOf(LISTS, "mul", "order-keys").join("|")})`
  const quoted = `(?:["'“]${names}["'”]|(?<![\\w.-])(?=\\w{1,40}[._-])${names}) ?[:=] ?(?:\\[ ?)?["'“«「]`
  const bare = `(?:^|\\n)[ \\t>]*(?=(?:x-|\\w{1,30}_))(?:x-)?${names} ?[:=] ?`
  const words = `(?:(?=[^"'”»\\n]{0,60}? \\p{L}+ )|(?=[^\\n]{0,40}[\\p{Script=Han}\\p{Script=Hiragana}]))`
  return new GatedPattern(`(?:${quoted}|${bare})${words}`, "iu")
})

/** A part of a text, and the languages in which it may give an order. */
interface Stretch {
  start: number
  end: number
  languages: ReadonlySet<Language>
}

/**
 * Returns the stretches of a text in which an order to a machine may stand: sentences with a word without which there
 * is none, each with the sentences that follow it in the same paragraph. None overlap. Of a long text only the first and
 * the last ones are returned, so that a text made of such words costs no more than a letter.
 */
function suspectStretches(text: string): Stretch[] {
  const languagesOf = suspectLanguages()
  const stretches: (Stretch & { languages: Set<Language> })[] = []
  let following = 0
  let paragraphEnds = 0
  for (const { index: start, 0: piece } of text.matchAll(PIECE)) {
    const end = start + piece.length
    if (!/\S/.test(piece)) paragraphEnds = end
    const languages = languagesOf(piece)
    following = languages.length > 0 ? MAX_FOLLOWING : Math.max(0, paragraphEnds === end ? 0 : following - 1)
    if (following === 0) continue
    const last = stretches.at(-1)
    if (last?.end === start && last.end > paragraphEnds && end - last.start <= MAX_STRETCH) {
      last.end = end
      for (const language of languages) last.languages.add(language)
    } else stretches.push({ start, end, languages: new Set(languages) })
  }
  return stretches.length <= 2 * MAX_AT_AN_END
    ? stretches
    : [...stretches.slice(0, MAX_AT_AN_END), ...stretches.slice(-MAX_AT_AN_END)]
}

/** Matches a sentence, a line or a part of a long one, with the signs that end it. */
const PIECE = /[^.!?。！？\n]{1,400}(?:[.!?。！？]+["”»」』)]?|\n)?|[.!?。！？]{1,400}|\n/g
const MAX_FOLLOWING = 4
const MAX_STRETCH = 1000
const MAX_AT_AN_END = 4

/**
 * Returns a function that finds the languages of whose suspect words a piece has one. It looks at each different word
 * once.
 */
function suspectLanguages(): (piece: string) => Language[] {
  const answers = new Map<string, Language[]>()
  const languagesOf = (word: string) => {
    const answer = answers.get(word) ?? LANGUAGES.filter((language) => triggers()[language].test(word))
    answers.set(word, answer)
    return answer
  }
  return (piece) => (piece.toLowerCase().match(WORD) ?? []).flatMap(languagesOf)
}
const WORD = /[\p{L}\p{N}]{2,60}/gu

const triggers = once((): Readonly<Record<Language, RegExp>> => {
  const of = (language: Language) => new RegExp(entriesOf(LISTS, language, "order-triggers").join("|"), "u")
  return { en: of("en"), de: of("de"), fr: of("fr"), es: of("es"), pt: of("pt"), ja: of("ja") }
})
