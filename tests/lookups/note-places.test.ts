import { expect, test } from "vitest"
import { foundIn } from "../../src/lookups/run-lookup.ts"
import { readLookup } from "../../src/relay/lookups/format/read-lookup.ts"

const own = (url: string, path: string) =>
  readLookup(
    `lookup: desk\ntitle: Desk\nurl: ${JSON.stringify(url)}\n` +
      `${url.includes("{t}") ? "values: {t: {label: ticket, from: ticket-id}}\n" : ""}` +
      `${url.startsWith("/") ? "" : `hosts: ['${new URL(url).host}']\n`}` +
      `facts: {one: {label: One, path: ${JSON.stringify(path)}}}\n`
  )
const sentences = (url: string, path: string) => own(url, path).mistakes?.map(({ sentence }) => sentence) ?? []

test.each([
  ["/api/tickets/{t}/notes", "$.items[0].title"],
  ["/api/v2/tickets/{t}/comments.json", "$.count"],
  ["/api/v2/tickets/{t}?include=conversations", "$.plan"],
  ["/issues/{t}.json?include=journals", "$.issue.status.name"],
  ["/api/v1/ticket_articles/by_ticket/{t}", "$[0].subject"],
  ["/REST/2.0/ticket/{t}/history", "$.items[0].Type"],
  ["/api/v2/tickets/{t}/audits.json", "$.plan"],
  ["https://acme.freshdesk.com/api/v2/tickets/{t}/conversations", "$[0].id"],
  ["https://shop.example/orders/1?with=internalNotes", "$.status"]
])("the address %s is refused with the reason", (url, path) => {
  expect(sentences(url, path)[0]).toMatch(/^The address asks for ".+", where helpdesks keep internal notes/)
})

test.each([
  ["$.ticket.internal_notes[0].body", "internal notes"],
  ["$.ticket.comments[?@.public==false].body", "comments"],
  ["$.journals[-1].notes", "journals"],
  ["$.articles[?@.internal==true].body", "articles"],
  ["$.thread_entries[?@.is_note==true].body", "is note"],
  ["$['privateNotes'][0]", "private notes"],
  ["$.ticket.privatenotes", "privatenotes"],
  ["$.messages[1].text", "messages"],
  ["$.data.timeline[0]", "timeline"],
  ["$.kunde.interne_notiz", "interne notiz"],
  ["$.チケット.社内メモ", "社内メモ"]
])("the path %s into the helpdesk is refused with the reason", (path, named) => {
  expect(sentences("/api/tickets/{t}", path)[0]).toMatch(/^"one" reads ".+", where helpdesks keep internal notes/)
  expect(sentences("/api/tickets/{t}", path)[0]).toContain(named.split(" ")[0])
})

test("a path of any depth into the helpdesk is refused, into a shop it isn't", () => {
  expect(sentences("/api/tickets/{t}", "$..body")[0]).toContain("at any depth")
  expect(sentences("/api/tickets/{t}", "$.fields['a..b']")).toEqual([])
  expect(sentences("https://shop.example/orders", "$..status")).toEqual([])
})

test("a shop's own words are no notes, but what is called internal is everywhere", () => {
  for (const path of ["$.order.note", "$.order.messages[0]", "$.history[0].status", "$.articles[*].name"])
    expect(sentences("https://shop.example/orders", path), path).toEqual([])
  for (const path of ["$.order.internal_note", "$.staffComments[0].text", "$.order['private-notes']"])
    expect(sentences("https://shop.example/orders", path)[0], path).toContain("internal notes")
})

test("a view that reads notes is refused", () => {
  const view = (statement: string) =>
    readLookup(
      `lookup: v\ntitle: V\nview: ${statement}\nvalues: {n: {label: n, field: n}}\n` +
        "facts: {one: {label: One, path: '$.rows[0].state'}}\n"
    ).mistakes?.map(({ sentence }) => sentence)
  expect(view("select body as state from internal_notes where n = {n}")?.[0]).toContain('reads "internal notes"')
  expect(view("select state from orders where n = {n}")).toBeUndefined()
})

test("of a lookup that was stored before, a fact where notes stand is withheld", () => {
  const source =
    "lookup: d\ntitle: D\nurl: /api/t\nfacts: {one: {label: One, path: '$.notes[0].body'}, two: {label: Two, path: $.plan}}\n"
  expect(readLookup(source).mistakes).toHaveLength(1)
  const { definition } = readLookup(source, true)
  if (!definition) throw new Error("it isn't read")
  const { facts } = foundIn([{ notes: [{ body: "Gold" }], plan: "Gold" }], { definition, values: {}, secrets: {} })
  expect(facts).toEqual([
    { name: "one", label: "One", value: "Gold", withheld: "note" },
    { name: "two", label: "Two", value: "Gold" }
  ])
})
