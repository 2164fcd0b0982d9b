import { afterAll, beforeAll, expect, test } from "vitest"
import type { Drafter } from "../../../src/models/drafter/contract.ts"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import { createPipeline } from "../../../src/relay/drafting/pipeline/pipeline.ts"
import { createOfflineSummariser } from "../../../src/relay/drafting/summary/summary.ts"
import { createRetriever } from "../../../src/search/pages/retriever.ts"
import { openKnowledge } from "../../knowledge/help/database.ts"
import { person, ticket } from "../../knowledge/help/tickets.ts"
import { runDraft } from "../help/run-draft.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
const page = (days: string) => ({
  "missing.md": `# Missing parcels\n\nA missing parcel is searched for by the carrier. The carrier answers within ${days} working days.`
})
beforeAll(async () => {
  knowledge = await openKnowledge()
  await knowledge.import(page("five"))
})
afterAll(() => knowledge.close())

const draftWith = (drafter: Drafter) =>
  runDraft(
    createPipeline({ retriever: createRetriever(knowledge.db), drafter, summariser: createOfflineSummariser() }),
    ticket("Missing parcel", "My parcel is missing. When does the carrier answer?"),
    { person: person() }
  )

test("a page that changes while a draft is written: the draft is held against what it quotes, whose version it keeps", async () => {
  const offline = createOfflineDrafter()
  const slow: Drafter = {
    ...offline,
    async *write(job, signal) {
      let isChanged = false
      for await (const part of offline.write(job, signal)) {
        yield part
        if (!isChanged) await knowledge.import(page("nine"))
        isChanged = true
      }
    }
  }
  const before = await draftWith(slow)
  expect(before.end.text).toContain("within five working days")
  expect(before.sources[0]?.passage).toContain("five working days")
  const claim = before.end.claims.find(({ start, end }) => before.end.text.slice(start, end).includes("five"))
  expect(claim).toMatchObject({ state: "supported", sources: [1] })
  const after = await draftWith(offline)
  expect(after.end.text).toContain("within nine working days")
  expect(after.sources[0]?.version).toBeGreaterThan(before.sources[0]?.version ?? 0)
})
