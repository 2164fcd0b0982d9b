import { expect, test } from "vitest"
import { readLookup } from "../../src/relay/lookups/format/read-lookup.ts"
import { definitionOf, GOOD } from "./help/definition.ts"
import { lookupDefinition } from "../../src/protocol/routes/lookups.ts"

test("a lookup without a mistake is read, and fits the wire", () => {
  const definition = definitionOf(GOOD)
  expect(definition).toMatchObject({ name: "shop-order", cacheMinutes: 10, next: { by: "link" } })
  expect(definition.facts["sent"]).toEqual({
    label: "Sent on",
    path: "$.orders[0].sent",
    type: "date",
    words: {},
    minor: false
  })
  expect(lookupDefinition.parse(definition)).toEqual(definition)
})

const changed = (from: string, to: string) => {
  expect(GOOD).toContain(from)
  return readLookup(GOOD.replace(from, to)).mistakes?.map(({ line, sentence }) => `${line}: ${sentence}`)
}

test.each([
  [
    "a POST",
    "title: Shop\n",
    "title: Shop\nmethod: POST\n",
    '3: A lookup only reads: there is no "method", and every request is a GET.'
  ],
  ["a body", "title: Shop\n", "title: Shop\nbody: '{}'\n", '3: A lookup only reads: there is no "body"'],
  [
    "a method in the address",
    "name={order}",
    "name={order}&_method=DELETE",
    "3: A lookup only reads: the address can't name another method."
  ],
  [
    "a method in a header",
    "X-Token",
    "X-HTTP-Method-Override",
    '5: The header "X-HTTP-Method-Override" can\'t be set by a lookup.'
  ],
  [
    "an unknown field",
    "title: Shop\n",
    "title: Shop\nhost: x\n",
    '3: The file knows no "host"; it knows lookup, title, url, view, hosts'
  ],
  [
    "a host that isn't listed",
    "hosts: [shop.example]",
    "hosts: [other.example]",
    '4: The host "shop.example" of the address isn\'t among the hosts'
  ],
  [
    "a host from the ticket",
    "https://shop.example/",
    "https://{order}.example/",
    "3: The address must begin with https:// and a host that is written out"
  ],
  [
    "a host behind a name",
    "https://shop.example/",
    "https://shop.example@evil.example/",
    "3: The address must begin with https://"
  ],
  [
    "an address without TLS",
    "https://shop.example/",
    "http://shop.example/",
    "3: The address must begin with https://"
  ],
  ["all hosts", "hosts: [shop.example]", "hosts: [shop.example, '*.example']", '4: "*.example" is no host'],
  [
    "a secret in the address",
    "name={order}",
    "name={order}&key={secret:token}",
    "3: A secret can't stand in the address"
  ],
  ["a value that nothing gives", "name={order}", "name={order}&mail={mail}", '3: {mail} stands under no "values"'],
  ["a value that isn't used", "name={order}", "name=1", "8: The address has no {order}, so this value isn't used."],
  ["a secret that nobody types", "{secret:token}", "{secret:key}", '5: {secret:key} stands under no "secrets".'],
  ["no JSON path", "$.orders[0].sent", "orders.sent", '16: "orders.sent" is no JSON path'],
  ["a value in a path that nothing gives", "$.orders[0].sent", "$.orders[?@.of=={mail}].sent", "is no JSON path"],
  [
    "a value within a path's quotes that nothing gives",
    "'$.orders[0].sent'",
    "\"$.orders[?@.of=='{mail}'].sent\"",
    '16: {mail} stands under no "values"'
  ],
  [
    "a secret in a path",
    "'$.orders[0].sent'",
    "\"$.orders[?@.of=='{secret:token}'].sent\"",
    "16: A secret can't stand in a path."
  ],
  [
    "a number unmasked for a browser",
    "order: {label: order number,",
    "order: {unmasked: true, label: order number,",
    "8: unmasked is for a view"
  ],
  ["a slow pattern", "'LL-\\d{5}'", "'(a+)+\\d'", '8: The pattern of "order" can\'t be used (nested)'],
  ["an unknown type", "type: date", "type: day", "16: facts.sent.type must be one of text, number, money, date, list."],
  ["a currency of a date", "type: date", "type: date, currency: EUR", "16: currency and minor are for the type money"],
  ["a cache time of days", "cache: 10 minutes", "cache: 3 days", "9: The cache time is up to 24 hours"],
  ["no facts", /facts:[\s\S]*/.exec(GOOD)?.[0] ?? "", "facts: {}\n", "11: A lookup needs a fact."]
])("%s is a mistake with its line", (_, from, to, mistake) => {
  expect(changed(from, to)?.[0]).toContain(mistake)
})

test.each([
  ["2 h", 120],
  ["1 hr", 60],
  ["10 min", 10],
  ["15mins", 15],
  ["90 M", 90],
  ["0", 0]
])("a cache time of %s is read", (time, cacheMinutes) => {
  expect(definitionOf(GOOD.replace("cache: 10 minutes", `cache: ${time}`))).toMatchObject({ cacheMinutes })
})

test("the helpdesk's own address has neither hosts nor secrets", () => {
  const own = "lookup: own\ntitle: Helpdesk\nurl: /api/users.json\nfacts: {plan: {label: Plan, path: $.plan}}\n"
  expect(definitionOf(own).hosts).toEqual([])
  expect(readLookup(own.replace("/api", "//api")).mistakes?.[0]?.sentence).toContain("needs https://")
  expect(readLookup(`${own}hosts: [a.example]\n`).mistakes?.[0]?.sentence).toContain("asked as the agent")
})

test("what is no YAML, empty or too long is told", () => {
  expect(readLookup("lookup: [").mistakes?.[0]?.line).toBe(1)
  expect(readLookup("").mistakes).toEqual([{ line: 1, sentence: "The file is empty." }])
  expect(readLookup("#".repeat(50_001)).mistakes?.[0]?.sentence).toContain("more than 50000")
})

test("a view of a name's column is refused, and one that is stored is left to say so when it is asked", () => {
  const view =
    "lookup: v\ntitle: V\nview: select nachname from kunden where nr = {nr}\nvalues: {nr: {label: nr, field: nr}}\n" +
    "facts: {name: {label: Name, path: '$.rows[0].nachname'}}\n"
  expect(readLookup(view).mistakes?.[0]?.sentence).toContain('a view can\'t give "name"')
  expect(readLookup(view, true).view?.definition.name).toBe("v")
  expect(readLookup(view.replace("label: Name", "identity: name, label: Name"), true).mistakes).toHaveLength(1)
})
