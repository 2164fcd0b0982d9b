import { sentences } from "../../text/sentences.ts"
import { contentWords } from "../../text/words/words.ts"
import type { Claim, Source } from "../../ticket/draft.ts"
import { isHoldingClaim } from "../../ticket/holding-claims.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { encodedWordsIn } from "./encoded-text.ts"
import { ordersIn } from "./ticket-orders.ts"

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
