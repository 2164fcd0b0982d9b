import type { LookupFunction } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { gzipSync } from "node:zlib"
import { describe, expect, onTestFinished, test } from "vitest"
import { createWeb, onSameHost, type Web, type WebOptions } from "../../../src/ingest/sources/web/fetch.ts"
import { createPace } from "../../../src/ingest/sources/web/pace.ts"
import { retryAfter } from "../../../src/ingest/sources/web/patience.ts"
import { fakeClock, never, serve } from "./server.ts"

function webOf(options: WebOptions = {}): Web {
  const web = createWeb({ allowHosts: ["127.0.0.1", "localhost"], clock: fakeClock(), ...options })
  onTestFinished(() => web.close())
  return web
}

/** A lookup that answers with these in turn, the last one again and again. */
function lookupOf(...answers: string[][]): LookupFunction & { asked: string[] } {
  const asked: string[] = []
  const lookup: LookupFunction = (host, options, done) => {
    const addresses = (answers[asked.length] ?? answers.at(-1) ?? []).map((address) => ({
      address,
      family: address.includes(":") ? 6 : 4
    }))
    asked.push(host)
    if (options.all) done(null, addresses)
    else done(null, addresses[0]?.address ?? "", addresses[0]?.family)
  }
  return Object.assign(lookup, { asked })
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe("what may be reached", () => {
  const hidden = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://0.0.0.0/",
    "http://[::]/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://127.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://198.18.0.1/"
  ]
  test.each(hidden)("%s isn't asked", async (address) => {
    await expect(webOf({ allowHosts: [] }).read(address, {}, never())).rejects.toMatchObject({
      code: "source-refused",
      message: expect.stringContaining("--allow-host")
    })
  })

  test.each(["ftp://example.com/a", "file:///etc/passwd", "data:text/html,hi", "http://kim:secret@example.com/"])(
    "%s isn't asked either",
    async (address) => {
      await expect(webOf().read(address, {}, never())).rejects.toMatchObject({ code: "source-refused" })
    }
  )

  test("a host that is named may be private, that one alone, and never where a cloud tells its secrets", async () => {
    const { url, asked } = await serve((_, out) => out.end("here"))
    expect(text((await webOf({ allowHosts: ["127.0.0.1"] }).read(url, {}, never())).bytes)).toBe("here")
    await expect(webOf({ allowHosts: ["wiki.local"] }).read(url, {}, never())).rejects.toMatchObject({
      code: "source-refused"
    })
    const cloud = webOf({ allowHosts: ["cloud.test", "169.254.169.254"], lookup: lookupOf(["169.254.169.254"]) })
    for (const address of ["http://cloud.test/", "http://169.254.169.254/"])
      await expect(cloud.read(address, {}, never())).rejects.toMatchObject({ code: "source-refused" })
    expect(asked).toHaveLength(1)
  })

  test("a name that leads to a private address is refused, also where a public one stands beside it", async () => {
    for (const addresses of [["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::ffff:127.0.0.1"], ["fd00::5"]]) {
      await expect(webOf({ lookup: lookupOf(addresses) }).read("http://help.test/", {}, never())).rejects.toMatchObject(
        { code: "source-refused" }
      )
    }
  })

  test("a name is looked up once for a connection, and what was looked at is connected to", async () => {
    const { url, requests } = await serve((_, out) => out.end("here"), "0.0.0.0")
    const lookup = lookupOf(["127.0.0.1"], ["127.0.0.2"])
    const web = webOf({ allowHosts: ["help.test"], lookup })
    await web.read(url.replace("127.0.0.1", "help.test"), {}, never())
    expect([lookup.asked, requests[0]?.socket.localAddress]).toEqual([["help.test"], "127.0.0.1"])
    // The next try looks again, and judges again.
    const rebound = lookupOf(["127.0.0.1"])
    await expect(
      webOf({ lookup: rebound }).read(url.replace("127.0.0.1", "rebound.test"), {}, never())
    ).rejects.toMatchObject({ code: "source-refused" })
    expect([rebound.asked.length, requests.length]).toEqual([1, 1])
  })

  test("what a server sends on to is looked at again", async () => {
    const secret = await serve((_, out) => out.end("secret"))
    const open = await serve((_, out) =>
      out.writeHead(302, { location: secret.url.replace("127.0.0.1", "localhost") }).end()
    )
    await expect(webOf({ allowHosts: ["127.0.0.1"] }).read(open.url, {}, never())).rejects.toMatchObject({
      code: "source-refused"
    })
    const odd = await serve((_, out) => out.writeHead(302, { location: "file:///etc/passwd" }).end())
    await expect(webOf().read(odd.url, {}, never())).rejects.toMatchObject({ code: "source-refused" })
    expect(secret.asked).toEqual([])
  })

  test("a site that leads to another host says so, and one that leads round and round ends", async () => {
    const { url, asked } = await serve((_, out) => out.writeHead(301, { location: "/again" }).end())
    await expect(webOf().read(url, {}, never())).rejects.toMatchObject({
      message: expect.stringContaining("without an end")
    })
    expect(asked).toHaveLength(6)
    const away = await serve((_, out) => out.writeHead(301, { location: "https://other.example/" }).end())
    await expect(webOf().read(away.url, { follow: onSameHost }, never())).rejects.toMatchObject({
      code: "source-refused",
      message: expect.stringContaining("other.example")
    })
  })
})

describe("what is told to whom", () => {
  test("name and password go to their own host alone", async () => {
    const other = await serve((_, out) => out.end("other"))
    const own = await serve(({ url }, out) =>
      url === "/here" ? out.end("here") : out.writeHead(302, { location: url === "/in" ? "/here" : other.url }).end()
    )
    const web = webOf()
    const request = {
      credentials: { user: "kim", password: "päss" },
      headers: { "X-Key": "abc", Accept: "text/html" },
      unless: { etag: '"1"' }
    }
    await web.read(`${own.url}/in`, request, never())
    await web.read(`${own.url}/out`, request, never())
    expect(
      own.requests.map(({ headers }) => [headers.authorization, headers["x-key"], headers["if-none-match"]])
    ).toEqual(Array(3).fill(["Basic a2ltOnDDpHNz", "abc", '"1"']))
    const [{ headers = {} } = {}] = other.requests
    expect([headers.authorization, headers["x-key"], headers["if-none-match"], headers.accept]).toEqual([
      undefined,
      undefined,
      undefined,
      "text/html"
    ])
  })

  test("a body is sent once, and to no other host", async () => {
    const other = await serve((_, out) => out.end())
    const { url } = await serve((_, out) => out.writeHead(307, { location: other.url }).end())
    await expect(webOf().read(url, { method: "POST", body: "question" }, never())).rejects.toMatchObject({
      code: "source-refused"
    })
    const cut = await serve(({ socket }) => socket.destroy())
    await expect(webOf().read(cut.url, { method: "POST", body: "question" }, never())).rejects.toMatchObject({
      code: "source-away"
    })
    expect([other.asked.length, cut.asked]).toEqual([0, ["POST /"]])
  })
})

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
    const web = createWeb({ allowHosts: ["127.0.0.1"] })
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
  const pace = createPace(5, clock)
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
