import { facts } from "../../text/facts.ts"
import { contentWords } from "../../text/words/words.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { encodedTextIn } from "./encoded-text.ts"
import { injectedPart } from "./find-injection.ts"

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
