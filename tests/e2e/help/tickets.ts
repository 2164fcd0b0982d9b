import type { Page } from "playwright-core"
import type { Message, Ticket } from "../../../demo/helpdesk/tickets.ts"

/** Tickets that the sample helpdesk hasn't got: its page and its API give them in this tab. */
export async function serveTicket(page: Page, ticket: Ticket): Promise<void> {
  await page.route(`**/api/tickets/${ticket.ticketId}`, (route) => route.fulfill({ json: ticket }))
}

export function ticketOf(ticketId: string, messages: Partial<Message>[], more: Partial<Ticket> = {}): Ticket {
  return {
    helpdesk: "sample",
    ticketId,
    subject: "Where is my parcel?",
    status: "open",
    tags: [],
    locale: "en",
    requester: { name: "Wilma Tessmer", email: "wilma@tessmer.example" },
    messages: messages.map((message, n) => ({
      id: `${ticketId}${String(n + 1).padStart(4, "0")}`,
      author: "Wilma Tessmer",
      role: "customer",
      visibility: "public",
      at: new Date(Date.UTC(2026, 10, 18, 8, n)).toISOString(),
      text: "",
      ...message
    })),
    ...more
  }
}
