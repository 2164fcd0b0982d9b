import { expect, test } from "vitest"
import { hiddenRemover } from "../../src/checks/guard/find/hidden.ts"
import { guardOf } from "../../src/checks/guard/check.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"

const ticket = (...texts: string[]): MaskedTicket => ({
  helpdesk: "sample",
  ticketId: "1",
  version: "m",
  subject: "Help",
  requester: "[PERSON_1]",
  agent: "",
  tags: [],
  messages: texts.map((text, i) => ({ id: `m${i}`, role: "customer", author: "[PERSON_1]", at: "", text }))
})
const sources = [
  {
    n: 1,
    id: "a",
    title: "Form",
    kind: "article" as const,
    headings: [],
    passage: "Use https://shop.example/form.",
    visibility: "public" as const,
    url: "https://help.example/form",
    score: 1
  }
]
const kinds = (draft: string) =>
  guardOf(
    ticket("See [EMAIL_1] and http://mine.example/photo"),
    sources
  )(draft).map((finding) => [finding.kind, finding.words])

test("links and hosts that nobody gave", () => {
  expect(kinds("Use https://shop.example/form, https://help.example or http://mine.example.")).toEqual([])
  expect(kinds("Use https://shop.example/other.")).toEqual([["page", "https://shop.example/other"]])
  expect(kinds("Use https://evil.example/form now.")).toEqual([["link", "https://evil.example/form"]])
  expect(kinds("Write to help@evil.example.")).toEqual([["email", "help@evil.example"]])
  expect(kinds("Use https://shop.example@evil.example/.")).toMatchObject([
    ["link", "https://shop.example@evil.example/"]
  ])
  expect(kinds("Click javascript:alert(1)")).toMatchObject([["link", "javascript:alert(1)"]])
})

test("characters that nobody sees, but not those of emoji", () => {
  expect(kinds("Hel\u200Blo \u202Eabc")).toEqual([
    ["hidden", "\u200B"],
    ["hidden", "\u202E"]
  ])
  expect(kinds("Hi\u{E0041}\u{E0042}")).toEqual([["hidden", "\u{E0041}\u{E0042}"]])
  expect(kinds("Family 👨‍👩‍👧 and ❤️ and 👍🏽 and می‌خواهم")).toEqual([])
  expect(kinds("a \u200C\u200D")).toHaveLength(2)
})

test("taken out of a text that comes in any pieces; emoji and words stay whole", () => {
  const dirty = "He\u{E0041}\u202Ello\u202C 👨‍👩‍👧 ❤️ 👍🏽‍ می‌خواهم\uFEFF \u200D\uFE0Fx\u00ADy ok\u{E0041}\u{E0042}"
  for (let size = 1; size <= 7; size++) {
    const remover = hiddenRemover()
    let clean = ""
    for (let at = 0; at < dirty.length; at += size) clean += remover.push(dirty.slice(at, at + size))
    expect(clean + remover.end()).toBe("Hello 👨‍👩‍👧 ❤️ 👍🏽‍ می‌خواهم xy ok")
  }
})

test("placeholders that mask nobody", () => {
  expect(kinds("Dear [PERSON_1], we wrote to [EMAIL_1].")).toEqual([])
  expect(kinds("Dear [PERSON_7],")).toEqual([["placeholder", "[PERSON_7]"]])
})

test("offsets point at the finding", () => {
  const draft = "Hi, use https://evil.example/x."
  for (const finding of guardOf(ticket(), [])(draft))
    expect(draft.slice(finding.start, finding.end)).toBe(finding.words)
})
