import type { Fact } from "../../text/facts.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"

/** Returns the day on which the customer wrote last, if it is known. */
export function todayOf({ messages }: Pick<MaskedTicket, "messages">): Fact[] {
  const day = messages.findLast(({ role }) => role === "customer")?.at?.slice(0, 10) ?? ""
  return /^\d{4}-\d\d-\d\d$/.test(day) ? [{ kind: "date", value: day, unit: "", start: 0, end: 0, text: day }] : []
}
