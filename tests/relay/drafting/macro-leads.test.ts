import { afterAll, beforeAll, expect, test } from "vitest"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../../src/models/usage/usage-book.ts"
import type { DraftRequest } from "../../../src/protocol/relay.ts"
import { assemblePipeline } from "../../../src/relay/server/assemble-pipeline.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { person, sampleTicket } from "../../knowledge/help/tickets.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { runDraft } from "../help/run-draft.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await importFolder(knowledge.db, "demo/knowledge", { origin: "sample", signal })
})
afterAll(() => knowledge.close())

const draftOf = (ticket: MaskedTicket, more: Partial<DraftRequest> = {}) =>
  runDraft(
    assemblePipeline(NO_MODELS, knowledge.db, createUsageBook(knowledge.db, silentLog)),
    { ...ticket, helpdesk: "sample" },
    { person: person("agents"), ...more }
  )

test("a customer who has looked everywhere gets the macro for the next step, its gap a blank, each sentence with its source", async () => {
  const { end, sources } = await draftOf(sampleTicket("1001"))
  const macro = sources.find(({ kind }) => kind === "macro")
  expect(macro?.title).toBe("Macro: search at the carrier started")
  expect(end.answer).toMatchObject({ tier: "sure", mainSource: macro?.n })
  expect(end.text).toMatch(
    /^Hello \[PERSON_1\],\n\nI'm sorry that your parcel hasn't reached you\.\n\nI have asked the carrier to search for it\. .*Your search number is \[\[search number\]\]\.\n\nIf the parcel isn't found, you choose: a replacement, or the full price back/
  )
  expect(end.questions).toEqual([{ blank: "search number" }])
  // The sentence with the blank proves nothing before somebody fills it in.
  const states = end.claims
    .filter(({ state }) => state !== "courtesy")
    .map(({ start, end: stop, state }) => {
      return [state, end.text.slice(start, stop).includes("[[")]
    })
  expect(states.filter(([, isToFill]) => isToFill)).toEqual([["near", true]])
  expect(new Set(states.filter(([, isToFill]) => !isToFill).map(([state]) => state))).toEqual(new Set(["supported"]))
  expect(end.answer?.suggestions.some(({ text }) => end.text.includes(text))).toBe(false)
})

test("before any step is done the page leads, and so it does when another draft or a longer one is wanted", async () => {
  const whole = sampleTicket("1001")
  const text = "My parcel is shown as delivered but missing. What happens next?"
  const first = { ...whole, messages: whole.messages.slice(0, 1).map((message) => ({ ...message, text })) }
  expect((await draftOf(first)).sources.some(({ kind }) => kind === "macro")).toBe(false)
  for (const more of [{ attempt: 1 }, { instruction: "longer" }]) {
    const { end } = await draftOf(sampleTicket("1001"), more)
    expect(end.text).not.toContain("I have asked the carrier")
  }
})

test("a macro in another language, or one about something else than the page, never leads", async () => {
  for (const id of ["1007", "1013", "1004", "1009", "1012"])
    expect((await draftOf(sampleTicket(id))).end.text).not.toMatch(/I have asked|two photos/)
})
