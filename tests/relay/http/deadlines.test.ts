import { createServer } from "node:http"
import { connect, type AddressInfo, type Socket } from "node:net"
import { once } from "node:events"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { countConnections } from "../../../src/relay/http/connection-count.ts"
import { openEventStream } from "../../../src/relay/http/event-stream.ts"
import { capConnections } from "../../../src/relay/http/deadlines.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

const DEADLINES = { headersMs: 400, bodyMs: 400, uploadMs: 3_000, keepAliveMs: 400 }

let relay: TestRelay
let ada = new Client("")
beforeAll(async () => {
  relay = await openRelay({ deadlines: DEADLINES })
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

/** What a bare connection is answered until it closes, and after how many milliseconds that is. */
async function sentTo(
  head: string,
  trickle?: { every: number; piece: string }
): Promise<{ answer: string; ms: number }> {
  const began = performance.now()
  const socket = open(Number(new URL(relay.url).port))
  let answer = ""
  socket.on("data", (data) => (answer += data.toString()))
  socket.write(head)
  const timer = trickle && setInterval(() => socket.writable && socket.write(trickle.piece), trickle.every)
  await closed(socket)
  clearInterval(timer)
  return { answer, ms: performance.now() - began }
}

function open(port: number, localAddress = "127.0.0.1"): Socket {
  const socket = connect({ port, host: "127.0.0.1", localAddress })
  // A relay that gives up may reset it.
  socket.on("error", () => socket.destroy())
  onTestFinished(() => void socket.destroy())
  return socket
}

/** However it ends: one that is reset is closed too. */
const closed = (socket: Socket) => new Promise<void>((resolve) => socket.once("close", () => resolve()))

const post = (path: string, length: number, more = "") =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${more}\r\n`

test("headers that never end are cut off", async () => {
  const { ms } = await sentTo("POST /v1/pair HTTP/1.1\r\nHost: 127.0.0.1\r\n", { every: 50, piece: "X-A: b\r\n" })
  expect(ms).toBeLessThan(5_000)
})

test("a body that trickles in is told so and cut off, with a token and without", async () => {
  for (const head of [post("/v1/pair", 1000), post("/v1/drafts", 1000, `Authorization: Bearer ${ada.token}\r\n`)]) {
    const { answer, ms } = await sentTo(`${head}{`, { every: 50, piece: " " })
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*"too-slow"/)
    expect(ms).toBeLessThan(2_500)
  }
})

test("an upload without a token is refused at once, and what still comes of it is not waited for", async () => {
  const { answer, ms } = await sentTo(post("/v1/admin/knowledge/files?name=a.md&internal=false", 1_000_000), {
    every: 50,
    piece: "x"
  })
  expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  expect(ms).toBeLessThan(2_500)
})

test("an admin's upload may take longer than any other body", async () => {
  const socket = open(Number(new URL(relay.url).port))
  let answer = ""
  socket.on("data", (data) => (answer += data.toString()))
  const page = "# Opening hours\n\nWe are open from nine to five."
  const head = post(
    "/v1/admin/knowledge/files?name=hours.md&internal=false",
    page.length,
    `Authorization: Bearer ${ada.token}\r\nConnection: close\r\n`
  ).replace("application/json", "application/octet-stream")
  socket.write(head)
  for (const piece of [page.slice(0, 20), page.slice(20)]) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    socket.write(piece)
  }
  await closed(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 2\d\d /)
})

test("a connection that says nothing is closed, before its first request and after an answer", async () => {
  for (const head of ["", "GET /v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"]) {
    const { answer, ms } = await sentTo(head)
    expect(answer).toMatch(head === "" ? /^(HTTP\/1\.1 408 |$)/ : /^HTTP\/1\.1 401 /)
    expect(ms).toBeGreaterThan(300)
    expect(ms).toBeLessThan(5_000)
  }
})

/** A server that streams a text without end, which it takes from whoever reads it. */
async function streaming(stalledMs: number, { piece = 500_000, most = 2_000_000 } = {}) {
  const state = { isClosed: false, held: 0 }
  const server = createServer((_, outgoing) => {
    const stream = openEventStream(outgoing, 15, stalledMs)
    const timer = setInterval(() => {
      state.held = outgoing.writableLength
      // More than the buffers of both sockets take, and then no more.
      if (state.held < most) stream.send({ type: "draft-delta", text: "x".repeat(piece) })
    }, 2)
    stream.closed.addEventListener("abort", () => {
      state.isClosed = true
      clearInterval(timer)
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  onTestFinished(() => void server.close().closeAllConnections())
  return { state, port: (server.address() as AddressInfo).port }
}

test("a reader that takes nothing of a stream is cut off, and one that reads slowly is not", async () => {
  const { state, port } = await streaming(400)
  const socket = open(port)
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
  socket.pause()
  await expect.poll(() => state.held).toBeGreaterThan(1_000_000)
  await expect.poll(() => state.isClosed, { timeout: 20_000 }).toBe(true)

  const slow = await streaming(1_000, { piece: 50_000, most: 200_000 })
  const reader = open(slow.port)
  let read = 0
  let taken = 0
  reader.on("data", ({ length }) => {
    read += length
    taken += length
    // As much at once as opens the window for the sender, which else tries again only after ever longer times.
    if (taken < 250_000) return
    taken = 0
    reader.pause()
    setTimeout(() => reader.resume(), 80)
  })
  reader.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
  await expect.poll(() => read, { timeout: 30_000 }).toBeGreaterThan(8_000_000)
  expect(slow.state.isClosed).toBe(false)
}, 60_000)

test("what is left of a stream after its end is watched too", async () => {
  let isClosed = false
  const server = createServer((_, outgoing) => {
    const stream = openEventStream(outgoing, 15, 300)
    for (let n = 0; n < 40; n++) stream.send({ type: "draft-delta", text: "x".repeat(500_000) })
    stream.end()
    outgoing.once("close", () => (isClosed = true))
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  onTestFinished(() => void server.close().closeAllConnections())
  const socket = open((server.address() as AddressInfo).port)
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
  socket.pause()
  await expect.poll(() => isClosed, { timeout: 20_000 }).toBe(true)
})

test("one address has so many connections, and others still get in", async () => {
  const server = createServer((_, outgoing) => outgoing.end("there"))
  capConnections(server, countConnections(3), () => false)
  server.listen(0, "0.0.0.0")
  await once(server, "listening")
  onTestFinished(() => void server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  const mine = [open(port), open(port), open(port)]
  await Promise.all(mine.map((socket) => once(socket, "connect")))
  const asks = async (localAddress: string) => {
    const socket = open(port, localAddress)
    let answer = ""
    socket.on("data", (data) => (answer += data.toString()))
    socket.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    await closed(socket)
    return answer
  }
  expect(await asks("127.0.0.1")).toBe("")
  expect(await asks("127.0.0.2")).toContain("there")
  mine[0]?.destroy()
  await expect.poll(() => asks("127.0.0.1")).toContain("there")
})
