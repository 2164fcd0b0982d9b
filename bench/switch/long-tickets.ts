import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { ANA, conversationPage } from "../../tests/doubles/freescout/conversation-page.ts"

export const MESSAGES = 200
export const TEXT =
  "Hello, the mixer that I got on Monday hums and stops after a minute. I tried another socket, and it is the same there."

/** Returns as many of something as a long ticket has messages. */
export const messages = <T>(make: (n: number) => T): T[] => Array.from({ length: MESSAGES }, (_one, at) => make(at + 1))

/** Serves FreeScout's conversations of as many messages. */
export async function startFreeScout() {
  const server = createServer((request, response) => {
    const id = Number(/^\/conversation\/(\d+)$/.exec(request.url ?? "")?.[1])
    const threads = messages((n) => ({
      id: id * 1000 + n,
      type: n % 2 ? ("customer" as const) : ("message" as const),
      by: n % 2 ? ANA.name : "Sam Holt",
      shown: `Nov 16, 2026 ${String(6 + Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`,
      html: `<p>${TEXT} (${n})</p>`
    }))
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end(conversationPage({ id, subject: `Mixer ${id}.`, open: "reply", threads }))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
