import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { onTestFinished } from "vitest"

export interface Asked {
  method: string
  path: string
  headers: IncomingMessage["headers"]
}

/** A system on this computer that answers as `answer` says, and notes what it was asked. */
export async function jsonDouble(answer: (asked: Asked, response: ServerResponse) => unknown) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const one = { method: request.method ?? "", path: request.url ?? "", headers: request.headers }
    asked.push(one)
    const json = answer(one, response)
    if (json === undefined || response.writableEnded) return
    response.setHeader("content-type", "application/json; charset=utf-8")
    response.end(JSON.stringify(json))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, host, origin: `http://${host}` }
}
