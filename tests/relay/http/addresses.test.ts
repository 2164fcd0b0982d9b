import { connect } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
beforeAll(async () => void (relay = await openRelay()))
afterAll(() => relay?.close())

/** What a bare connection is answered until it closes. */
function answerTo(line: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(relay.url).port), "127.0.0.1")
    let answer = ""
    socket.on("data", (data) => (answer += data.toString()))
    socket.once("error", reject)
    socket.once("close", () => resolve(answer))
    socket.write(`${line}\r\n${host}Connection: close\r\n\r\n`)
  })
}

test.each([
  ["a path", "GET /v1/health HTTP/1.1", "Host: 127.0.0.1\r\n", 200],
  ["a path with dots in it", "GET /v1/../v1/health HTTP/1.1", "Host: [::1]:80\r\n", 200],
  ["another name in the header", "GET /v1/health HTTP/1.1", "Host: evil.example\r\n", 403],
  ["another name in the address", "GET http://evil.example/v1/health HTTP/1.1", "Host: 127.0.0.1\r\n", 400],
  ["two slashes", "GET //v1/health HTTP/1.1", "Host: 127.0.0.1\r\n", 404],
  ["no name at all", "GET /v1/health HTTP/1.0", "", 400],
  ["a name that is none", "GET /v1/health HTTP/1.1", "Host: a b\r\n", 400],
  ["a port that is none", "GET /v1/health HTTP/1.1", "Host: 127.0.0.1:99999\r\n", 400],
  ["a backslash", "GET /v1\\health HTTP/1.1", "Host: 127.0.0.1\r\n", 400],
  ["no path", "OPTIONS * HTTP/1.1", "Host: 127.0.0.1\r\n", 400]
])("%s in a request", async (_, line, host, status) => {
  const [head = "", body = ""] = (await answerTo(line, host)).split("\r\n\r\n")
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  const requestId = /^x-request-id: (\S+)$/im.exec(head)?.[1] ?? "none"
  expect(requestId).toMatch(/^[\da-f-]{36}$/)
  if (status !== 200) expect(body).toContain(requestId)
})
