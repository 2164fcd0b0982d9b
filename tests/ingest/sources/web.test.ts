import type { LookupFunction } from "node:net"
import { describe, expect, test } from "vitest"
import { onSameHost } from "../../../src/ingest/sources/web/web-client.ts"
import { never, serve } from "./server.ts"
import { text, webOf } from "./web-server.ts"

/** Makes a lookup that answers with these addresses in turn, and then always with the last one. */
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
    // The next attempt resolves the name again and checks the address again.
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
