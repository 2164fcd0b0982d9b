import { expect, test } from "vitest"
import { readLookup } from "../../../src/relay/lookups/format/read-lookup.ts"
import { draftRequest } from "../../../src/protocol/relay.ts"
import type { LookupResult } from "../../../src/ticket/looked-up.ts"
import { sampleTicket } from "../help/page-double.ts"
import { KEY, world } from "../help/world.ts"

const VIEW = `lookup: order-status
title: Order system
view: select sent, state from order_status where number = {order}
values: {order: {label: Order number, field: Number}}
facts:
  sent: {label: Sent on, path: '$.rows[0].sent', type: date}
  state: {label: State, path: '$.rows[0].state'}
`

/** A paired browser of a team with one view; the relay gives one row for whatever it is asked. */
async function browser(
  number: string,
  change = (source: string) => source,
  row = JSON.stringify({ sent: "2026-11-13", state: "sent" })
) {
  const { view } = readLookup(change(VIEW))
  if (!view) throw new Error("the view is wrong")
  const all = await world()
  const asked: unknown[] = []
  const ask = (body: string) => {
    asked.push(JSON.parse(body))
    return { rows: [row] }
  }
  all.relay.relay.lookups = { version: 1, lookups: [], views: [view.definition], ask }
  all.page.ticket = sampleTicket({ fields: { Number: number } })
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  const result = async () => {
    await panel.draft("ready")
    const { lookups } = await panel.until((state) => state.lookups !== undefined, "the view")
    return lookups?.[0] as LookupResult
  }
  return { ...all, panel, asked, result }
}

test("the relay is asked by a number that masking leaves as it is, and the facts go with the draft", async () => {
  const one = await browser("LL-48213")
  await one.opened()
  expect((await one.result()).facts).toMatchObject([{ value: "2026-11-13" }, { value: "sent" }])
  expect(one.asked).toEqual([{ values: { order: "LL-48213" } }])
  const { ticket } = draftRequest.parse(JSON.parse(one.relay.seen.drafts.at(-1)?.body ?? ""))
  expect(ticket.lookups?.[0]?.facts[0]).toEqual({ name: "sent", label: "Sent on", value: "2026-11-13" })
  // Kept for a while like any other answer, sealed.
  await one.ask({ kind: "panel-regenerate", key: KEY })
  expect(one.asked).toHaveLength(1)
  await one.ask({ kind: "panel-look-up", key: KEY })
  expect(one.asked).toHaveLength(2)
})

test("a number that is masked isn't given to the relay, unless the admin chose so for it", async () => {
  const asCustomer = (source: string) => source.replace("label: Order number", "label: Customer number")
  const masked = await browser("20748193", asCustomer)
  await masked.opened()
  expect(await masked.result()).toMatchObject({
    state: "failed",
    problem: "masked-value",
    missing: "Customer number",
    facts: [{ name: "sent" }, { name: "state" }]
  })
  expect(masked.asked).toEqual([])

  const chosen = await browser("20748193", (source) =>
    asCustomer(source).replace("field: Number", "field: Number, unmasked: true")
  )
  await chosen.opened()
  expect((await chosen.result()).state).toBe("found")
  expect(chosen.asked).toEqual([{ values: { order: "20748193" } }])
})

test.each([
  "maya@post.example",
  "+46 70 174 06 05",
  "4111 1111 1111 1111",
  "DE89 3704 0044 0532 0130 00",
  "Maya Lindgren"
])("%s is never given to the relay, whatever the admin chose", async (value) => {
  const one = await browser(value, (source) => source.replace("field: Number", "field: Number, unmasked: true"))
  await one.opened()
  expect((await one.result()).problem).toBe("masked-value")
  expect(one.asked).toEqual([])
  expect(one.relay.seen.calls.filter((call) => call.includes("/ask"))).toEqual([])
})

test("why the relay didn't read a view stands on the card in its own words", async () => {
  const one = await browser("LL-48213")
  one.relay.relay.refuses = /"values"/
  await one.opened()
  expect(await one.result()).toMatchObject({ state: "failed", problem: "view", said: "It says unmasked-data." })
})

test("a name within a JSON column of a view is masked in its facts", async () => {
  const details = { parcel: { deep: { consignee: "Otto Brandauer" } } }
  const row = JSON.stringify({ sent: "2026-11-13", state: "Left with Brandauer", details: JSON.stringify(details) })
  const one = await browser("LL-48213", (source) => source, row)
  await one.opened()
  await one.result()
  const { body = "" } = one.relay.seen.drafts.at(-1) ?? {}
  expect(body).not.toContain("Brandauer")
  expect(draftRequest.parse(JSON.parse(body)).ticket.lookups?.[0]?.facts[1]?.value).toMatch(
    /^Left with \[PERSON_\d+\]$/
  )
})
