import type { ServerResponse } from "node:http"
import { expect, test } from "vitest"
import { runLookup } from "../../src/lookups/run-lookup.ts"
import { definitionOf, GOOD } from "./help/definition.ts"
import { jsonDouble, type Asked } from "./help/json-double.ts"
import type { LookupFault } from "../../src/lookups/get-json.ts"

const signal = new AbortController().signal
const ORDER = {
  status: "fulfilled",
  sent: "2026-11-12",
  total: "98.90",
  currency: "EUR",
  lines: [{ title: "Halo lamp" }]
}

async function jobOf(answer: (asked: Asked, response: ServerResponse) => unknown, change = (source: string) => source) {
  const double = await jsonDouble(answer)
  const source = GOOD.replaceAll("https://shop.example", double.origin).replaceAll("shop.example", double.host)
  const job = {
    definition: definitionOf(change(source)),
    values: { order: "LL-48301" },
    secrets: { token: "s3cr3t-token" },
    site: "https://lumen.zendesk.com"
  }
  return { double, job }
}

async function asking(
  answer: (asked: Asked, response: ServerResponse) => unknown,
  change = (source: string) => source,
  limitMs = 3000
) {
  const { double, job } = await jobOf(answer, change)
  return { double, run: runLookup(job, Date.now(), signal, limitMs) }
}
const failed = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    ({ code, status, retryAfter }: LookupFault) => ({ code, status, retryAfter })
  )

test("one GET with the secret in its header and no cookie gives the facts", async () => {
  const { double, run } = await asking(() => ({ orders: [ORDER] }))
  const found = await run
  expect(Object.fromEntries(found.facts.map(({ name, value }) => [name, value]))).toMatchObject({
    status: "sent",
    sent: "2026-11-12",
    total: "98.90 EUR"
  })
  expect(found).toMatchObject({ none: false, more: false })
  expect(double.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /api/orders?name=LL-48301"])
  expect(double.asked[0]?.headers).toMatchObject({ "x-token": "s3cr3t-token", accept: "application/json" })
  expect(double.asked[0]?.headers.cookie).toBeUndefined()
})

test("a redirect to another host is not followed, nor one at home, and the secret stays", async () => {
  const other = await jsonDouble(() => ({ orders: [ORDER] }))
  for (const status of [301, 302, 303, 307, 308]) {
    const { run } = await asking((_, response) => response.writeHead(status, { location: `${other.origin}/x` }).end())
    expect(await failed(run)).toMatchObject({ code: "redirected" })
  }
  expect(other.asked).toEqual([])
})

test("5 MB are cut off, told or not, and small pages count together", async () => {
  const huge = (_: Asked, response: ServerResponse) => {
    response.setHeader("content-type", "application/json")
    response.end(JSON.stringify({ orders: [ORDER], padding: "x".repeat(5_000_000) }))
  }
  const { run } = await asking(huge)
  expect(await failed(run)).toMatchObject({ code: "too-large" })
  const { run: paged, double } = await asking(({ path }, response) => {
    response.setHeader("link", `<${path}&page=2>; rel="next"`)
    return { orders: [ORDER], padding: "x".repeat(150_000) }
  })
  expect(await paged).toMatchObject({ more: true, none: false })
  expect(double.asked).toHaveLength(2)
})

test("HTML is no answer, whatever it is called", async () => {
  const page = (type: string) => (_: Asked, response: ServerResponse) =>
    void response.writeHead(200, { "content-type": type }).end("<!doctype html><title>Sign in</title>")
  expect(await failed((await asking(page("text/html"))).run)).toMatchObject({ code: "not-json" })
  expect(await failed((await asking(page("application/json"))).run)).toMatchObject({ code: "not-json" })
})

test("a secret that the answer repeats reaches nobody", async () => {
  const { run } = await asking(({ headers }) => ({ orders: [{ ...ORDER, status: `You sent ${headers["x-token"]}` }] }))
  const { facts } = await run
  expect(facts.find(({ name }) => name === "status")).toEqual({
    name: "status",
    label: "Order status",
    withheld: "secret"
  })
  expect(JSON.stringify(facts)).not.toContain("s3cr3t")
})

test("a system that doesn't answer in time, or doesn't end its answer, is given up", async () => {
  const silent = await asking(() => undefined, undefined, 80)
  expect(await failed(silent.run)).toMatchObject({ code: "timeout" })
  const endless = await asking(
    (_, response) => void response.writeHead(200, { "content-type": "application/json" }).write('{"orders": ['),
    undefined,
    80
  )
  expect(await failed(endless.run)).toMatchObject({ code: "timeout" })
})

test("429 says how long to wait, and every other refusal what it is", async () => {
  const answer =
    (status: number, headers: Record<string, string> = {}) =>
    async () =>
      failed((await asking((_, response) => void response.writeHead(status, headers).end("{}"))).run)
  expect(await answer(429, { "retry-after": "2.0" })()).toEqual({ code: "rate-limited", status: 429, retryAfter: 2 })
  const date = new Date(Date.now() + 30_500).toUTCString()
  expect((await answer(429, { "retry-after": date })())?.retryAfter).toBeGreaterThan(25)
  expect(await answer(429)()).toMatchObject({ retryAfter: 60 })
  expect(await answer(429, { "retry-after": "999999" })()).toMatchObject({ retryAfter: 3600 })
  expect(await answer(401)()).toMatchObject({ code: "refused", status: 401 })
  expect(await answer(403)()).toMatchObject({ code: "refused", status: 403 })
  expect(await answer(503)()).toMatchObject({ code: "status", status: 503 })
})

test("a system that knows nothing of it is no failure", async () => {
  const { run } = await asking((_, response) => void response.writeHead(404).end("{}"))
  expect(await run).toMatchObject({ none: true, more: false })
  expect(await (await asking(() => ({ orders: [] }))).run).toMatchObject({ none: true })
})

test("nobody listens there", async () => {
  const definition = definitionOf(
    GOOD.replaceAll("https://shop.example", "http://127.0.0.1:9").replaceAll("shop.example", "127.0.0.1:9")
  )
  const job = { definition, values: { order: "LL-1" }, secrets: { token: "t" }, site: "" }
  expect(await failed(runLookup(job, 0, signal))).toMatchObject({ code: "unreachable" })
  expect(await failed(runLookup({ ...job, secrets: {} }, 0, signal))).toMatchObject({ code: "needs-secret" })
})

test.each([
  [
    "link",
    "next: link",
    (path: string, response: ServerResponse) =>
      void response.setHeader("link", `<https://x.example/>; rel="prev", <${path}&page=2>; rel="next"`)
  ],
  ["path", "next: {path: $.next}", () => undefined],
  ["parameter", "next: {parameter: page, path: $.cursor}", () => undefined]
])("pages are followed by %s, three at most", async (_, next, head) => {
  let n = 0
  const { run, double } = await asking(
    ({ path }, response) => {
      head(path, response)
      n++
      return { orders: [{ ...ORDER, lines: [{ title: `Lamp ${n}` }] }], next: `${path}&p=${n}`, cursor: `c${n}` }
    },
    (source) => source.replace("next: link", next)
  )
  const { facts, more } = await run
  expect(facts.find(({ name }) => name === "articles")?.value).toBe("Lamp 1, Lamp 2, Lamp 3")
  expect([more, double.asked.length]).toEqual([true, 3])
})

test("a path with a value of the ticket reads its order alone, on whichever page it is, and no value ends its quotes", async () => {
  const of = (source: string) => source.replaceAll("orders[0]", "orders[?@.name==''{order}'']")
  const pages = [[{ name: "LL-483011", status: "cancelled" }], [{ ...ORDER, name: "LL-48301" }]]
  const answer = ({ path }: Asked, response: ServerResponse) => {
    if (!path.includes("page=2")) response.setHeader("link", `<${path}&page=2>; rel="next"`)
    return { orders: pages[path.includes("page=2") ? 1 : 0] }
  }
  const quoted = (source: string) => of(source.replace("path: $.orders[0].status", "path: '$.orders[0].status'"))
  const { facts } = await (await asking(answer, quoted)).run
  expect(facts.slice(0, 3).map(({ value }) => value)).toEqual(["sent", "2026-11-12", "98.90 EUR"])

  for (const value of ["x'||@.name!='", 'x"', "x\\", "x\\'||@.name!=\\'"]) {
    const { job } = await jobOf(answer, quoted)
    const found = await runLookup({ ...job, values: { order: value } }, Date.now(), signal)
    expect(found.facts.filter(({ name }) => name !== "articles").every((fact) => fact.value === undefined)).toBe(true)
  }
})

test("half a character of a name that was cut off fits into no address", async () => {
  const { job, double } = await jobOf(() => ({ orders: [ORDER] }))
  const cut = runLookup({ ...job, values: { order: "Mia \ud83d" } }, Date.now(), signal)
  expect(await failed(cut)).toMatchObject({ code: "bad-value" })
  expect((await runLookup({ ...job, values: { order: "Mia \u{1f600}" } }, Date.now(), signal)).none).toBe(false)
  expect(double.asked).toHaveLength(1)
})

test.each(["query=name:'%23{order}'", "query=name:%22no. {order}%22", 'q="x" and name:"{order}"'])(
  "a value can't end the quotes around it, also where they don't stand right beside it: %s",
  async (query) => {
    const { job } = await jobOf(
      () => ({ orders: [ORDER] }),
      (source) => source.replace("name={order}", () => query)
    )
    for (const order of ["x' or name:'*", 'x" or name:"*', "x\\"])
      expect(await failed(runLookup({ ...job, values: { order } }, Date.now(), signal))).toMatchObject({
        code: "bad-value"
      })
    expect((await runLookup(job, Date.now(), signal)).none).toBe(false)
  }
)

test("a secret that no header can hold is said to be that, and nothing is asked", async () => {
  const { job, double } = await jobOf(() => ({ orders: [ORDER] }))
  for (const token of ["tok\u201cen", "token\r\nx-method: DELETE", "to\u200bken"])
    expect(await failed(runLookup({ ...job, secrets: { token } }, Date.now(), signal))).toMatchObject({
      code: "bad-secret"
    })
  expect(double.asked).toEqual([])
})

test("a next page at another host isn't asked for", async () => {
  const other = await jsonDouble(() => ({ orders: [] }))
  const { run, double } = await asking((_, response) => {
    response.setHeader("link", `<${other.origin}/orders>; rel="next"`)
    return { orders: [ORDER] }
  })
  await run
  expect([double.asked.length, other.asked.length]).toEqual([1, 0])
})

test("a number of more digits than JavaScript keeps is the one that the system wrote", async () => {
  const { run } = await asking((_, response) => {
    response.setHeader("content-type", "application/json")
    response.end('{"orders":[{"status":420123456789012345,"total":12.5,"currency":"EUR"}]}')
  })
  const { facts } = await run
  expect(facts.find(({ name }) => name === "status")?.value).toBe("420123456789012345")
  expect(facts.find(({ name }) => name === "total")?.value).toBe("12.50 EUR")
})

test.each([
  ["application/json; charset=iso-8859-1", "latin1"],
  ["application/json; charset=iso-8859-1", "utf8"],
  ['application/json;charset="unheard-of"', "utf8"]
] as const)("letters of %s in %s are read", async (type, encoding) => {
  const { run } = await asking((_, response) => {
    response.setHeader("content-type", type)
    response.end(Buffer.from('{"orders":[{"status":"Gr\u00fc\u00dfe"}]}', encoding))
  })
  expect((await run).facts.find(({ name }) => name === "status")?.value).toBe("Gr\u00fc\u00dfe")
})
