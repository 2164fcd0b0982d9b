import { afterEach, beforeEach, expect, test } from "vitest"
import type { Disclosure } from "../../../src/models/drafter/contract.ts"
import { createModelDrafter } from "../../../src/models/openai/openai-drafter.ts"
import { createPipeline } from "../../../src/relay/drafting/pipeline/pipeline.ts"
import type { PipelineEvent } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import { frameWithDisclosure } from "../../../src/relay/drafting/pipeline/disclosure.ts"
import { createOfflineSummariser } from "../../../src/relay/drafting/summary/summary.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { jobOf } from "../../models/job.ts"

let server: ModelDouble
beforeEach(async () => void (server = await startModelDouble()))
afterEach(() => server.close())

const PERSON = { id: "p", name: "Ben", role: "agent" as const, groups: [] }
const LETTER = "Hello [PERSON_1],\n\nLamps can be sent back within 30 days.\n\nKind regards\n[PERSON_2]"
const LINE = "Written with the help of software, and read by a person."

async function draft(disclosure: Disclosure | undefined, text: string, language = "en") {
  server.next({ kind: "text", text })
  const { retrieval: found, request } = jobOf()
  const drafter = createModelDrafter({ baseUrl: server.url, name: "double", pauseMs: 1, retries: 0 })
  const pipeline = createPipeline({
    retriever: { find: async () => found },
    drafter,
    summariser: createOfflineSummariser(),
    team: { company: "Lamp House", disclosure }
  })
  const events: PipelineEvent[] = []
  const ticket = language === "en" ? request.ticket : { ...request.ticket, locale: language }
  await pipeline.run({ ...request, ticket }, PERSON, (event) => events.push(event), new AbortController().signal)
  const streamed = events.flatMap((event) => (event.type === "draft-delta" ? [event.text] : [])).join("")
  const end = events.at(-1)
  if (end?.type !== "draft-end") throw new Error("There is no draft.")
  return { end, streamed }
}

test("every letter ends with the team's line, which claims nothing; the model isn't told", async () => {
  const { end, streamed } = await draft(LINE, LETTER)
  expect(end.text).toBe(`${LETTER}\n\n${LINE}`)
  expect(streamed).toBe(end.text)
  const last = end.claims.at(-1)
  expect(last).toMatchObject({ state: "courtesy", sources: [] })
  expect(end.text.slice(last?.start, last?.end)).toBe(LINE)
  expect(server.requests[0]?.body).not.toContain("help of software")
})

test("a letter that has the line already has it once", async () => {
  expect((await draft(LINE, `${LETTER}\n\n${LINE}`)).end.text.split(LINE)).toHaveLength(2)
})

test("the line is in the letter's language, or else English", async () => {
  const lines = { de: "Mit Hilfe von Software geschrieben.", en: LINE }
  expect((await draft(lines, LETTER)).end.text).toMatch(/read by a person\.$/)
  expect((await draft({ fr: "Rédigé à l’aide d’un logiciel." }, LETTER)).end.text).toMatch(/logiciel\.$/)
})

test("without a line, and without a letter, nothing is added", async () => {
  expect((await draft(undefined, LETTER)).end.text).toBe(LETTER)
  expect((await draft(LINE, "[[NO ANSWER]]")).end.text).not.toContain(LINE)
})

test("a letter that the agent begins by picking a sentence has it below its closing", () => {
  const answer = {
    tier: "unsure" as const,
    suggestions: [],
    frame: { opening: "Hello,\n\n", closing: "\n\nKind regards" }
  }
  expect(frameWithDisclosure(answer, LINE).frame?.closing).toBe(`\n\nKind regards\n\n${LINE}`)
})
