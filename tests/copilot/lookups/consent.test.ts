import { expect, test } from "vitest"
import type { LookupResult } from "../../../src/ticket/looked-up.ts"
import { definitionOf, GOOD } from "../../lookups/help/definition.ts"
import { jsonDouble } from "../../lookups/help/json-double.ts"
import { sampleTicket } from "../help/page-double.ts"
import { KEY, world } from "../help/world.ts"

const WITHOUT_SECRET = GOOD.replace(/headers:.*\nsecrets:.*\n/, "")

/** A paired browser whose manifest and settings let it reach the shop, which nobody has pressed "Allow" for. */
async function shop(change = (source: string) => source) {
  const double = await jsonDouble(() => ({ orders: [{ status: "fulfilled" }] }))
  const source = WITHOUT_SECRET.replaceAll("https://shop.example", double.origin).replaceAll(
    "shop.example",
    double.host
  )
  const all = await world()
  const define = (version: number, text: string) =>
    (all.relay.relay.lookups = { version, lookups: [definitionOf(text)] })
  define(1, change(source))
  all.page.ticket = sampleTicket({ fields: { "Order number": "LL-48301" } })
  all.browser.granted.add(double.origin)
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  const result = async (fits: (one: LookupResult) => boolean) =>
    (await panel.until(({ lookups }) => lookups?.[0] !== undefined && fits(lookups[0]), "the lookup"))
      .lookups?.[0] as LookupResult
  const wanted = () => result(({ problem }) => problem === "needs-permission")
  const allow = ({ name, origin, definition = "" }: LookupResult) =>
    all.ask({ kind: "panel-lookup-allow", key: KEY, lookup: name, origin, definition })
  return { ...all, panel, double, source, define, result, wanted, allow }
}

test("a host that the browser may reach isn't asked before its press, and is asked after it", async () => {
  const one = await shop()
  await one.opened()
  const wanted = await one.wanted()
  expect(one.double.asked).toEqual([])
  expect(await one.allow(wanted)).toEqual({ ok: true })
  await one.result(({ state }) => state === "found")
  expect(one.double.asked).toHaveLength(1)
})

test("the browser's permission is asked for too: without it, a press allows nothing", async () => {
  const one = await shop()
  await one.opened()
  const wanted = await one.wanted()
  one.browser.granted.delete(one.double.origin)
  await one.allow(wanted)
  await one.wanted()
  expect(one.double.asked).toEqual([])
})

test("a changed definition asks again, although its host is the same", async () => {
  const one = await shop()
  await one.opened()
  await one.allow(await one.wanted())
  await one.result(({ state }) => state === "found")
  one.define(2, one.source.replace("/api/orders", "/api/customers"))
  await one.ask({ kind: "panel-refresh" })
  await one.ask({ kind: "panel-search", key: KEY, words: "parcel" })
  await one.ask({ kind: "panel-look-up", key: KEY })
  await one.wanted()
  expect(one.double.asked.map(({ path }) => path)).toEqual(["/api/orders?name=LL-48301"])
})

test("a press for a definition that has changed since allows nothing", async () => {
  const one = await shop()
  await one.opened()
  const wanted = await one.wanted()
  await one.allow({ ...wanted, definition: "that of another" })
  await one.allow({ ...wanted, origin: "http://127.0.0.1:1" })
  await one.wanted()
  expect(one.double.asked).toEqual([])
})

test("every host of a lookup has its own press before anything is asked", async () => {
  const other = await jsonDouble(() => ({ orders: [] }))
  const one = await shop((source) => source.replace(/hosts: \[(.*)\]/, `hosts: ['${other.host}', $1]`))
  one.browser.granted.add(other.origin)
  await one.opened()
  const first = await one.wanted()
  await one.allow(first)
  const second = await one.result(({ problem, origin }) => problem === "needs-permission" && origin !== first.origin)
  expect([first.origin, second.origin].sort()).toEqual([one.double.origin, other.origin].sort())
  expect([...one.double.asked, ...other.asked]).toEqual([])
  await one.allow(second)
  await one.result(({ state }) => state === "found")
  expect(one.double.asked).toHaveLength(1)
})

test("what was allowed is kept for the next worker, sealed", async () => {
  const one = await shop()
  await one.opened()
  await one.allow(await one.wanted())
  await one.result(({ state }) => state === "found")
  const kept = [...one.browser.kept.local].filter(([name]) => name === "lookup-consents")
  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept)).not.toContain("127.0.0.1")
})
