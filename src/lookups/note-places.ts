import { LISTS } from "replywright/lexicon/masking"
import { wordsOf as entriesOf } from "../lexicon/lexicon.ts"
import { withoutAccents } from "../text/words/letters.ts"

/**
 * Returns what in an address or a path names internal notes, or "" if nothing does. In a helpdesk's answers notes stand
 * among what customers may read, so there the names of a thread and its messages are enough.
 * @param text an address with {values}, or a JSONPath expression
 */
export function noteNameIn(text: string, isHelpdesk: boolean): string {
  const words = wordsOf(text)
  const names = words.flatMap((_, at) =>
    Array.from({ length: MAX_WORDS }, (_, more) => words.slice(at, at + more + 1).join("-"))
  )
  const found = names.find((name) => NOTES.has(name) || JOINED.has(name) || (isHelpdesk && THREADS.has(name)))
  return found?.replaceAll("-", " ") ?? ""
}

/** Whether an address is a helpdesk's: it is on the open ticket's own site, or it is about tickets. */
export const isHelpdeskAddress = (url: string): boolean =>
  url.startsWith("/") || wordsOf(url.replace(/^https?:\/\/[^/]*/, "")).some((word) => TICKETS.has(word))

/** Whether a path reads whatever has a name, at any depth: `$..body`. */
export const readsEverything = (path: string): boolean => /\.\./.test(path.replace(/'[^']*'|"[^"]*"/g, ""))

/** The words of names as people write them for programs: "privateNotes", "private_notes" and "private%20notes". */
function wordsOf(text: string): string[] {
  const apart = text
    .replace(/\{[^{}]*\}/g, " ")
    .replace(/%[\da-f]{2}/gi, " ")
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, "$1 ")
  return (
    withoutAccents(apart)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  )
}

const listed = (list: string): Set<string> => new Set([...entriesOf(LISTS, list)].map(withoutAccents))
const NOTES = listed("note-names")
const THREADS = listed("thread-names")
const TICKETS = listed("ticket-names")
/** "privatenotes" */
const JOINED = new Set([...NOTES].map((name) => name.replaceAll("-", "")))
const MAX_WORDS = 3
