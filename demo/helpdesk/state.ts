import type { Message, Ticket } from "./tickets.ts"

/** The tickets of one running sample, in memory. Callers always get copies. */
export class HelpdeskState {
  readonly #start: readonly Ticket[]
  readonly #earlier: ReadonlySet<string>
  #tickets = new Map<string, Ticket>()
  #nextId = 0

  /** @param earlier solved tickets, which aren't in the queue and are opened by their address */
  constructor(tickets: readonly Ticket[], earlier: readonly Ticket[] = []) {
    this.#start = [...tickets, ...earlier]
    this.#earlier = new Set(earlier.map(({ ticketId }) => ticketId))
    this.reset()
  }

  reset(): void {
    this.#tickets = new Map(this.#start.map((ticket) => [ticket.ticketId, structuredClone(ticket)]))
    this.#nextId = 900001
  }

  list() {
    const queue = [...this.#tickets.values()].filter(({ ticketId }) => !this.#earlier.has(ticketId))
    return queue.map(({ ticketId, subject, status, requester, locale, messages }) => ({
      ticketId,
      subject,
      status,
      requester,
      updatedAt: messages.at(-1)?.at ?? "",
      language: locale ?? "en"
    }))
  }

  /** Returns the other tickets of the same requester, as a helpdesk lists them beside a ticket. */
  earlier(ticketId: string): { ticketId: string; openedAt: string }[] {
    const email = this.#tickets.get(ticketId)?.requester.email
    return [...this.#tickets.values()]
      .filter((one) => one.requester.email === email && Number(one.ticketId) < Number(ticketId))
      .map((one) => ({ ticketId: one.ticketId, openedAt: one.messages[0]?.at ?? "" }))
  }

  get(ticketId: string): Ticket | undefined {
    return structuredClone(this.#tickets.get(ticketId))
  }

  /** Appends a message to the thread. Returns `undefined` if there is no such ticket. */
  append(ticketId: string, said: Omit<Message, "id" | "at" | "author">): Message | undefined {
    const ticket = this.#tickets.get(ticketId)
    if (!ticket) return undefined
    const author = said.role === "customer" ? ticket.requester.name : "Tom Ahlberg"
    const message: Message = { id: String(this.#nextId++), author, at: new Date().toISOString(), ...said }
    ticket.messages.push(message)
    return structuredClone(message)
  }
}
