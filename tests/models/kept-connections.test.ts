import { execFile } from "node:child_process"
import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"
import type { Socket } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { promisify } from "node:util"
import { afterEach, expect, test } from "vitest"
import { streamChat } from "../../src/models/openai/stream-chat.ts"
import { collect } from "./collect.ts"

const EVENT = `data: ${JSON.stringify({ choices: [{ delta: { content: "Hello." }, finish_reason: "stop" }] })}\n\n`

/** Starts a server that answers each request, and counts its connections and how many requests each one had. */
async function startServer(answer: (response: ServerResponse, nth: number) => unknown) {
  const uses = new Map<Socket, number>()
  const server = createServer((request, response) => {
    const nth = (uses.get(request.socket) ?? 0) + 1
    uses.set(request.socket, nth)
    request.resume().on("end", () => answer(response, nth))
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, "close")
  }
  const ask = async () => {
    const url = `http://127.0.0.1:${port}/v1`
    const answer = await collect(
      streamChat({ baseUrl: url, body: () => ({ stream: true }) }, AbortSignal.timeout(9000))
    )
    // The end of an answer is read after its last word.
    await pause(20)
    return answer
  }
  return { ask, port, connections: () => uses.size }
}

let stop = async () => {}
afterEach(() => stop())

test("the next request takes the connection of an answer that came whole", async () => {
  const { ask, connections } = await startServer((response) => response.end(`${EVENT}data: [DONE]\n\n`))
  for (let n = 0; n < 3; n++) expect((await ask()).text).toBe("Hello.")
  expect(connections()).toBe(1)
})

test("an answer that was broken off leaves no connection behind", async () => {
  const { ask, connections } = await startServer((response) => {
    response.write('data: {"error":{"message":"overloaded"}}\n\n')
  })
  expect((await ask()).error).toBeDefined()
  expect((await ask()).error).toBeDefined()
  expect(connections()).toBe(2)
})

test("nobody waits for a server that goes on after its last word, and that connection isn't used again", async () => {
  const { ask, connections } = await startServer((response) => response.write(`${EVENT}data: [DONE]\n\n`))
  const started = performance.now()
  await ask()
  await ask()
  expect(performance.now() - started).toBeLessThan(1500)
  expect(connections()).toBe(2)
})

test("a request that a kept connection loses is sent again at once on a new one", async () => {
  let lost = 0
  const { ask, connections } = await startServer((response, nth) => {
    if (nth === 1) return response.end(`${EVENT}data: [DONE]\n\n`)
    lost++
    response.destroy()
  })
  await ask()
  const started = performance.now()
  const { text, error } = await ask()
  expect({ text, error }).toEqual({ text: "Hello.", error: undefined })
  // The pause before another attempt after a failure is 150 ms or longer.
  expect(performance.now() - started).toBeLessThan(140)
  expect({ lost, connections: connections() }).toEqual({ lost: 1, connections: 2 })
})

test("a request whose answer has begun isn't sent again", async () => {
  let requests = 0
  const { ask } = await startServer((response, nth) => {
    requests++
    if (nth === 1) return response.end(`${EVENT}data: [DONE]\n\n`)
    response.write(`data: ${JSON.stringify({ choices: [{ delta: { content: "Hel" } }] })}\n\n`)
    setTimeout(() => response.socket?.resetAndDestroy(), 10)
  })
  await ask()
  expect(await ask()).toMatchObject({ text: "Hel", error: { code: "model-cut" } })
  expect(requests).toBe(2)
})

test("where a proxy is set, every connection goes through it, that of a repeated request too", async () => {
  const { port, connections } = await startServer((response, nth) =>
    nth === 1 ? response.end("Hello.") : response.destroy()
  )
  const { stdout } = await promisify(execFile)(process.execPath, [`${import.meta.dirname}/post-twice.ts`], {
    env: { ...process.env, NO_PROXY: "", no_proxy: "", NODE_USE_ENV_PROXY: "1", HTTP_PROXY: `http://127.0.0.1:${port}` }
  })
  expect(stdout).toBe("Hello.\nHello.\n")
  expect(connections()).toBe(2)
})
