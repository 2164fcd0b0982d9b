import { readdirSync } from "node:fs"
import { createServer, request, type IncomingMessage, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { receiveUpload } from "../../../src/knowledge/upkeep/receive-upload.ts"
import { Problem } from "../../../src/runtime/problem.ts"

const LARGEST = 1_000_000
let server: Server
let url = ""
let told: Promise<string> = Promise.resolve("")
beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    told = taken(incoming)
    void told.then((said) => outgoing.end(said))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => server.close())

async function taken(incoming: IncomingMessage): Promise<string> {
  try {
    const { source, remove } = await receiveUpload(incoming, { name: "book.md" }, { largest: LARGEST, silence: 300 })
    await remove()
    return `took ${source.label}`
  } catch (error) {
    if (error instanceof Problem) return `${error.status} ${error.code}`
    throw error
  }
}

const places = () => readdirSync(tmpdir()).filter((name) => name.startsWith("replywright-file-"))
let before: string[] = []
beforeEach(() => (before = places()))

/** In pieces, without saying how long it will be. */
function pieces(count: number, size: number): ReadableStream<Uint8Array> {
  let n = 0
  return new ReadableStream({
    pull: (controller) => (n++ < count ? controller.enqueue(new Uint8Array(size).fill(97)) : controller.close())
  })
}

test.each([
  ["a file of the largest size", 10, "took book.md"],
  ["a byte too much, told only by its end", 11, "413 too-big"]
])("%s, sent in pieces, is answered, and leaves nothing on the disk", async (_, count, answer) => {
  const response = await fetch(url, { method: "POST", body: pieces(count, 100_000), duplex: "half" } as RequestInit)
  expect(await response.text()).toBe(answer)
  expect(places()).toEqual(before)
})

test("one that says beforehand that it is too large is not even begun", async () => {
  const response = await fetch(url, { method: "POST", body: new Uint8Array(LARGEST + 1) })
  expect(await response.text()).toBe("413 too-big")
  expect(places()).toEqual(before)
})

test("one that breaks off is forgotten", async () => {
  told = Promise.resolve("")
  const sending = request(url, { method: "POST", headers: { "content-length": 500_000 } })
  sending.on("error", () => expect(sending.destroyed).toBe(true))
  sending.write("x".repeat(1_000))
  await vi.waitFor(() => expect(places().length).toBeGreaterThan(before.length))
  sending.destroy()
  expect(await told).toBe("400 bad-request")
  expect(places()).toEqual(before)
})

test("one of which nothing more comes is given up, and forgotten", async () => {
  told = Promise.resolve("")
  const sending = request(url, { method: "POST", headers: { "content-length": 500_000 } })
  sending.on("error", (error) => expect(error).toMatchObject({ code: "ECONNRESET" }))
  sending.write("x".repeat(1_000))
  await vi.waitFor(() => expect(places().length).toBeGreaterThan(before.length))
  expect(await told).toBe("400 bad-request")
  expect(places()).toEqual(before)
})
