import { LISTS } from "replywright/lexicon/import"
import { wordsOf } from "../../../lexicon/lexicon.ts"
import { plainName } from "./plain-name.ts"

/**
 * How a column or field says whether an article is published: by the name of its state, by a yes that means it isn't or
 * is, or by the day from or until which it is.
 */
export type PublicationField = "state" | "unpublished" | "published" | "from" | "until"

/** Returns undefined if the name says nothing about that. Words around the name don't count: "Is it published?". */
export function publicationFieldOf(name: string): PublicationField | undefined {
  if (name.length > MAX_NAME) return undefined
  // A feed repeats the same few names in each of its items.
  if (READ.has(name)) return READ.get(name)
  const field = readName(name)
  if (READ.size < 1000) READ.set(name, field)
  return field
}

const MAX_NAME = 60
const READ = new Map<string, PublicationField | undefined>()

function readName(name: string): PublicationField | undefined {
  const plain = plainName(name)
  const exact = FIELDS.get(plain)
  if (exact !== undefined) return exact
  return FIELDS.get(
    plain
      .split("_")
      .filter((word) => !FILLERS.has(word))
      .join("_")
  )
}

const LIST_OF: Record<PublicationField, string> = {
  state: "state-names",
  unpublished: "unpublished-flags",
  published: "published-flags",
  from: "from-dates",
  until: "until-dates"
}

const FILLERS = new Set([...wordsOf(LISTS, "fillers")].map(plainName))

const FIELDS: ReadonlyMap<string, PublicationField> = new Map(
  (Object.keys(LIST_OF) as PublicationField[]).flatMap((field) =>
    [...wordsOf(LISTS, LIST_OF[field])].map((name) => [plainName(name), field] as const)
  )
)
