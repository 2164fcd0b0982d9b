import type { Message, Ticket } from "./tickets.ts"

/** The tickets of one running sample, in memory. Callers always get copies. */
export class HelpdeskState {
  readonly #start: readonly Ticket[]
  #tickets = new Map<string, Ticket>()
  #nextId = 0

  constructor(tickets: readonly Ticket[]) {
    this.#start = tickets
    this.reset()
  }

  reset(): void {
    this.#tickets = new Map(this.#start.map((ticket) => [ticket.ticketId, structuredClone(ticket)]))
    this.#nextId = 900001
  }

  list() {
    return [...this.#tickets.values()].map(({ ticketId, subject, status, requester, locale, messages }) => ({
      ticketId,
      subject,
      status,
      requester,
      updatedAt: messages.at(-1)?.at ?? "",
      language: locale ?? "en"
    }))
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
