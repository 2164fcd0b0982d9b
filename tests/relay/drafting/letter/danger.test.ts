import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { importFolder } from "../../../../src/knowledge/import/import-folder.ts"
import type { Drafter, Verifier } from "../../../../src/models/drafter/contract.ts"
import { NO_MODELS } from "../../../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../../../src/models/usage/usage-book.ts"
import { relayEvent } from "../../../../src/protocol/relay.ts"
import { createPipeline, type PipelineParts } from "../../../../src/relay/drafting/pipeline/pipeline.ts"
import { listPlaybooks, removePlaybook, savePlaybook } from "../../../../src/relay/playbooks/stored-playbooks.ts"
import { assemblePipeline } from "../../../../src/relay/server/assemble-pipeline.ts"
import { silentLog } from "../../../../src/runtime/log.ts"
import type { DangerDecision } from "../../../../src/ticket/danger.ts"
import type { MaskedTicket } from "../../../../src/ticket/masked-ticket.ts"
import { openKnowledge, signal } from "../../../knowledge/help/database.ts"
import { person, sampleTicket } from "../../../knowledge/help/tickets.ts"
import { runDraft } from "../../help/run-draft.ts"

/** A ticket that tells of a danger gets no letter from pages or a model. */
let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await importFolder(knowledge.db, "demo/knowledge", { origin: "sample", signal })
})
afterAll(() => knowledge.close())
afterEach(async () => {
  for (const { name } of (await listPlaybooks(knowledge.db)).playbooks)
    await removePlaybook(knowledge.db, name, null, NOW)
})

const NOW = new Date("2026-11-20T12:00:00Z")
const FIRE = "There was smoke and then flames came out of the base of the lamp. Can I return it, and how?"
const DOUBTFUL = "The plug of the lamp gets rather hot and turned a bit brown. Can I return it, and how?"
const ticketOf = (text: string): MaskedTicket => {
  const whole = sampleTicket("1001")
  const messages = whole.messages.slice(0, 1).map((message) => ({ ...message, text }))
  return { ...whole, subject: "Returning a lamp", tags: [], fields: {}, messages }
}
const draftOf = (text: string, danger?: DangerDecision) =>
  runDraft(
    assemblePipeline(NO_MODELS, knowledge.db, createUsageBook(knowledge.db, silentLog)),
    { ...ticketOf(text), helpdesk: "sample" },
    { person: person("agents"), ...(danger && { danger }) }
  )

const SAFETY = (escalates: boolean) => `
playbook: safety
title: Safety
when: {words: [smoke, flames]}
steps:
  - step: first
    title: Product safety goes on
    say:
      en:
        - Please don't use the lamp any more, and leave it unplugged.
        - Our product safety team answers you today.
    ${escalates ? "escalate: {group: Product safety, why: Smoke or fire.}" : "do: Answer as usual."}
fallback: {do: Answer as usual.}
`

test("without a playbook nothing is written, no page is shown, and a holding reply is offered", async () => {
  const { end, sources } = await draftOf(FIRE)
  expect({ text: end.text, sources, questions: end.questions }).toEqual({ text: "", sources: [], questions: [] })
  expect(end.danger).toMatchObject({ level: "sure", kind: "smoke-fire", because: expect.stringContaining("flames") })
  expect(end.refusal).toMatchObject({ reason: "danger", nearest: [], say: expect.stringContaining("Thank you") })
  expect(end.answer).toMatchObject({ tier: "nothing", suggestions: [], frame: { closing: expect.any(String) } })
  expect(end.answer?.askBack).toBeUndefined()
  expect(JSON.stringify(end)).not.toMatch(/calm/i)
  expect(relayEvent.parse(end)).toMatchObject({ danger: { kind: "smoke-fire" } })
})

test("the step of the playbook that hands it over is the letter, word for word, and the only source", async () => {
  await savePlaybook(knowledge.db, SAFETY(true), null, NOW)
  const { end, sources } = await draftOf(FIRE)
  expect(end.text).toContain("Please don't use the lamp any more, and leave it unplugged.")
  expect(sources.map(({ kind }) => kind)).toEqual(["playbook"])
  expect(end.answer).toMatchObject({ suggestions: [], playbook: { escalate: { group: "Product safety" } } })
  expect(end.refusal).toBeUndefined()
})

test("a step that doesn't hand over wasn't written for a danger, so it is no letter", async () => {
  await savePlaybook(knowledge.db, SAFETY(false), null, NOW)
  expect((await draftOf(FIRE)).end).toMatchObject({ text: "", refusal: { reason: "danger" } })
})

test("an agent who says that there is no danger gets the letter, and one who sees a danger gets none", async () => {
  const plain = await draftOf(FIRE, "none")
  expect(plain.end.danger).toMatchObject({ level: "sure", decision: "none" })
  expect(plain.end.refusal?.reason).not.toBe("danger")
  expect(plain.sources.length).toBeGreaterThan(0)
  const doubtful = await draftOf(DOUBTFUL)
  expect(doubtful.end.danger).toMatchObject({ level: "perhaps" })
  expect(doubtful.sources.length).toBeGreaterThan(0)
  expect((await draftOf(DOUBTFUL, "treat")).end).toMatchObject({
    text: "",
    danger: { level: "perhaps", decision: "treat" },
    refusal: { reason: "danger" }
  })
  expect((await draftOf("Can I return a lamp, and how?")).end.danger).toBeUndefined()
})

/** A model that writes a letter, and one that says this of the sentence about the danger. */
async function withModel(text: string, verdict: "supported" | "not-supported") {
  const asked: string[] = []
  const drafter: Drafter = {
    name: "writer",
    fingerprint: "w",
    async *write() {
      asked.push("letter")
      yield { text: "Hello,\n\nplease send it back.\n\nKind regards" }
    }
  }
  const verifier: Verifier = {
    name: "judge",
    fingerprint: "j",
    verify: async ({ sentences }) => {
      asked.push(sentences[0]?.text.includes("smoke or fire") ? "danger" : "verify")
      return { verdicts: sentences.map(({ n }) => ({ n, verdict })), unanswered: [] }
    }
  }
  const retriever = { find: async () => ({ sources: [], searched: [], documents: 3, language: "en" }) }
  const summariser: PipelineParts["summariser"] = { name: "offline", async *summarise() {} }
  const { end } = await runDraft(createPipeline({ retriever, drafter, verifier, summariser }), ticketOf(text), {
    person: person("agents")
  })
  return { end, asked }
}

test("a sure danger asks no model; weak signs do, and its yes holds the letter", async () => {
  expect(await withModel(FIRE, "not-supported")).toMatchObject({ asked: [], end: { text: "", model: "offline" } })
  const yes = await withModel(DOUBTFUL, "supported")
  expect(yes).toMatchObject({ asked: ["danger"], end: { text: "", danger: { level: "sure", model: "judge" } } })
  const no = await withModel(DOUBTFUL, "not-supported")
  expect(no.asked.slice(0, 2)).toEqual(["danger", "letter"])
  expect(no.end.danger).toMatchObject({ level: "perhaps" })
})
