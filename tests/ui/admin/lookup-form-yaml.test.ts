import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { readLookup } from "../../../src/relay/lookups/format/read-lookup.ts"
import { typedLookup } from "../../../src/ui/admin/lookups/form/read-yaml.ts"
import { refusedFields } from "../../../src/ui/admin/lookups/form/refused-fields.ts"
import {
  emptyLookup,
  newFactRow,
  newTextRow,
  newValueRow,
  withUrl,
  type TypedLookup
} from "../../../src/ui/admin/lookups/form/typed-lookup.ts"
import { lookupYaml } from "../../../src/ui/admin/lookups/form/write-yaml.ts"
import { root } from "../../house/files.ts"

const VIEW = `# Our own table.
lookup: order-status
title: Order system
view: >
  select sent, total from order_status
  where number = {order}
values:
  order: {label: order number, field: [Order number, Order], pattern: 'LL-\\d{5}', unmasked: true}
facts:
  sent: {label: Sent on, path: '$.rows[0].sent', type: date}
  # In whole units.
  total: {label: Amount, path: '$.rows[0].total', type: money, currency: EUR}
`
const folder = join(root, "demo/lookups")
const FILES = new Map([
  ...readdirSync(folder).map((name): [string, string] => [name, readFileSync(join(folder, name), "utf8")]),
  ["view", VIEW]
])
const file = (name: string) => FILES.get(name) ?? ""
const read = (source: string) => {
  const { mistakes, ...found } = readLookup(source)
  expect(mistakes).toBeUndefined()
  return found
}
const asNew = (typed: TypedLookup): TypedLookup => {
  const anew = <Row extends { at?: number }>({ at: _, ...row }: Row) => row
  const { headers, secrets, values, facts } = typed
  return {
    ...typed,
    headers: headers.map(anew),
    secrets: secrets.map(anew),
    values: values.map(anew),
    facts: facts.map((fact) => ({ ...anew(fact), words: fact.words.map(anew) }))
  }
}
const lines = (text: string) => text.trimEnd().split("\n")

test.each([...FILES])(
  "%s: the form shows all of it, and what isn't changed stays as it is written",
  (_name, source) => {
    expect(read(lookupYaml("", asNew(typedLookup(source))))).toEqual(read(source))
    expect(read(lookupYaml(source, typedLookup(source)))).toEqual(read(source))
    const renamed = lookupYaml(source, { ...typedLookup(source), title: "Another title" })
    const title = lines(source).findIndex((line) => line.startsWith("title:"))
    if (source !== VIEW) expect(lines(renamed)).toEqual(lines(source).with(title, "title: Another title"))
  }
)

test("one field is changed, one row renamed, one removed and one added: comments and the order stay", () => {
  const typed = typedLookup(file("salesforce.yaml"))
  const [contacts, since, ...others] = typed.facts
  if (!contacts || !since) throw new Error("The file has no facts.")
  const written = lookupYaml(file("salesforce.yaml"), {
    ...typed,
    cache: "",
    next: { by: "link", path: "", parameter: "" },
    facts: [contacts, { ...since, name: "contact-since" }, ...others.slice(1), { ...newFactRow(), name: "new" }]
  })
  const expected = lines(file("salesforce.yaml"))
    .filter((line) => !/^(?:cache:| {2}active:)/.test(line))
    .map((line) => line.replace(/^next: .*/, "next: link").replace(/^ {2}since:/, "  contact-since:"))
  expect(lines(written)).toEqual([...expected, "  new:", '    label: ""', '    path: ""'])
})

test("a list keeps the comments of what stays in it, and a value with a comment keeps it when it is changed", () => {
  const stored = `lookup: shop # ours\ntitle: Shop\nurl: https://a.example/\nhosts:\n  # Europe\n  - a.example\n  - b.example\ncache: 5 # minutes\nfacts: {}\n`
  const typed = typedLookup(stored)
  expect(typed.hosts).toBe("a.example\nb.example")
  expect(lookupYaml(stored, { ...typed, hosts: "a.example\nc.example", cache: "7" })).toBe(
    stored.replace("b.example", "c.example").replace("cache: 5", "cache: 7")
  )
})

test("asked at the relay it has nothing of an address, and what was typed for it comes back with the browser", () => {
  const typed: TypedLookup = {
    ...typedLookup(file("shopify.yaml")),
    asked: "relay",
    view: "select status from orders where number = {order}"
  }
  const written = typedLookup(lookupYaml(file("shopify.yaml"), typed))
  expect(written).toMatchObject({ url: "", hosts: "", headers: [], secrets: [], next: { by: "" } })
  expect(written.facts.filter(({ identity }) => identity !== "")).toEqual([])
  expect(read(lookupYaml(file("shopify.yaml"), { ...typed, asked: "browser" }))).toEqual(read(file("shopify.yaml")))
})

test("the hosts follow the address until they are changed", () => {
  let typed = withUrl(emptyLookup(), "https://shop.exam")
  typed = withUrl(typed, "https://Shop.example:8443/orders/{order}")
  expect(typed.hosts).toBe("shop.example:8443")
  expect(withUrl(typed, "/api/tickets/{ticket}").hosts).toBe("")
  typed = withUrl({ ...typed, hosts: `${typed.hosts}\ncdn.example` }, "https://other.example/")
  expect(typed.hosts).toBe("shop.example:8443\ncdn.example")
})

/** What the relay says of a text, by the fields that the form shows it at. */
function refused(stored: string, typed: TypedLookup) {
  const source = lookupYaml(stored, typed)
  const { mistakes = [] } = readLookup(source)
  const message = mistakes.map(({ line, sentence }) => `Line ${line}: ${sentence}`).join("\n")
  return refusedFields(message, source, typed).map(({ field, sentence }) => `${field.join("/")}: ${sentence}`)
}

test("each sentence of the relay stands at its field, in a new file and in one that was written by hand", () => {
  const fact = { ...newFactRow(), name: "sent", label: "Sent", path: "status" }
  const odd = { ...newFactRow(), name: "1st", label: "", path: "$.a" }
  const header = { ...newTextRow("Cookie"), text: "x" }
  const value = { ...newValueRow("order"), label: "order number", pattern: "(" }
  const typed: TypedLookup = {
    ...emptyLookup(),
    ...{ lookup: "a b", title: "Shop", url: "https://a.example/{order}", headers: [header], values: [value] },
    facts: [newFactRow(), fact, odd]
  }
  expect(refused("", typed)).toEqual([
    expect.stringMatching(/^lookup: lookup must be a name/),
    expect.stringMatching(`^facts/${odd.id}/label: facts.1st.label must be`)
  ])
  expect(refused("", { ...typed, lookup: "a", facts: [fact, { ...odd, label: "x" }] })).toEqual([
    expect.stringMatching(/^hosts: The host "a.example"/),
    expect.stringMatching(`^headers/${header.id}: The header "Cookie" can't be set`),
    expect.stringMatching(`^values/${value.id}/pattern: The pattern of "order"`),
    expect.stringMatching(`^facts/${fact.id}/path: "status" is no JSON path`),
    expect.stringMatching(`^facts/${odd.id}: The name of a fact has letters`)
  ])
  expect(refused("", { ...typed, lookup: "a", facts: [] }).at(-1)).toMatch(/^facts: A lookup needs a fact/)
  expect(refused("", { ...typed, headers: [header, { ...header, id: "other" }] })).toEqual([
    expect.stringMatching(/^headers\/other: The name Cookie is given a second time/)
  ])
  const shop = typedLookup(file("shopify.yaml"))
  const [sent] = shop.facts.filter(({ name }) => name === "sent")
  const [token] = shop.headers
  if (!sent || !token) throw new Error("The file has no such rows.")
  const changed = shop.facts.map((one) => (one === sent ? { ...one, path: "sent" } : one))
  expect(refused(file("shopify.yaml"), { ...shop, headers: [{ ...token, name: "Host" }], facts: changed })).toEqual([
    expect.stringMatching(`^headers/${token.id}: The header "Host" can't be set`),
    expect.stringMatching(`^facts/${sent.id}: "sent" is no JSON path`)
  ])
  const newer = `${file("zendesk.yaml")}paging: none\n`
  expect(refused(newer, typedLookup(newer))).toEqual([expect.stringMatching(/^: Line \d+: The file knows no "paging"/)])
})
