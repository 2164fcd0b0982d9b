import { expect, test } from "vitest"
import { parseCondition, type SwitchFacts } from "../../../src/ticket/off-switch/condition.ts"
import { switchedOff } from "../../../src/ticket/off-switch/off-switch.ts"

const facts: SwitchFacts = {
  person: { name: "Mia Berg", groups: ["Second level"] },
  site: "https://acme.zendesk.com",
  ticket: {
    tags: ["VIP", "terms and conditions"],
    fields: { Country: "CH", "Bill  to": "Müller  AG", Queue: "Returns" }
  }
}

test.each([
  ["always", "holds"],
  ["tag is vip", "holds"],
  ["TAG IS Vip", "holds"],
  ["tag is vi", "fails"],
  ['tag is "terms and conditions"', "holds"],
  ["field Country is ch", "holds"],
  ["field country is DE", "fails"],
  ['field "bill to" is müller ag', "holds"],
  ["field Bill to is Müller AG", "holds"],
  ["group is second level", "holds"],
  ["group is returns", "holds"],
  ["group is Sales", "fails"],
  ["person is mia  berg", "holds"],
  ["person is Mia", "fails"],
  ["site is https://*.zendesk.com", "holds"],
  ["site is https://acme.zendesk.com", "holds"],
  ["site is https://other.zendesk.com", "fails"],
  ["tag is vip and field Country is CH", "holds"],
  ["tag is vip and field Country is DE", "fails"]
])("%s %s", (when, expected) => {
  expect(parseCondition(when)?.(facts)).toBe(expected)
})

test.each([
  ["tag is vip", "unread"],
  ["field Country is CH", "unread"],
  ["group is Second level", "holds"],
  ["group is Returns", "unread"],
  ["person is Mia Berg", "holds"],
  ["person is Kim and tag is vip", "fails"],
  ["person is Mia Berg and tag is vip", "unread"]
])("before the ticket was read, %s %s", (when, expected) => {
  expect(parseCondition(when)?.({ ...facts, ticket: undefined })).toBe(expected)
})

test.each([
  "",
  "vip",
  "tag vip",
  "tag is",
  "tag is vip and",
  "and tag is vip",
  "field is CH",
  "site is zendesk.com",
  "tag is vip or tag is a and b",
  'tag is "',
  "label is x"
])("%j can't be read", (when) => {
  expect(parseCondition(when)).toBeUndefined()
})

test("the first switch that holds counts, and one that can't be read counts as always", () => {
  const unread = { off: "model", when: "somehow" } as const
  const vip = { off: "reading", when: "tag is vip" } as const
  expect(switchedOff("reading", [unread, vip], facts)).toBe(vip)
  expect(switchedOff("model", [vip, unread], {})).toBe(unread)
  expect(switchedOff("preparing", [vip, unread], facts)).toBeUndefined()
  expect(switchedOff("reading", [vip], {})).toBe("unread")
})
