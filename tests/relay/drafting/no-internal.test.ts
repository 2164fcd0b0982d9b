import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Drafter } from "../../../src/models/drafter/contract.ts"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import { createPipeline } from "../../../src/relay/drafting/pipeline/pipeline.ts"
import { buildPrompt } from "../../../src/models/prompt/prompt.ts"
import type { PipelineEvent } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import { createOfflineSummariser } from "../../../src/relay/drafting/summary/summary.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { createRetriever } from "../../../src/search/pages/retriever.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { openKnowledge } from "../../knowledge/help/database.ts"
import { person } from "../../knowledge/help/tickets.ts"
import { knowledgeWithTickets, placeOf, type Asked, type Page } from "./generated.ts"

/**
 * Whatever a team's pages and its customers' tickets are, nothing of an internal page reaches a draft or a model, and
 * nothing at all of a page for another group reaches anybody else. Through the real search; each such page bears words
 * of its own in its title and in each sentence that is its own.
 */
const cases = process.env["REPLYWRIGHT_SOAK"] ? 2000 : 50
const TICKETS = 10
const PATIENCE_MS = 600_000
const signal = AbortSignal.timeout(PATIENCE_MS)

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
})
afterAll(() => knowledge.close())

test(`no internal page in any public draft over ${cases} generated cases`, { timeout: PATIENCE_MS }, async () => {
  const seen = { drafts: 0, refusals: 0, internal: 0, prompts: 0, restricted: 0, chosen: 0 }
  await fc.assert(
    fc.asyncProperty(knowledgeWithTickets(TICKETS), async ({ pages, tickets }) => {
      expect((await runImport(knowledge.db, placeOf(pages), { origin: "team", signal, log: silentLog })).state).toBe(
        "done"
      )
      for (const [at, asked] of tickets.entries()) {
        // Every other agent wants ten pages used, be they internal or others'.
        const { events, prompts } = await draft(
          asked,
          at % 2 === 0
            ? []
            : pages
                .map((_, n) => `generated/${n}`)
                .slice(at)
                .slice(0, 10)
        )
        if (prompts.some((prompt) => prompt.includes("The agent chose source"))) seen.chosen++
        const found = events.flatMap((event) => (event.type === "sources" ? event.sources : []))
        const end = events.find((event) => event.type === "draft-end")
        if (!end) throw new Error(`The draft has no end: ${JSON.stringify(events.at(-1))}`)
        const hidden = pages.filter((page) => page.visibility === "internal")
        const others = pages.filter(
          ({ groups }) => groups.length > 0 && !groups.some((group) => asked.groups.includes(group))
        )
        expect(marksIn({ ...end, refusal: end.refusal?.nearest }, hidden)).toEqual([])
        expect(
          marksIn(
            events.filter(({ type }) => type !== "sources"),
            hidden
          )
        ).toEqual([])
        expect(marksIn(prompts, hidden)).toEqual([])
        expect(marksIn([events, prompts], others)).toEqual([])
        const internal = new Set(found.flatMap(({ n, visibility }) => (visibility === "internal" ? [n] : [])))
        expect(end.claims.filter((claim) => claim.sources.some((n) => internal.has(n)))).toEqual([])
        // What is quoted to the customer, or goes to a model, bears no words of an internal page either.
        expect(
          marksIn(
            found
              .filter(({ visibility }) => visibility === "public")
              .map(({ title, headings, passage }) => [title, headings, passage]),
            hidden
          )
        ).toEqual([])
        seen[end.refusal ? "refusals" : "drafts"]++
        if (internal.size > 0) seen.internal++
        if (others.length > 0) seen.restricted++
        seen.prompts += prompts.length
      }
    }),
    { numRuns: cases / TICKETS, seed: 5, endOnFailure: true }
  )
  expect(seen.drafts + seen.refusals).toBe(cases)
  // The search did find internal pages, letters were written, and models would have been asked.
  expect(seen.drafts).toBeGreaterThan(cases / 2)
  expect(seen.internal).toBeGreaterThan(cases / 2)
  expect(seen.restricted).toBeGreaterThan(cases / 4)
  expect(seen.prompts).toBe(cases)
  expect(seen.chosen).toBeGreaterThan(cases / 5)
})

/** By the drafter without a model; what a model would be asked is put together of the same job. */
async function draft(
  { ticket, groups, instruction }: Asked,
  use: string[]
): Promise<{ events: PipelineEvent[]; prompts: string[] }> {
  const prompts: string[] = []
  const offline = createOfflineDrafter()
  const drafter: Drafter = {
    ...offline,
    write(job, stop) {
      prompts.push(
        buildPrompt(job)
          .messages.map(({ content }) => content)
          .join("\n")
      )
      return offline.write(job, stop)
    }
  }
  const events: PipelineEvent[] = []
  const pipeline = createPipeline({
    retriever: createRetriever(knowledge.db),
    drafter,
    summariser: createOfflineSummariser()
  })
  const request = {
    draftId: "7d9f3c1e-8a54-4a6b-9c63-0f1e2d3c4b5a",
    ticket,
    sources: { use, not: [] },
    ...(instruction === undefined ? {} : { instruction })
  }
  await pipeline.run(request, person(...groups), (event) => events.push(event), signal)
  return { events, prompts }
}

/** Words that stand in these pages alone and were told all the same. */
function marksIn(told: unknown, pages: Page[]): string[] {
  const text = JSON.stringify(told).toLowerCase()
  return pages.flatMap(({ mark }) => (text.includes(mark) ? [mark] : []))
}
