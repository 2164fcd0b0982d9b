import { expect, test } from "vitest"
import { createEgress, outcomeBody } from "../../src/copilot/relay-client/egress.ts"
import { createMasker } from "../../src/copilot/session/masker.ts"
import { findUnmasked } from "../../src/masking/index.ts"
import { runJob } from "../../src/masking/jobs.ts"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import type { MaskTable } from "../../src/masking/basis/placeholder-table.ts"
import { outboxItem, leaving } from "../store/fresh.ts"

const signal = new AbortController().signal
const masker = createMasker(async (job) => JSON.parse(JSON.stringify(runJob(job))))
const egress = createEgress(masker, async () => NO_RULES)
const table: MaskTable = {
  entries: [
    { placeholder: "[PERSON_1]", type: "PERSON", value: "Anna Bergmann" },
    { placeholder: "[LIT_1]", type: "LIT", value: "[PERSON_1]" },
    { placeholder: "[EMAIL_1]", type: "EMAIL", value: "anna@post.example" }
  ]
}
const known = { requester: {}, messages: [] }

test("masked anew, a text keeps its placeholders, blanks and literals, and loses what was left in it", async () => {
  const before =
    "Hello [PERSON_1], you wrote [LIT_1] from [EMAIL_1] and anna@post.example. Pay to DE89 3704 0044 0532 0130 00, Otto Brandauer. [[your order]]"
  const {
    masked: [after = ""],
    table: grown
  } = await egress.again([leaving(before)], known, table, undefined, signal)
  expect(after).toBe(
    "Hello [PERSON_1], you wrote [LIT_1] from [EMAIL_1] and [EMAIL_1]. Pay to [IBAN_1], [PERSON_2]. [[your order]]"
  )
  expect(findUnmasked(after, NO_RULES)).toEqual([])
  expect(grown.entries.slice(0, 3)).toEqual(table.entries)
  expect(grown.entries.slice(3).map(({ placeholder, value }) => `${placeholder} ${value}`)).toEqual([
    "[IBAN_1] DE89 3704 0044 0532 0130 00",
    "[PERSON_2] Otto Brandauer"
  ])
  // Once more changes nothing.
  expect((await egress.again([leaving(after)], known, grown, undefined, signal)).masked).toEqual([after])
})

test("masked anew without a table: what stood masked stays masked", async () => {
  const { masked } = await egress.again(
    [leaving("[PERSON_4] wrote to anna@post.example")],
    known,
    { entries: [] },
    undefined,
    signal
  )
  expect(masked).toEqual(["[PERSON_4] wrote to [EMAIL_1]"])
})

test("a lead's note: what nobody has a table for becomes a gap, the case's placeholders stay, and saved again it stays the same", async () => {
  const note = "[PERSON_1] should not have been told +49 30 2312 5118. Otto Brandauer knows, otto@post.example too."
  const masked = await egress.note(note, signal)
  expect(masked).toBe("[PERSON_1] should not have been told [PHONE]. [PERSON] knows, [EMAIL] too.")
  expect(await egress.note(masked, signal)).toBe(masked)
  expect(await egress.note("", signal)).toBe("")
  expect(await egress.note("The source was right. A promise nobody made.", signal)).toBe(
    "The source was right. A promise nobody made."
  )
})

test("a body is what its masked texts say, and nothing else", () => {
  const outcome = { ...outboxItem("00000000-0000-4000-8000-00000000000a").outcome, site: "https://lumen.zendesk.com" }
  expect(JSON.parse(outcomeBody(outcome))).toEqual(outcome)
})
