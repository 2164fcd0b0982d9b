import type { LookupFunction } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { createWebClient } from "../../../src/ingest/sources/web/web-client.ts"
import { createRateLimiter, retryAfter } from "../../../src/ingest/sources/web/retry-request.ts"
import { fakeClock, never, serve } from "./server.ts"
import { text, webOf } from "./web-server.ts"

describe("patience", () => {
  test.each([
    ["a number", "7", 7000],
    ["a date", "Fri, 20 Nov 2026 12:01:30 GMT", 90_000]
  ])("429 with Retry-After as %s", async (_, value, ms) => {
    const clock = fakeClock()
    let first = true
    const { url } = await serve((_in, out) => {
      if (first) out.writeHead(429, { "retry-after": value }).end("{}")
      else out.end("at last")
      first = false
    })
    expect(text((await webOf({ clock }).read(url, {}, never())).bytes)).toBe("at last")
    expect(clock.waited).toEqual([ms])
  })

  test("a server that stays busy, or wants an hour of rest, is left alone with a sentence", async () => {
    const clock = fakeClock()
    const busy = await serve((_, out) => out.writeHead(503).end("busy"))
    await expect(webOf({ clock }).read(busy.url, {}, never())).rejects.toMatchObject({
      code: "source-away",
      retryable: true,
      message: expect.stringContaining("too busy")
    })
    expect([busy.asked.length, clock.waited.length]).toEqual([4, 3])
    clock.waited.forEach((ms, at) => expect([ms >= 1000 * 2 ** at, ms <= 1500 * 2 ** at]).toEqual([true, true]))
    const strict = await serve((_, out) => out.writeHead(429, { "retry-after": "3600" }).end())
    await expect(webOf({ clock }).read(strict.url, {}, never())).rejects.toMatchObject({
      message: expect.stringContaining("60 minutes")
    })
    expect([strict.asked.length, retryAfter("soon", 0), retryAfter(undefined, 0)]).toEqual([1, undefined, undefined])
  })

  test("a connection that is cut, before or in the middle, is tried again", async () => {
    let n = 0
    const { url, asked } = await serve(({ socket }, out) => {
      n++
      if (n === 1) return void socket.destroy()
      out.writeHead(200, { "content-length": "9" })
      if (n === 2) return void out.write("half", () => socket.destroy())
      out.end("all of it")
    })
    expect(text((await webOf().read(url, {}, never())).bytes)).toBe("all of it")
    expect(asked).toHaveLength(3)
  })

  test("a packed body that is cut is a cut, not an end", async () => {
    const packed = gzipSync("word ".repeat(10_000))
    const { url } = await serve((_, out) =>
      out.writeHead(200, { "content-encoding": "gzip" }).end(packed.subarray(0, packed.length / 2))
    )
    await expect(webOf({ tries: 2 }).read(url, {}, never())).rejects.toMatchObject({
      code: "source-away",
      message: expect.stringContaining("was cut")
    })
  })

  test("who sends a byte now and then, or nothing at all, is given up", async () => {
    const slow = await serve((_, out) => {
      out.writeHead(200)
      const timer = setInterval(() => out.write("."), 15)
      out.on("close", () => clearInterval(timer))
    })
    await expect(webOf().read(slow.url, { idle: 10_000, total: 150 }, never())).rejects.toMatchObject({
      message: expect.stringContaining("took longer")
    })
    const silent = await serve(() => undefined)
    await expect(webOf({ tries: 2 }).read(silent.url, { idle: 60 }, never())).rejects.toMatchObject({
      message: expect.stringContaining("silent for 60 ms")
    })
    expect([slow.asked.length, silent.asked.length]).toEqual([1, 2])
  })

  test("a reader who takes time doesn't make the server look silent", async () => {
    const { url } = await serve((_, out) => out.end("x".repeat(300_000)))
    const answer = await webOf().open(url, { idle: 80, total: 200 }, never())
    let length = 0
    for await (const chunk of answer.body) {
      if (length === 0) await sleep(300)
      length += chunk.length
    }
    expect(length).toBe(300_000)
  })

  test("calling off ends the waiting with the caller's reason", async () => {
    const called = new AbortController()
    const { url } = await serve(() => called.abort(new Error("enough")))
    await expect(webOf().read(url, {}, called.signal)).rejects.toThrow("enough")
    await expect(webOf().read(url, {}, called.signal)).rejects.toThrow("enough")
    const later = new AbortController()
    const busy = await serve((_, out) => {
      out.writeHead(429, { "retry-after": "60" }).end()
      setTimeout(() => later.abort(new Error("no more")), 20)
    })
    const web = createWebClient({ allowHosts: ["127.0.0.1"] })
    await expect(web.read(busy.url, {}, later.signal)).rejects.toThrow("no more")
    web.close()
  })
})

describe("how much is taken", () => {
  test("a body that is too large ends the reading, whether it says its length or not", async () => {
    const told = await serve((_, out) => out.end(Buffer.alloc(200_000)))
    const untold = await serve((_, out) => {
      const more = () => {
        while (out.write(Buffer.alloc(50_000)));
      }
      out.on("drain", more)
      more()
    })
    for (const { url } of [told, untold])
      await expect(webOf().read(url, { largest: 100_000 }, never())).rejects.toMatchObject({
        message: expect.stringContaining("larger than 100 kB")
      })
    expect(untold.asked).toHaveLength(1)
  })

  test("a bomb of zeros isn't unpacked further than may be taken", async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000))
    const { url } = await serve((_, out) => out.writeHead(200, { "content-encoding": "gzip" }).end(bomb))
    const before = process.memoryUsage().rss
    await expect(webOf().read(url, { largest: 1_000_000 }, never())).rejects.toMatchObject({
      message: expect.stringContaining("larger than 1 MB")
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000)
  })

  test("packed in a way that nobody knows, or not as it says", async () => {
    const odd = await serve((_, out) => out.writeHead(200, { "content-encoding": "snappy" }).end("abc"))
    await expect(webOf().read(odd.url, {}, never())).rejects.toMatchObject({
      code: "source-unreadable",
      message: expect.stringContaining("snappy")
    })
    const wrong = await serve((_, out) => out.writeHead(200, { "content-encoding": "gzip" }).end("this is no gzip"))
    await expect(webOf().read(wrong.url, {}, never())).rejects.toMatchObject({
      code: "source-unreadable",
      message: expect.stringContaining("unpacked")
    })
  })
})

test("nobody is asked more often than the pace allows", async () => {
  const clock = fakeClock()
  const pace = createRateLimiter(5, clock)
  for (let n = 0; n < 11; n++) await pace.turn(never())
  expect(clock.now() - Date.parse("2026-11-20T12:00:00Z")).toBe(2000)
  pace.slowDown(1500)
  pace.slowDown(100)
  clock.waited.length = 0
  await pace.turn(never())
  await pace.turn(never())
  expect(clock.waited).toEqual([200, 1500])
})

test("nothing answers: a sentence with the host", async () => {
  const { url } = await serve(() => undefined)
  const dead = url.replace(/\d+$/, "1")
  await expect(webOf({ tries: 1 }).read(dead, {}, never())).rejects.toMatchObject({
    code: "source-away",
    message: expect.stringContaining("Nothing answers at 127.0.0.1:1")
  })
  const nowhere: LookupFunction = (_host, _options, done) =>
    done(Object.assign(new Error("no"), { code: "ENOTFOUND" }), "", 4)
  await expect(webOf({ lookup: nowhere }).read("http://no.such/", {}, never())).rejects.toMatchObject({
    message: "There is no host no.such. Is the address right?"
  })
})
