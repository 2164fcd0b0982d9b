import { expect, test } from "vitest"
import { jsonDouble } from "../../lookups/help/json-double.ts"
import { definitionOf } from "../../lookups/help/definition.ts"
import { identity, type Identity } from "../../masking/leak/identities.ts"
import { leaksIn } from "../../masking/leak/leaks.ts"
import { chanceOf } from "../../masking/leak/random.ts"
import { wireTo } from "../../masking/leak/wire.ts"
import { sampleTicket } from "../help/page-double.ts"
import { goodDraft } from "../help/relay-script.ts"
import { ORIGIN, world } from "../help/world.ts"
import { pressAllow } from "./press-allow.ts"

/**
 * Tickets; LOOKUP_FROM is the first one's seed, to have a failure again. Seeds have three digits at most: four in a row
 * would be found in somebody's phone number by chance.
 */
const COUNT = Number(process.env["LOOKUP_TICKETS"] ?? (process.env["REPLYWRIGHT_SOAK"] ? 500 : 30))
const FROM = Number(process.env["LOOKUP_FROM"] ?? 0)

/** Facts as an admin may write them who doesn't think of identities, beside those that are declared. */
const definition = (origin: string, host: string) => `lookup: shop
title: Shop
url: ${origin}/orders?name={order}
hosts: [${host}]
values: {order: {label: order number, pattern: 'LL-\\d{3}'}}
cache: 0
facts:
  sent: {label: Sent on, path: '$.order.fulfillments[0].created_at', type: date}
  buyer: {label: Buyer, path: '$.order.customer.name', identity: name}
  recipient: {label: Recipient, path: '$.order.shipping_address.name'}
  mail: {label: Mail, path: '$.order.email'}
  phone: {label: Phone, path: '$.order.phone'}
  street: {label: Street, path: '$.order.shipping_address.address1'}
  town: {label: Town, path: '$.order.shipping_address.city'}
  whole: {label: Address, path: '$.order.shipping_address.*', type: list}
  note: {label: Note, path: '$.order.note'}
  events: {label: Events, path: '$.order.events[*].message', type: list}
`

const STREETS = ["Storgatan", "Rue Vercors", "Kestrelweg", "Calle Olmedo", "Larkspur Road"]
const TOWNS = ["Lundby", "Vercourt", "Kestrelheim", "Olmedilla", "Larkspurton"]

interface Person extends Identity {
  street: string
  town: string
  zip: string
}

function casesOf(seed: number) {
  const chance = chanceOf(seed)
  const person = (): Person => ({
    ...identity(chance),
    street: `${chance.pick(STREETS)} ${100 + (seed % 800)}`,
    town: chance.pick(TOWNS),
    zip: String(70_000 + ((seed * 7919) % 29_999))
  })
  const [buyer, recipient] = [person(), person()]
  const [first = buyer.name, ...last] = buyer.name.split(" ")
  const order = {
    name: `LL-${String(seed).padStart(3, "0")}`,
    email: buyer.email,
    phone: buyer.phone,
    customer: { name: buyer.name, first_name: first, last_name: last.join(" "), email: buyer.email },
    shipping_address: {
      name: recipient.name,
      address1: recipient.street,
      city: recipient.town,
      zip: recipient.zip,
      phone: recipient.phone
    },
    fulfillments: [{ created_at: "2026-11-12T09:00:00Z" }],
    note: `Please ring ${recipient.name} at ${recipient.phone} or write to ${recipient.email}.`,
    events: [
      { message: `Left with ${recipient.name}` },
      { message: `Delivered to ${recipient.street}, ${recipient.town}` },
      { message: `Signed by ${buyer.name.toUpperCase()}` }
    ]
  }
  return { people: [buyer, recipient], order, isBuyers: chance.oneIn(2) }
}

test(`of ${COUNT} tickets with a lookup nothing of a looked-up identity is in what reaches the relay's socket`, {
  timeout: 60_000 + COUNT * 1000
}, async () => {
  const cases = new Map(Array.from({ length: COUNT }, (_, n) => casesOf(FROM + n)).map((one) => [one.order.name, one]))
  const shop = await jsonDouble(({ path }) => ({
    order: cases.get(new URL(path, "http://shop").searchParams.get("name") ?? "")?.order
  }))
  const all = await world()
  const wire = await wireTo(all.relay.address)
  all.relay.relay.lookups = { version: 1, lookups: [definitionOf(definition(shop.origin, shop.host))] }
  all.relay.relay.script = (id) => ({ events: goodDraft(id).filter(({ type }) => type === "draft-end") })
  all.browser.granted.add(shop.origin)
  await all.worker.send({ kind: "popup-pair", address: wire.address, code: all.relay.relay.code }, { own: true })
  await all.ask({ kind: "popup-prepare", on: false })
  all.openTab(10)
  const panel = all.openPanel()
  const leaks: string[] = []
  let withFacts = 0
  for (const [name, { people, isBuyers }] of cases) {
    const ticketId = name.slice(3)
    const key = `sample ${ORIGIN} ${ticketId}`
    const [buyer] = people
    all.page.ticket = sampleTicket({
      ticketId,
      subject: "Where is it?",
      ...(isBuyers && buyer ? { requester: { name: buyer.name, email: buyer.email } } : {}),
      messages: [
        {
          ...{ id: "m1", author: isBuyers ? (buyer?.name ?? "") : "Anna Bergmann", role: "customer" },
          ...{ visibility: "public", at: "2026-11-20T09:00:00.000Z", text: `Where is my order ${name}?` }
        }
      ]
    })
    await all.opened(10, ticketId)
    if (withFacts === 0) await pressAllow(all, panel, key)
    await all.ask({ kind: "panel-regenerate", key, instruction: "Say when it was sent" })
    const state = await panel.until(
      ({ ticket, draft, lookups }) => ticket?.key === key && draft?.state === "ready" && lookups !== undefined,
      `a draft for ${name}`
    )
    expect(state.lookups?.[0]?.state, name).toBe("found")
    const bytes = wire.taken()
    if (bytes.includes('"2026-11-12"')) withFacts++
    const own = `${OWN} ${name} ${ticketId}`
    const places = people.flatMap(({ street, zip, town }) => [street, zip, town])
    for (const place of places) if (bytes.includes(place)) leaks.push(`LOOKUP_FROM=${Number(ticketId)}: ${place}`)
    for (const { what, window } of leaksIn(bytes, people, own))
      leaks.push(`LOOKUP_FROM=${Number(ticketId)}: ${what} in ${window}`)
  }
  expect(withFacts).toBe(COUNT)
  expect(shop.asked.every(({ method }) => method === "GET")).toBe(true)
  expect(leaks.length, `${leaks.length} leaks\n${leaks.slice(0, 20).join("\n")}`).toBe(0)
})

/** What else stands in the requests. */
const OWN =
  "POST /v1/drafts /v1/summaries /v1/pair authorization Bearer token-1 accept-language content-type application/json host connection keep-alive user-agent node sec-fetch-mode cors accept-encoding gzip deflate x-replywright-api traceparent cache-control no-cache pragma draftId summaryId ticket helpdesk sample ticketId version subject Where is it requester agent tags lookups name shop title Shop facts sent label Sent on value 2026-11-12 recipient Recipient mail Mail phone Phone street Street town Town whole Address note Note Please ring at or write to events Events Left with Delivered Signed by messages id m1 role customer author at 2026-11-20T09:00:00.000Z text Where is my order site http://localhost:4000 instruction Say when it was sent previous firstName fields attempt code ABCD device browser key locale en"
