import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"

/** A model that answers each request with the beginning of a letter, and with its end when it is told to. */
export async function startHeldModel() {
  const held: ServerResponse[] = []
  const piece = (content: string, finish: string | null = null) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(200, { "content-type": "text/event-stream" })
    response.write(piece("Thank you for your message, which we have read. "))
    held.push(response)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const end = (response: ServerResponse | undefined) =>
    response?.end(`${piece("It is on its way.", "stop")}data: [DONE]\n\n`)
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/v1`,
    /** Ends all letters that were begun. */
    go: () => {
      for (const response of held.splice(0)) end(response)
    },
    /** Ends the letter that was begun last. */
    endNewest: () => void end(held.pop()),
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}
