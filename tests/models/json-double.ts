import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"

/** Serves POST requests with a JSON body at one path on loopback. An exception breaks the connection. */
export async function serveJson(
  path: string,
  answer: (body: unknown, response: ServerResponse) => void
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, response) => {
    void Array.fromAsync(incoming)
      .then((chunks) => {
        if (incoming.method !== "POST" || incoming.url !== path) return response.writeHead(404).end()
        return answer(JSON.parse(Buffer.concat(chunks).toString("utf8")), response)
      })
      .catch(() => response.destroy())
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/v1`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    }
  }
}

export function failJson(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response
    .writeHead(status, { "content-type": "application/json", ...headers })
    .end('{"error":{"message":"no","type":"error"}}')
}
