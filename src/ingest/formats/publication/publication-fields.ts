import { LISTS } from "replywright/lexicon/import"
import { wordsOf } from "../../../lexicon/lexicon.ts"

/** Normalises a name or a word, so that "Article ID", "article-id" and "articleId" are the same. */
export function plainName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "")
}

/**
 * How a column or field says whether an article is published: by the name of its state, by a yes that means it isn't or
 * is, or by the day from or until which it is. A "hint" may say it ("Stage: Draft", "Online: no") or something else
 * ("Stage: Checkout", "Online: https://..."), so only its clear words count.
 */
export type PublicationField = "state" | "unpublished" | "published" | "from" | "until" | "hint"

/** Returns undefined if the name says nothing about that. Words around the name don't count: "Is it published?". */
export function publicationFieldOf(name: string): PublicationField | undefined {
  if (name.length > MAX_NAME) return undefined
  // A feed repeats the same few names in each of its items.
  if (READ.has(name)) return READ.get(name)
  const field = readName(name)
  if (READ.size < 1000) READ.set(name, field)
  return field
}

/** Returns whether a name says without doubt that its column or field is about publication. */
export function isPublicationName(name: string): boolean {
  const field = publicationFieldOf(name)
  return field !== undefined && field !== "hint"
}

const MAX_NAME = 60
const READ = new Map<string, PublicationField | undefined>()

function readName(name: string): PublicationField | undefined {
  const plain = plainName(name)
  const short = withoutFillers(plain)
  const field = FIELDS.get(plain) ?? FIELDS.get(short)
  if (field !== undefined) return field
  return [plain, short].some((each) => HINTS.has(each) || saysPublished(each) !== undefined) ? "hint" : undefined
}

/**
 * Returns whether a yes under the name of a hint means that an article is published, or undefined if the name says
 * nothing about that.
 */
export function meaningOfHint(name: string): boolean | undefined {
  const plain = plainName(name)
  return saysPublished(plain) ?? saysPublished(withoutFillers(plain))
}

function saysPublished(plain: string): boolean | undefined {
  const [first = "", second = "", ...place] = plain.split("_")
  if (place.length > 0 && BEFORE_PLACES.has(second)) {
    const field = FIELDS.get(first)
    if (field === "published" || field === "unpublished") return field === "published"
    return saysPublished(first)
  }
  if (HINT_FLAGS.has(plain)) return true
  return OTHER_MEANINGS.has(plain) ? undefined : stateOf(plain)
}

/** Takes "article" from "Article status". The noun of "Published answer" is what the column holds, so it stays. */
function withoutFillers(plain: string): string {
  const words = plain.split("_")
  return words
    .filter((word, at) => !FILLERS.has(word) && !(LEADING_FILLERS.has(word) && at < words.length - 1))
    .join("_")
}

const LIST_OF: Record<Exclude<PublicationField, "hint">, string> = {
  state: "state-names",
  unpublished: "unpublished-flags",
  published: "published-flags",
  from: "from-dates",
  until: "until-dates"
}

const namesIn = (list: string) => new Set([...wordsOf(LISTS, list)].map(plainName))
const FILLERS = namesIn("fillers")
const LEADING_FILLERS = namesIn("leading-fillers")
const HINTS = namesIn("hint-names")
const HINT_FLAGS = namesIn("hint-flags")
const BEFORE_PLACES = namesIn("before-places")
const OTHER_MEANINGS = namesIn("other-meanings")

const FIELDS: ReadonlyMap<string, PublicationField> = new Map(
  (Object.keys(LIST_OF) as (keyof typeof LIST_OF)[]).flatMap((field) =>
    [...wordsOf(LISTS, LIST_OF[field])].map((name) => [plainName(name), field] as const)
  )
)

const wordsIn = (list: string): ReadonlySet<string> => new Set([...wordsOf(LISTS, list)].map(plainValue))

const PUBLISHED = wordsIn("published-states")
const UNPUBLISHED = wordsIn("unpublished-states")
const YES = wordsIn("yes")
const NO = wordsIn("no")

/** Returns whether a word for a state means published, or undefined if it isn't known. */
export function stateOf(value: string): boolean | undefined {
  const whole = stateOfWord(value)
  if (whole !== undefined) return whole
  // "Draft (v2)", "Approved & live": one part that isn't published counts for the whole.
  const parts = value.split(/[()[\],;&+/|]| [–—-] /).filter((part) => part.trim() !== "")
  if (parts.length < 2 || parts.length > 5) return undefined
  const states = parts.map(stateOfWord)
  return states.includes(false) ? false : states.every((state) => state === true) ? true : undefined
}

function stateOfWord(value: string): boolean | undefined {
  const word = plainValue(value)
  return UNPUBLISHED.has(word) ? false : PUBLISHED.has(word) ? true : undefined
}

/** Returns whether a cell says yes or no, or undefined if it says something else. */
export function answerOf(value: string): boolean | undefined {
  const word = plainValue(value)
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}

/** A sign such as "✓" or "-" has no letters and stands for itself. */
function plainValue(value: string): string {
  return /^-\d/.test(value.trim()) ? value.trim() : plainName(value) || value.trim()
}
