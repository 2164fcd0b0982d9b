import { facts } from "../../text/facts.ts"
import { contentWords } from "../../text/words/words.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { encodedTextIn, encodedWordsIn } from "./encoded-text.ts"
import { injectedPart } from "./find-injection.ts"
import { sentences } from "../../text/sentences.ts"
import type { Claim, Source } from "../../ticket/draft.ts"
import { isHoldingClaim } from "../../ticket/holding-claims.ts"

/** Returns what the customer's part of a ticket orders a machine to do, a line for each text that does, or "". */
export const ordersIn = ({ subject, fields = {}, messages }: MaskedTicket): string =>
  [subject, ...Object.values(fields), ...messages.flatMap(({ role, text }) => (role === "customer" ? [text] : []))]
    .map(injectedPart)
    .filter((order) => order !== "")
    .join("\n")

/** Says whether a sentence states a figure or a name, or has a word of the orders. Encoded orders may have any word. */
export function mayFollowOrders(sentence: string, orders: string, language: string | null): boolean {
  if (orders === "") return false
  const ordered = new Set(contentWords(orders, language))
  return (
    encodedTextIn(orders) !== undefined ||
    facts(sentence, language).length > 0 ||
    contentWords(sentence, language).some((word) => ordered.has(word))
  )
}

/**
 * Returns a function that makes Insert wait for what no page says, in a ticket whose customer's part gives orders to a
 * machine. Elsewhere such a sentence is the model's wording and only a note. Here it may be what was ordered, whatever
 * it says, and only the agent can tell. A sentence that a page seems to say is held too if the order says more of it.
 */
export function holdBesideInjection(
  ticket: MaskedTicket,
  sources: readonly Source[],
  language: string | null
): (claim: Claim, sentence: string) => Claim {
  const orders = ordersIn(ticket)
  if (orders.trim() === "") return (claim) => claim
  const ordered = new Set(contentWords(`${orders}\n${encodedWordsIn(orders)}`, language))
  const pages = sources.flatMap(({ passage, locale }) =>
    sentences(passage, locale ?? language).map(({ text }) => new Set(contentWords(text, language)))
  )
  const isOrdered = (sentence: string) => {
    const words = [...new Set(contentWords(sentence, language))]
    const byOrder = share(words, ordered)
    return byOrder >= HALF && pages.every((page) => share(words, page) < byOrder)
  }
  return (claim, sentence) => (!isHoldingClaim(claim) && (isFree(claim) || isOrdered(sentence)) ? held(claim) : claim)
}

/** No page says it. What a page says otherwise is among them, because an order may turn round what the page says. */
const isFree = ({ state, sources }: Claim): boolean =>
  state === "not-found" ||
  state === "no-source" ||
  state === "look-again" ||
  ((state === "supported" || state === "near") && sources.every((n) => n === TICKET))
const TICKET = 0
/** A smaller share of a sentence's words is in any text about the same matter. */
const HALF = 0.5

const share = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.length === 0 ? 0 : words.filter((word) => among.has(word)).length / words.length

const held = ({ start, end, words }: Claim): Claim => ({
  start,
  end,
  state: "needs-approval",
  sources: [],
  why: "The ticket gives orders to a machine, and no page says this.",
  ...(words === undefined ? {} : { words })
})
