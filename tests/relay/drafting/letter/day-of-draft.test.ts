import { expect, test } from "vitest"
import type { Drafter, DraftJob } from "../../../../src/models/drafter/contract.ts"
import { createPipeline } from "../../../../src/relay/drafting/pipeline/pipeline.ts"
import type { PipelineEvent } from "../../../../src/relay/drafting/pipeline/pipeline-events.ts"
import type { MaskedTicket } from "../../../../src/ticket/masked-ticket.ts"

const TICKET: MaskedTicket = {
  helpdesk: "sample",
  ticketId: "7",
  version: "m1",
  subject: "The offer",
  requester: "[PERSON_1]",
  agent: "[PERSON_2]",
  zone: 60,
  tags: [],
  messages: [
    {
      id: "m1",
      role: "customer",
      author: "[PERSON_1]",
      at: "2026-11-16T10:00:00Z",
      text: "How long does the offer run?"
    }
  ]
}
const OFFER = {
  n: 1,
  id: "s1",
  title: "Offer",
  kind: "article" as const,
  headings: [],
  passage: "The offer ends on 30 November 2026 for all customers.",
  visibility: "public" as const,
  locale: "en",
  score: 1
}
const PERSON = { id: "p", name: "Ben", role: "agent" as const, groups: [] }

/** Writes a draft at half past eleven at night in UTC, which is the next day where the agent is. */
async function draftSaying(letter: string) {
  const jobs: DraftJob[] = []
  const drafter: Drafter = {
    name: "test-model",
    fingerprint: "f",
    async *write(job) {
      jobs.push(job)
      yield { text: letter }
    }
  }
  const events: PipelineEvent[] = []
  const pipeline = createPipeline({
    retriever: { find: async () => ({ sources: [OFFER], searched: ["offer"], documents: 1 }) },
    drafter,
    summariser: {
      name: "offline",
      async *summarise() {
        yield { kind: "wants" as const, text: "The offer" }
      }
    },
    now: () => new Date("2026-11-20T23:30:00Z")
  })
  await pipeline.run(
    { draftId: "7d9f3c1e-8a54-4a6b-9c63-0f1e2d3c4b5a", ticket: TICKET },
    PERSON,
    (event) => events.push(event),
    new AbortController().signal
  )
  return { job: jobs[0], end: events.find((event) => event.type === "draft-end") }
}

test("prompt and checks count from the same day, the relay's where the agent is", async () => {
  const { job, end } = await draftSaying("The offer ends on 30 November 2026 for all customers, in 9 days.")
  expect(job?.today).toBe("2026-11-21")
  expect(end?.claims).toMatchObject([{ state: "near", words: "9 days", says: "30 November 2026 · 2026-11-21" }])
})

test("a customer's message isn't the day of the letter", async () => {
  const { end } = await draftSaying("The offer ends on 30 November 2026 for all customers, in 14 days.")
  expect(end?.claims[0]?.state).not.toMatch(/supported|near/)
})
