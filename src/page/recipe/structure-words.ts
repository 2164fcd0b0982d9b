import { LISTS } from "replywright/lexicon/page"
import { wordsOf } from "../../lexicon/lexicon.ts"

/**
 * Words by which pages name their own parts, in the languages of the interfaces that agents use. They are looked for in
 * names of classes and attributes, in labels and in short lines beside a message, never in what a customer wrote.
 */
const listed = (list: string): readonly string[] => [...wordsOf(LISTS, list)]

/** A message or an editor with one of these may be for the team only. */
export const NOTE_WORDS = listed("notes")

/** A message with one of these beside it is by the customer. */
export const CUSTOMER_WORDS = listed("customers")

/** A message with one of these beside it is by an agent. */
export const AGENT_WORDS = listed("agents")

/** Words of the structure of a page, which a label may hold without being about anybody. */
export const PART_WORDS = listed("parts")

/** State of a part, which comes and goes. It says nothing about what the part is. */
export const STATE_WORDS = listed("states")

/** Words that name a reply to the customer where one of several ways to write is chosen. */
export const REPLY_WORDS = listed("replies")

/** What may stand before or behind such a word: "Public reply", "Reply all", "Antwort an Kunden". */
export const BESIDE_REPLY = listed("beside-reply")

/** Words for passing a ticket on to somebody else. */
export const FORWARD_WORDS = listed("forwards")

/** Matches a text that is nothing but a word for who reads a reply: "Customer" beside "Team". */
export const TO_CUSTOMER = new RegExp(`^\\s*(?:${listed("to-customer").join("|")})\\s*$`, "iu")

/** Splits names such as "message--internalNote" into lower-case words. */
export function wordsInName(name: string): string[] {
  return (
    name
      .normalize("NFC")
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .toLowerCase()
      // Of the Turkish capital "İ" the dot is left.
      .replaceAll("i\u0307", "i")
      .split(/[^\p{L}\p{M}]+/u)
      .filter((word) => word !== "")
  )
}
