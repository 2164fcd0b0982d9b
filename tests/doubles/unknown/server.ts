import { createServer } from "node:http"
import { tickets, type Layout, type ShownTicket } from "./tickets.ts"

/** Serves a layout of a helpdesk on an origin of its own. */
export async function serveLayout(layout: Layout) {
  const shown: ShownTicket[] = structuredClone(tickets)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://127.0.0.1").pathname
    const ticket = shown.find(({ id }) => path.startsWith(`/tickets/${id}`))
    response.writeHead(ticket ? 200 : 404, { "content-type": "text/html; charset=utf-8" })
    response.end(ticket ? layout.page(ticket, path) : "<h1>Inbox</h1><p>No ticket is open.</p>")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" ? address?.port : undefined
  return {
    origin: `http://127.0.0.1:${port}`,
    tickets: shown,
    /** Also ends the connections that a browser keeps for later. */
    close() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeAllConnections()
      return closed
    }
  }
}
