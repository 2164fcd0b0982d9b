import { LISTS } from "replywright/lexicon/tone"
import { entriesOf } from "../../../lexicon/lexicon.ts"
import { HONORIFIC } from "../../../text/words/honorific.ts"
import type { Naming } from "../../../ticket/team-voice.ts"

/** Returns the name by which a voice greets a customer, or "". Where no first name is known it is the full name. */
export function nameFor(requester: string, naming: Naming | undefined): string {
  const { full, first } = customerName(requester)
  return naming === "none" ? "" : naming === "first" ? (first ?? full) : full
}

/** A customer's name as it is greeted. An address is no name, and its `full` is "". */
export interface CustomerName {
  full: string
  /** Undefined if it can't be told: of one word, with a title, of a firm, and where the family name stands first. */
  first?: string
}

/** Reads "Mara Voss" and "Voss, Mara". A degree or legal form behind a comma is no given name. */
export function customerName(requester: string): CustomerName {
  if (requester.includes("@")) return { full: "" }
  const whole = requester.replace(/(?<!\s)\s*\([^()]*\)\s*$/u, "").trim()
  if (!/\p{L}/u.test(whole)) return { full: "" }
  const [family = "", behind, more] = whole.split(/(?<!\s)\s*,\s*/u)
  const isTurned = behind !== undefined && more === undefined && !behind.split(" ").every(isEnd) && isOfPerson(whole)
  const full = isTurned ? `${behind} ${family}` : whole
  const words = (behind === undefined || isTurned ? full : family).split(/\s+/u)
  const [first = ""] = words
  const isKnown =
    words.length > 1 &&
    isOfPerson(whole) &&
    !NO_FAMILY_LAST.test(whole) &&
    !words.some((word) => HONORIFIC.test(word)) &&
    !PARTICLES.has(first.toLowerCase()) &&
    /^\p{L}[\p{L}\p{M}'’-]+$/u.test(first)
  return isKnown ? { full, first } : { full }
}

const wordsOf = (list: string): ReadonlySet<string> => new Set(entriesOf(LISTS, "mul", list))
const NOT_OF_PERSON = wordsOf("no-given-name")
const ENDS = wordsOf("name-ends")
const PARTICLES = wordsOf("name-particles")
/** Scripts in which the family name stands first. */
const NO_FAMILY_LAST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const isOfPerson = (name: string): boolean =>
  !/[&+/\p{N}]/u.test(name) &&
  !name.split(/[\s,]+/u).some((word) => NOT_OF_PERSON.has(word.toLowerCase().replace(/\.$/, "")))
const isEnd = (word: string): boolean => ENDS.has(word.toLowerCase().replaceAll(".", ""))
