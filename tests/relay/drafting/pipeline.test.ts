import { describe, expect, test } from "vitest"
import {
  ModelError,
  type Drafter,
  type DraftJob,
  type Summariser,
  type DraftPart
} from "../../../src/models/drafter/contract.ts"
import { createPipeline } from "../../../src/relay/drafting/pipeline/pipeline.ts"
import type { PipelineEvent } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import type { Source } from "../../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"

const page = (n: number, title: string, passage: string, visibility: Source["visibility"] = "public"): Source => ({
  n,
  id: `s${n}`,
  title,
  kind: "article",
  headings: [],
  passage,
  visibility,
  locale: "en",
  score: 1 / n
})
const SOURCES = [
  page(
    1,
    "Carrier search",
    "Please wait two working days after the scan. The carrier answers within five working days. The form is at https://shop.example/search."
  ),
  page(2, "Goodwill", "A voucher worth €15 may be given to angry customers without asking anybody.", "internal")
]
const TICKET: MaskedTicket = {
  helpdesk: "sample",
  ticketId: "7",
  version: "m1",
  subject: "Where is my parcel?",
  requester: "[PERSON_1]",
  agent: "[PERSON_2]",
  tags: [],
  messages: [
    {
      id: "m1",
      role: "customer",
      author: "[PERSON_1]",
      at: "2026-11-16T10:00:00Z",
      text: "Hello, my parcel has not arrived although it is shown as delivered. What can I do now?"
    }
  ]
}
const PERSON = { id: "p", name: "Ben", role: "agent" as const, groups: [] }
const summariser: Summariser = {
  name: "offline",
  async *summarise() {
    yield { kind: "wants" as const, text: "The parcel" }
  }
}

/** Runs one draft with this drafter; the events as they came, and the job that the drafter saw. */
async function run(write: (signal: AbortSignal) => AsyncIterable<DraftPart>, signal = new AbortController().signal) {
  const events: PipelineEvent[] = []
  const jobs: DraftJob[] = []
  const drafter: Drafter = { name: "test-model", fingerprint: "f", write: (job, stop) => (jobs.push(job), write(stop)) }
  const retriever = { find: async () => ({ sources: SOURCES, searched: ["parcel"], documents: 2 }) }
  const pipeline = createPipeline({ retriever, drafter, summariser })
  await pipeline.run(
    { draftId: "7d9f3c1e-8a54-4a6b-9c63-0f1e2d3c4b5a", ticket: TICKET },
    PERSON,
    (event) => events.push(event),
    signal
  )
  return { events, job: jobs[0], end: events.find((event) => event.type === "draft-end") }
}
async function* says(...pieces: string[]): AsyncGenerator<DraftPart> {
  for (const text of pieces) yield { text }
}
const claimOf = async (sentence: string) => (await run(() => says(sentence))).end?.claims[0]

test("internal pages are shown to the agent, and neither drafter nor check knows them", async () => {
  const { events, job, end } = await run(() => says("A voucher worth €15 may be given to angry customers."))
  expect(events[0]).toEqual({ type: "sources", sources: SOURCES })
  expect(JSON.stringify(job)).not.toMatch(/voucher|Goodwill/)
  expect(job?.retrieval.sources).toEqual([SOURCES[0]])
  expect(end?.claims[0]?.state).not.toBe("supported")
})

test("the text, its claims and its end belong together, whatever the pieces", async () => {
  const letter =
    "Hello [PERSON_1],\n\nThe carrier answers within five working days. The lamp weighs 14 kg.\n\nKind regards\n[PERSON_2]"
  const { events, end } = await run(() => says(...(letter.match(/[\s\S]{1,7}/g) ?? [])))
  expect(events.flatMap((event) => (event.type === "draft-delta" ? event.text : [])).join("")).toBe(letter)
  expect(end).toMatchObject({ text: letter, model: "test-model", language: "en" })
  expect(end?.claims.map(({ start, end: stop, state }) => [letter.slice(start, stop), state])).toEqual([
    ["Hello [PERSON_1],", "courtesy"],
    ["The carrier answers within five working days.", "supported"],
    ["The lamp weighs 14 kg.", "no-source"],
    ["Kind regards", "courtesy"],
    ["[PERSON_2]", "courtesy"]
  ])
  expect(events.flatMap((event) => (event.type === "check" ? event.claim : []))).toEqual(end?.claims)
  expect(events.at(-1)).toBe(end)
})

test("the figure of another sentence is told as a contradiction", async () => {
  expect(await claimOf("The carrier answers within two working days.")).toMatchObject({
    state: "contradicts",
    sources: [1],
    reason: "duration",
    says: "five working days"
  })
})

describe("sources that a model names", () => {
  const cited = async (...parts: DraftPart[]) =>
    (
      await run(async function* () {
        yield* parts
      })
    ).end?.claims

  test("stand beside the claim, and the check alone says whether they support it", async () => {
    const claims = await cited(
      { text: "The carrier answers within five working days." },
      { cites: [1] },
      { text: " The lamp weighs 14 kg." },
      { cites: [1] },
      { text: "\n\nKind regards" }
    )
    expect(claims?.map(({ state, sources, cited: named }) => [state, sources, named])).toEqual([
      ["supported", [1], [1]],
      ["no-source", [], [1]],
      ["courtesy", [], undefined]
    ])
  })

  test("count only if there is such a source: not 9 of one, not an internal page, not 0", async () => {
    const claims = await cited({ text: "The carrier answers within five working days." }, { cites: [9, 2, 0] })
    expect(claims).toEqual([expect.objectContaining({ state: "supported", sources: [1] })])
    expect(claims?.[0]).not.toHaveProperty("cited")
  })
})

describe("what a hostile ticket may have made the model write", () => {
  test.each([
    [
      "The carrier answers within five working days, see https://evil.example/search.",
      "link",
      "https://evil.example/search"
    ],
    ["Please open the form at https://shop.example@evil.example/ now.", "link", "https://shop.example@evil.example/"],
    ["Hello [PERSON_9],", "words", "[PERSON_9]"]
  ])("%s", async (sentence, reason, words) => {
    expect(await claimOf(sentence)).toEqual({
      start: 0,
      end: sentence.length,
      state: "no-source",
      sources: [],
      reason,
      words,
      isFixed: true
    })
  })

  test("a known link and known placeholders are fine", async () => {
    expect(await claimOf("The form is at https://shop.example/search.")).toMatchObject({
      state: "supported",
      sources: [1]
    })
  })

  test("characters that nobody sees reach nobody, and the claims fit what is left", async () => {
    const { events, end } = await run(() =>
      says(
        "Hello \u202E",
        "[PERSON_1],\n\u{E0041}\u{E0042}",
        "\u200B",
        "The carrier answers\uDB40",
        "\uDC43 within five working days. 👨‍👩‍👧"
      )
    )
    expect(end?.text).toBe("Hello [PERSON_1],\nThe carrier answers within five working days. 👨‍👩‍👧")
    expect(events.flatMap((event) => (event.type === "draft-delta" ? event.text : [])).join("")).toBe(end?.text)
    expect(end?.claims.map(({ start, end: stop }) => end.text.slice(start, stop))).toContain(
      "The carrier answers within five working days."
    )
    expect(events.every((event) => event.type !== "draft-delta" || event.text !== "")).toBe(true)
  })
})

describe("a model that answers in the wrong language", () => {
  const GERMAN =
    "Guten Tag [PERSON_1],\n\nder Zusteller antwortet innerhalb von fünf Werktagen auf unsere Nachfrage.\n\nMit freundlichen Grüßen\n[PERSON_2]"
  const isMarked = { state: "no-source", reason: "language", sources: [] }

  test("the whole letter: no line of it is shown as fine, and the body is marked while it streams", async () => {
    const { events, end } = await run(() => says(GERMAN))
    expect(end?.language).toBe("en")
    const quiet = expect.objectContaining({ ...isMarked, state: "not-found" })
    expect(end?.claims.filter(({ end: stop }) => stop < GERMAN.length)).toEqual([
      expect.objectContaining(isMarked),
      quiet,
      quiet
    ])
    expect(events).toContainEqual({ type: "check", claim: expect.objectContaining(isMarked) })
  })

  test("one sentence of it: that one, as it ends", async () => {
    const letter =
      "Hello [PERSON_1],\n\nThe carrier answers within five working days. Der Zusteller antwortet innerhalb von fünf Werktagen.\n\nKind regards"
    const { end } = await run(() => says(letter))
    expect(end?.claims.map(({ state }) => state)).toEqual(["courtesy", "supported", "no-source", "courtesy"])
    expect(end?.claims[2]).toMatchObject(isMarked)
  })
})

test("questions, refusal, tokens and what the model saw are passed on", async () => {
  const refusal = { reason: "no-answer" as const, searched: ["parcel"], documents: 2, nearest: [] }
  const { events, end } = await run(async function* () {
    yield { upstream: { url: "http://model/v1", body: "{}" } }
    yield { questions: [{ blank: "the day" }] }
    yield { refusal }
    yield { tokens: { in: 3, out: 4 } }
  })
  expect(events[1]).toEqual({ type: "upstream", model: "test-model", url: "http://model/v1", body: "{}" })
  expect(end).toMatchObject({
    text: "",
    claims: [],
    questions: [{ blank: "the day" }],
    refusal,
    tokens: { in: 3, out: 4 }
  })
})

test.each([
  ["no-answer", "I'm afraid we have no information on this yet."],
  ["no-knowledge", "I'm afraid we have no information on this yet."],
  ["nothing-asked", undefined],
  ["language", undefined]
] as const)("a refusal for %s says what the customer may be told in their language: %s", async (reason, say) => {
  const { end } = await run(async function* () {
    yield { refusal: { reason, searched: [], documents: 2, nearest: [] } }
  })
  expect(end?.refusal?.say).toBe(say)
})

test("a model that fails is the last event, in words; another fault is the caller's", async () => {
  const { events } = await run(async function* () {
    yield* says("Hello")
    throw new ModelError("model-cut", "The model broke off.", true)
  })
  expect(events.at(-1)).toEqual({
    type: "draft-error",
    code: "model-cut",
    message: "The model broke off.",
    retryable: true
  })
  expect(events.filter((event) => event.type === "draft-end")).toEqual([])
  await expect(
    run(async function* () {
      yield* says("Hello")
      throw new TypeError("a fault of ours")
    })
  ).rejects.toThrow("a fault of ours")
})

test.each([
  ["throws", true],
  ["just ends", false],
  ["goes on writing", undefined]
])("an abort ends without a word: the drafter %s", async (_how, throws) => {
  const gone = new AbortController()
  const { events } = await run(async function* (signal) {
    yield* says("Hello")
    gone.abort()
    if (throws) signal.throwIfAborted()
    if (throws === undefined) yield* says(" there, this comes too late.")
  }, gone.signal)
  expect(events.map((event) => event.type)).toEqual(["sources", "draft-delta"])
})

test("the summary streams its lines", async () => {
  const events: PipelineEvent[] = []
  const drafter: Drafter = { name: "offline", fingerprint: "f", write: () => says() }
  const pipeline = createPipeline({
    retriever: { find: async () => ({ sources: [], searched: [], documents: 0 }) },
    drafter,
    summariser
  })
  await pipeline.summarise(
    { summaryId: "7d9f3c1e-8a54-4a6b-9c63-0f1e2d3c4b5b", ticket: TICKET },
    PERSON,
    (event) => events.push(event),
    new AbortController().signal
  )
  expect(events.map((event) => event.type)).toEqual(["summary-line", "summary-end"])
  expect(pipeline.model).toBeNull()
})
