import type { SolvedTicketLine, SolvedTicketsAnswer } from "../../../src/protocol/knowledge.ts"

/** Answers a query for solved tickets as the relay does, without looking for pages. */
export function solvedOf(all: SolvedTicketLine[], query: URLSearchParams): SolvedTicketsAnswer {
  const isLinked = ({ pages }: SolvedTicketLine) => pages.some(({ linked }) => linked !== undefined)
  const fitting = all.filter((one) => isLinked(one) === (query.get("linked") === "true"))
  const from = fitting.findIndex(({ id }) => id === query.get("after")) + 1
  const tickets = fitting.slice(from, from + Number(query.get("limit")))
  const isLast = from + tickets.length >= fitting.length
  return {
    tickets,
    next: isLast ? null : (tickets.at(-1)?.id ?? null),
    all: all.length,
    linked: all.filter(isLinked).length
  }
}
