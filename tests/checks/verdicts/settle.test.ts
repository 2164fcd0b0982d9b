import { describe, expect, test } from "vitest"
import { settleClaim, type SettledBy } from "../../../src/checks/verdicts/settle.ts"
import { VERDICTS, type Claim, type SentenceVerdict, type VerdictKind } from "../../../src/ticket/draft.ts"
import { isHoldingClaim } from "../../../src/ticket/holding-claims.ts"

const claim = (more: Partial<Claim>): Claim => ({ start: 0, end: 9, state: "supported", sources: [], ...more })
const verdict = (kind: VerdictKind): SentenceVerdict => ({
  kind,
  evidence: [{ source: 2, text: "It says so." }],
  why: "why"
})
const about = (more: Partial<SettledBy> = {}): SettledBy => ({
  mayBeOrdered: () => false,
  hasBindingEvidence: () => true,
  reckoningOf: () => ({ isDerivable: false }),
  ...more
})
const settled = (found: Partial<Claim>, kind: VerdictKind, more: Partial<SettledBy> = {}) =>
  settleClaim(claim(found), verdict(kind), about(more))

const CONFIRMED = ["supported", "follows"] as const
const DENIED = ["not-supported", "contradicted", "other-case"] as const

test("without a verdict, and where it can't tell, a claim stays as the rules found it", () => {
  const found = claim({ state: "look-again", reason: "negation", sources: [1] })
  expect(settleClaim(found, undefined, about())).toBe(found)
  expect(settled(found, "unclear")).toMatchObject(found)
})

describe.each(CONFIRMED)("%s", (kind) => {
  test.each<[string, Partial<Claim>]>([
    ["words", { state: "no-source", reason: "words" }],
    ["a negation", { state: "look-again", reason: "negation" }],
    ["a condition", { state: "look-again", reason: "condition" }],
    ["an act", { state: "needs-approval", why: "Only the customer says this." }],
    ["a quiet note", { state: "not-found", reason: "words" }],
    ["pages in another language", { state: "no-source", reason: "source-language" }],
    ["nearness", { state: "near", sources: [1] }]
  ])("clears %s, and the evidence says where", (_, found) => {
    expect(settled(found, kind)).toMatchObject({ state: "supported", sources: [2], verdict: { kind } })
  })

  test.each<[string, Partial<Claim>]>([
    ["a link", { state: "no-source", reason: "link" }],
    ["a name", { state: "no-source", reason: "name" }],
    ["another language", { state: "no-source", reason: "language" }],
    ["what the guard found", { state: "no-source", reason: "words", isFixed: true }],
    ["a figure that can't be reckoned", { state: "no-source", reason: "money" }],
    ["a contradicted figure that can't be reckoned", { state: "contradicts", reason: "duration", sources: [1] }]
  ])("never clears %s", (_, found) => {
    expect(settled(found, kind)).toEqual({ ...claim(found), verdict: verdict(kind) })
  })

  test("clears a figure that can be reckoned, and says from what", () => {
    const from = { words: "£18", says: "10 · £1.80" }
    expect(
      settled({ state: "no-source", reason: "money", words: "£18" }, kind, {
        reckoningOf: () => ({ isDerivable: true, from })
      })
    ).toMatchObject({ state: "supported", ...from, cleared: "money" })
  })

  test("clears a promise only by a page or by what the team said", () => {
    const found: Partial<Claim> = { state: "needs-approval", reason: "promise-refund", words: "a refund" }
    expect(settled(found, kind).state).toBe("supported")
    expect(settled(found, kind, { hasBindingEvidence: () => false }).state).toBe("needs-approval")
  })

  test("in a ticket with orders to a machine, what only the orders say is never cleared", () => {
    const found: Partial<Claim> = { state: "needs-approval", why: "The ticket gives orders to a machine." }
    expect(settled(found, kind, { mayBeOrdered: () => true }).state).toBe("needs-approval")
    expect(settled(found, kind).state).toBe("supported")
  })
})

describe.each(DENIED)("%s", (kind) => {
  test.each<[string, Partial<Claim>]>([
    ["supported", { sources: [1] }],
    ["near", { state: "near", sources: [1] }],
    ["not-found", { state: "not-found", reason: "words" }],
    ["courtesy", { state: "courtesy" }],
    ["look-again", { state: "look-again", reason: "negation", sources: [1] }],
    ["no-source", { state: "no-source", reason: "words" }]
  ])("makes Insert wait for what the rules call %s", (state, found) => {
    const result = settled(found, kind)
    expect(isHoldingClaim(result)).toBe(state !== "courtesy" || result.state !== "courtesy")
    expect(result).toMatchObject({ reason: "verifier", verdict: { why: "why" } })
  })

  test("keeps what the rules say of a contradiction and of a promise", () => {
    const found: Partial<Claim> = { state: "contradicts", reason: "money", words: "£5", says: "£6", sources: [1] }
    expect(settled(found, kind)).toEqual({ ...claim(found), verdict: verdict(kind) })
  })
})

test("no verdict ever makes a mark of link, name or guard quieter", () => {
  for (const kind of VERDICTS)
    for (const reason of ["link", "name"] as const)
      expect(settled({ state: "no-source", reason }, kind)).toMatchObject({ state: "no-source", reason })
})

test("a denied link or name makes Insert wait as well", () => {
  expect(isHoldingClaim(settled({ state: "no-source", reason: "link" }, "supported"))).toBe(false)
  expect(isHoldingClaim(settled({ state: "no-source", reason: "link" }, "not-supported"))).toBe(true)
})
