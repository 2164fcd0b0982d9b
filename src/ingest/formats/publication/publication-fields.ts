import { LISTS } from "replywright/lexicon/import"
import { wordsOf } from "../../../lexicon/lexicon.ts"
import { plainName } from "./plain-name.ts"
import { stateOf } from "./publication-words.ts"

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
