import type { MaskedMessage, MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { Formality } from "../../ticket/team-voice.ts"
import { promptBlock } from "./prompt-blocks.ts"

/**
 * The rules that every model is given. Their words are in `blocks/rules.txt`, and those for small models in
 * `blocks/rules-short.txt`. The checks still verify what they ask, because a model may ignore any of them.
 */

/**
 * The answer of a model when there is nothing to write. It looks like a blank, so that it is noticed as one if
 * it slips into a draft, and like code, because models translate words but not code.
 */
export const NO_ANSWER = "[[NO_ANSWER]]"

/**
 * Returns the system prompt.
 * @param boundary stands on the lines around ticket and sources
 * @param language ISO 639-1, or null: the customer's own
 * @param people placeholders of who is greeted and who signs, or "", and how the voice addresses customers
 */
export function systemPrompt(
  boundary: string,
  language: string | null,
  people: Greeted & { agent: string; formality?: Formality | undefined },
  isShort = false
): string {
  const name = languageName(language)
  const isInformal = people.formality === "informal"
  const address = name ? (isInformal ? INFORMAL : ADDRESS).get(language ?? "") : undefined
  const formal = isShort || isInformal ? "" : " Address the customer formally where the language knows the difference."
  return promptBlock(isShort ? "rules-short" : "rules", {
    boundary,
    "no-answer": NO_ANSWER,
    language: name ? `Write in ${name}.` : "Write in the language of the customer's newest message.",
    address: address ? ` ${address}` : formal,
    requester: greeted(people),
    agent: people.agent ? called(people.agent, "Agent") : NO_NAME
  })
}

/** The team's company stands in the prompt too, and a helpdesk that signs adds its own name. */
const NO_NAME = "no name below it, not even the company's"

/** Who is greeted, and the thread that shows by which name. */
type Greeted = Pick<MaskedTicket, "requester" | "firstName"> & { messages: Pick<MaskedMessage, "role" | "text">[] }

/** Returns the name to greet with: the first name where an agent has used it. A model can't see which it is. */
function greeted({ requester, firstName, messages }: Greeted): string {
  if (!requester) return "without a name"
  const whole = called(requester, "Requester")
  if (firstName === undefined || !PLACEHOLDER.test(firstName)) return whole
  return messages.some(({ role, text }) => role === "agent" && text.includes(firstName))
    ? `${firstName}, the first name of ${whole}, as an agent did in the ticket`
    : `${whole} (${firstName} is the first name alone, for a wish or a voice that asks for it)`
}

/**
 * Returns a placeholder as it is, because it may stand among the rules. Any other name came from outside and stays in
 * the ticket.
 */
function called(name: string, line: string): string {
  return PLACEHOLDER.test(name) ? name : `the name on the ticket's line "${line}"`
}
const PLACEHOLDER = /^\[[A-Z]+_\d+\]$/

const addressBy = (block: string) =>
  new Map(
    promptBlock(block)
      .split("\n")
      .map((line): [string, string] => [line.slice(0, 2), line.slice(4)])
  )
const ADDRESS = addressBy("languages")
const INFORMAL = addressBy("languages-informal")

function languageName(language: string | null): string | undefined {
  if (!language || !/^[a-z]{2,3}$/.test(language)) return undefined
  return NAMES.of(language)
}

const NAMES = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" })
