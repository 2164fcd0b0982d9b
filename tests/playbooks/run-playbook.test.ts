import { describe, expect, test } from "vitest"
import { choosePlaybook } from "../../src/playbooks/engine/choose-playbook.ts"
import { runPlaybook } from "../../src/playbooks/engine/run-playbook.ts"
import { readPlaybook } from "../../src/playbooks/format/read-playbook.ts"
import type { Playbook, KnownTicket } from "../../src/playbooks/playbook.ts"

const parcel = read(`
playbook: parcel
title: A parcel that hasn't arrived
when: {words: [parcel, "hasn't arrived"], tags: [parcel], unless: {words: [birthday]}}
facts:
  order: {label: the order number, pattern: 'LL-\\d{5}', ask: {en: What is your order number?, de: Wie lautet die Bestellnummer?}}
  sent: {label: the day it was sent, type: date, field: sent, near: [sent, shipped], find: Look it up in the shop.}
  worth: {label: the price, type: money, near: [paid, cost], find: Look it up in the shop.}
  choice: {label: the choice, words: {refund: [refund, money back], again: [send another, replacement]}, ask: {en: Which would you like?}}
  claim: {label: the claim, in: agent, words: {opened: [opened a claim]}}
steps:
  - {step: order, title: Find the order, needs: [order], next: time}
  - step: time
    title: Count the days
    next:
      - {if: {sent: {within: 10 working days}}, to: wait}
      - {if: {worth: {over: 100}}, to: lead}
      - {else: choice}
  - {step: wait, title: Ask for patience, say: {en: 'Order {order} arrives by {sent + 10 working days}.'}}
  - {step: lead, title: Ask a lead, escalate: {group: Leads, why: It is dear.}}
  - step: choice
    title: Offer the choice
    say: {en: You can have it sent again or your money back.}
    do: Open a claim.
    next: [{if: {choice: refund}, to: claim}, {if: {choice: again}, to: claim}]
  - {step: claim, title: Open the claim, do: Open a claim., until: {claim: opened}}
fallback: {do: Ask a colleague.}
`)

const TODAY = Date.parse("2026-11-20T10:00:00Z")

describe("where a ticket stands", () => {
  test("a missing fact is asked for in the customer's language", () => {
    const asked = runPlaybook(parcel, known("Mein Paket kam nicht", { language: "de" }))
    expect(asked).toMatchObject({
      state: "asks",
      step: { name: "order" },
      says: ["Wie lautet die Bestellnummer?"],
      language: "de"
    })
    expect(asked.missing).toEqual([{ fact: "order", label: "the order number", ask: "Wie lautet die Bestellnummer?" }])
  })

  test("a fact that only the agent can find is no question to the customer", () => {
    const asked = runPlaybook(parcel, known("LL-12345 hasn't arrived"))
    expect(asked).toMatchObject({ state: "asks", step: { name: "time" }, says: [], passed: [{ name: "order" }] })
    expect(asked.missing).toEqual([{ fact: "sent", label: "the day it was sent", find: "Look it up in the shop." }])
  })

  test("a day within working days is reckoned over a weekend, and named in the text", () => {
    const standing = runPlaybook(parcel, known("LL-12345: shipped on 9 November"))
    expect(standing).toMatchObject({
      state: "acts",
      step: { name: "wait" },
      says: ["Order LL-12345 arrives by 23 November."]
    })
    expect(standing.because[0]).toEqual({
      by: "fact",
      what: "the day it was sent",
      value: "9 November",
      origin: { by: "message", n: 1 },
      test: "within 10 working days",
      comparison: { by: "within", amount: 10, unit: "business-day" },
      holds: true,
      reckoning: { from: "2026-11-09", period: "10 working days", to: "2026-11-23", today: "2026-11-20" }
    })
  })

  test("what the agent typed, a field by the fact's label, comes before all else", () => {
    const ticket = known("LL-12345: shipped on 9 October")
    const typed = { ...ticket, ticket: { ...ticket.ticket, fields: { "The day it was sent": "9 November" } } }
    const { step, because } = runPlaybook(parcel, typed)
    expect(step.name).toBe("wait")
    expect(because[0]).toMatchObject({ value: "9 November", origin: { by: "agent" } })
    const unread = { ...ticket, ticket: { ...ticket.ticket, fields: { "The day it was sent": "soon" } } }
    expect(runPlaybook(parcel, unread).step.name).toBe(runPlaybook(parcel, ticket).step.name)
  })

  test.each(["120", "120.00", "1,234.50", "1 234,50", "１２０円"])("an amount is typed as %s", (worth) => {
    const ticket = known("LL-12345: shipped on 9 October")
    const typed = { ...ticket, ticket: { ...ticket.ticket, fields: { "the price": worth } } }
    expect(runPlaybook(parcel, typed).step.name).toBe("lead")
  })

  test("a day is typed in figures", () => {
    const typed = known("LL-12345")
    typed.ticket = { ...typed.ticket, fields: { sent: "17.11." } }
    expect(runPlaybook(parcel, typed).step.name).toBe("wait")
  })

  test("a fact may have a name that every object has", () => {
    const site = read(`
playbook: site
title: Site
when: {tags: [x]}
facts:
  constructor: {label: the firm, field: firm}
  valueOf: {label: the worth, lookup: toString, tags: {dear: high}}
steps:
  - {step: first, title: First, next: [{if: {constructor: Acme, valueOf: high}, to: last}, {else: none}]}
  - {step: last, title: Last, say: {en: 'Ask {constructor}.'}}
  - {step: none, title: None, do: Ask.}
fallback: {do: Ask.}
`)
    const { ticket, ...rest } = known("Hello")
    const standing = runPlaybook(site, {
      ...rest,
      ticket: { ...ticket, tags: ["dear"], fields: { firm: "Acme" } },
      lookups: {}
    })
    expect(standing.says).toEqual(["Ask Acme."])
  })

  test.each([
    ["one working day later it is too late", "2026-11-24", "lead"],
    ["on the last day it is not", "2026-11-23", "wait"]
  ])("%s", (_, today, step) => {
    const now = Date.parse(`${today}T23:00:00Z`)
    expect(runPlaybook(parcel, { ...known("LL-12345 shipped on 9 November, I paid €150"), now }).step.name).toBe(step)
  })

  test("an escalation names the group and ends the way", () => {
    const standing = runPlaybook(parcel, known("LL-12345 was sent on 1 October, it cost 150 euros"))
    expect(standing).toMatchObject({ state: "escalates", escalate: { group: "Leads" }, ahead: [] })
  })

  test("a step that speaks stands until a branch applies, and tells what that needs", () => {
    const open = runPlaybook(parcel, known("LL-12345 was sent on 1 October, it cost 20 euros"))
    expect(open).toMatchObject({
      state: "acts",
      step: { name: "choice" },
      missing: [{ fact: "choice" }],
      do: "Open a claim."
    })
    expect(open.says).toEqual(["You can have it sent again or your money back.", "Which would you like?"])
    expect(open.ahead.map(({ name }) => name)).toEqual(["claim"])
  })

  test.each([
    ["not a replacement, money back please", "refund"],
    ["no money back, please send another", "again"]
  ])("a negated value doesn't count: %s", (text, choice) => {
    const standing = runPlaybook(parcel, known(`LL-12345 was sent on 1 October, cost 20 euros. ${text}`))
    expect(standing.passed.at(-1)?.because.find(({ holds }) => holds)?.test).toBe(`is ${choice}`)
  })

  test("what the agent wrote ends the last step", () => {
    const claimed = known("LL-12345 was sent on 1 October, cost 20 euros. A refund please")
    claimed.ticket.messages.push(message("agent", "I have opened a claim with the carrier."))
    expect(runPlaybook(parcel, claimed)).toMatchObject({ state: "ends", step: { name: "claim" } })
  })

  test("what the agent gave comes before a lookup, a lookup before a field, a field before a message", () => {
    const written = known("LL-12345 was sent on 1 October, cost 20 euros")
    const stepWith = (more: Partial<KnownTicket>, fields?: Record<string, string>) =>
      runPlaybook(lookedUp, { ...written, ...more, ticket: { ...written.ticket, ...(fields && { fields }) } }).step.name
    const withLookup = Object.entries(parcel.facts).map(([name, fact]) => [
      name,
      name === "sent" ? { ...fact, lookup: "shop.sent" } : fact
    ])
    const lookedUp: Playbook = { ...parcel, facts: Object.fromEntries(withLookup) }
    expect(stepWith({})).toBe("choice")
    expect(stepWith({}, { Sent: "2026-11-18" })).toBe("wait")
    expect(stepWith({ lookups: { "shop.sent": "2026-10-02" } }, { Sent: "2026-11-18" })).toBe("choice")
    expect(stepWith({ given: { sent: "2026-11-17" }, lookups: { "shop.sent": "2026-10-02" } })).toBe("wait")
  })

  test("a quoted mail gives no fact", () => {
    const text =
      "Any news?\n\nOn 3 November 2026 at 10:00, Shop <help@shop.example> wrote:\n> Your order LL-99999 was sent."
    expect(runPlaybook(parcel, known(text)).state).toBe("asks")
  })

  test("a way that comes back to a passed step falls back instead of running for ever", () => {
    const round = read(`
playbook: round
title: Round
when: {tags: [x]}
facts: {a: {label: a, tags: {x: one}}, b: {label: b, tags: {y: two}}}
steps:
  - {step: first, title: First, next: [{if: {b: two}, to: last}, {else: second}]}
  - {step: second, title: Second, next: [{if: {a: one}, to: first}, {else: last}]}
  - {step: last, title: Last, do: Close it.}
fallback: {do: Ask a colleague., escalate: {group: Leads, why: Nothing fits.}}
`)
    const standing = runPlaybook(round, { ...known("x"), ticket: { ...known("x").ticket, tags: ["x"] } })
    expect(standing).toMatchObject({ state: "falls-back", do: "Ask a colleague.", escalate: { group: "Leads" } })
  })

  test.each([
    ["not a day that nobody told", "{not: {came: {within: 14 days}}}", "falls-back"],
    ["not a choice that nobody told", "{not: {choice: refund}}", "falls-back"],
    ["not all, of which one isn't told", "{not: {all: [{came: {within: 14 days}}, {tag: x}]}}", "falls-back"],
    ["not any, of which one isn't told", "{not: {any: [{came: {within: 14 days}}, {tag: y}]}}", "falls-back"],
    ["not all, of which another is untrue", "{not: {all: [{came: {within: 14 days}}, {tag: y}]}}", "acts"],
    ["not a day that can be asked for", "{not: {sent: {within: 14 days}}}", "asks"],
    ["not what a tag would say", "{not: {claim: open}}", "acts"],
    ["the same without not", "{came: {longer-than: 14 days}}", "escalates"],
    ["both without not", "{all: [{came: {longer-than: 14 days}}, {sent: {within: 14 days}}]}", "escalates"]
  ])("who denies what isn't known refuses nobody: %s", (_, condition, state) => {
    const refusal = read(`
playbook: refusal
title: Refusal
when: {tags: [x]}
facts:
  came: {label: the day it came, type: date, near: [came]}
  sent: {label: the day it was sent, type: date, field: sent, find: Look it up.}
  choice: {label: the choice, words: {refund: [refund]}}
  claim: {label: the claim, tags: {claim-open: open}}
steps:
  - {step: check, title: Check, next: [{if: ${condition}, to: late}, {else: ok}]}
  - {step: late, title: Too late, say: {en: The days are over.}}
  - {step: ok, title: In time, escalate: {group: Returns, why: It is in time.}}
fallback: {do: Read it.}
`)
    const ticket = known("May I give it back?", {}, ["x"])
    expect(runPlaybook(refusal, ticket).state).toBe(state)
  })

  test("a playbook without words in the customer's language says nothing, and the line for the agent stays", () => {
    const standing = runPlaybook(parcel, known("LL-12345 wurde am 1. Oktober sent, cost 20 euros", { language: "fr" }))
    expect(standing).toMatchObject({ step: { name: "choice" }, says: [], language: null, do: "Open a claim." })
  })
})

describe("which playbook is for a ticket", () => {
  test.each([
    ["a tag is enough", known("hello", {}, ["parcel"]), "parcel"],
    ["two phrases are enough", known("my parcel hasn't arrived"), "parcel"],
    ["one phrase in a message isn't", known("a nice parcel"), undefined],
    ["a sign against it rules it out", known("my parcel hasn't arrived for the birthday"), undefined],
    ["part of a word is no phrase", known("parcels, parcelling"), undefined]
  ])("%s", (_, ticket, name) => expect(choosePlaybook([parcel], ticket)?.name).toBe(name))

  test("an intent counts if something has told it", () => {
    const byIntent = { ...parcel, when: { ...parcel.when, intent: ["parcel-lost"] } }
    expect(choosePlaybook([byIntent], known("hello"))).toBeUndefined()
    expect(choosePlaybook([byIntent], { ...known("hello"), intent: "parcel-lost" })?.name).toBe("parcel")
  })
})

function known(text: string, more: Partial<KnownTicket> = {}, tags: string[] = []): KnownTicket {
  return { ticket: { subject: "", tags, messages: [message("customer", text)] }, language: "en", now: TODAY, ...more }
}

function message(role: "customer" | "agent", text: string) {
  return { id: "1", role, author: "", at: "2026-11-20T09:00:00Z", text }
}

function read(source: string): Playbook {
  const { playbook, mistakes } = readPlaybook(source)
  if (!playbook) throw new Error(mistakes.map(({ line, sentence }) => `${line}: ${sentence}`).join("\n"))
  return playbook
}
