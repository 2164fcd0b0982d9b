import { expect, test } from "vitest"
import {
  createDocumentProcessor,
  READY,
  type DocumentProcessor
} from "../../../src/knowledge/import/document-processor.ts"
import type { ImportedDocument } from "../../../src/ingest/source/source.ts"
import { passagesOfTexts } from "../../../src/search/passages/passages.ts"

const page = (id: string, body: string): ImportedDocument => ({
  id,
  path: `${id}.md`,
  title: "",
  kind: "article",
  visibility: "public",
  groups: [],
  locale: "en",
  body
})
const pages = [
  page("a", "# Returns\n\nSend it back within 30 days to Halo Lamps."),
  page("b", ""),
  page("c", "Call [PERSON_1]."),
  page("d", "Tea.")
]
const LONG = "tea ".repeat(5000)
const thread = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; parentPort.on("message", (documents) => { ${code} }); parentPort.postMessage(${JSON.stringify(READY)})`)}`
  )

/** Processes documents until the thread has started. What comes from it is plain data, and no Buffer. */
async function fromThread(processor: DocumentProcessor) {
  for (;;) {
    const outcomes = await processor.process(pages)
    const [first] = outcomes
    if (first && "sketch" in first && !Buffer.isBuffer(first.sketch)) return outcomes
  }
}

test("the thread that cuts gives what is given without one, and one document's fault stays its own", async () => {
  const without = createDocumentProcessor()
  const within = createDocumentProcessor({ before: 0 })
  try {
    const outcomes = await fromThread(within)
    expect(outcomes).toEqual(
      (await without.process(pages)).map((outcome) =>
        "refused" in outcome ? outcome : { ...outcome, sketch: new Uint8Array(outcome.sketch) }
      )
    )
    expect(
      outcomes.map((outcome) =>
        "refused" in outcome ? outcome.refused.slice(0, 19) : passagesOfTexts(outcome.texts)[0]?.text
      )
    ).toEqual(["Send it back within 30 days to Halo Lamps.", "It has no text.", 'It holds "[PERSON_1', "Tea."])
  } finally {
    await within.release()
  }
})

test("what is asked while it is busy waits in turn, and each gets its own", async () => {
  const processor = createDocumentProcessor({ before: 0 })
  try {
    await fromThread(processor)
    const asked = await Promise.all(pages.map((one) => processor.process([one])))
    expect(asked).toEqual((await processor.process(pages)).map((outcome) => [outcome]))
    // This is more than the thread gets at a time.
    const many = await processor.process(Array.from({ length: 120 }, (_, n) => page(`${n}`, `Tea ${n}.`)))
    expect(many.map((outcome) => ("texts" in outcome ? outcome.texts : outcome.refused))).toEqual(
      Array.from({ length: 120 }, (_, n) => `\nTea ${n}.`)
    )
  } finally {
    await processor.release()
  }
})

test("a thread that breaks off is said to whoever waits for it and whoever asks next, and it never hangs", async () => {
  const processor = createDocumentProcessor({ before: 0, script: thread("throw new Error('a fault of ours')") })
  await expect(fromThread(processor)).rejects.toThrow("The thread that cuts documents broke off.")
  await expect(processor.process(pages)).rejects.toThrow("The thread that cuts documents broke off.")
  const ended = createDocumentProcessor({ before: 0, script: thread("process.exit(0)") })
  await expect(fromThread(ended)).rejects.toThrow("broke off")
})

test("released, it ends what it is busy with and what waits behind that", async () => {
  const processor = createDocumentProcessor({ before: 0, script: thread("while (true) {}") })
  // Long documents wait for the thread even before it has started.
  const cutting = expect(processor.process([page("long", LONG)])).rejects.toThrow("broke off")
  const waiting = expect(processor.process([page("longer", LONG)])).rejects.toThrow("broke off")
  await processor.release()
  await Promise.all([cutting, waiting])
})

test("a small import starts none", async () => {
  const processor = createDocumentProcessor({ before: 8, script: thread("throw new Error('started')") })
  expect(await processor.process(pages)).toHaveLength(4)
  expect(await processor.process(pages)).toHaveLength(4)
  await expect(fromThread(processor)).rejects.toThrow("broke off")
})

/** Answers for each document who it was, but for one that it meets with this code. */
const stumbling = (code: string) =>
  thread(
    `if (documents.some(({ body }) => body.startsWith("tea tea"))) { ${code} } else parentPort.postMessage(documents.map(({ id }) => ({ refused: "read " + id })))`
  )
const inCompany = [page("a", "Tea."), page("long", LONG), page("c", "Tea.")]

test.each([
  ["takes too long", "for (;;) {}", /took too long.* Divide it into several documents/],
  [
    "takes too much memory",
    "throw Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })",
    /took too much memory.* Divide it into several documents/
  ]
])("a document that %s is refused with what to do, and those beside and after it are taken", async (_, code, why) => {
  const processor = createDocumentProcessor({
    before: 0,
    script: stumbling(code),
    // Whoever waits only for the thread's start mustn't be counted as slow.
    deadline: (characters) => (characters >= LONG.length ? 300 : 60_000)
  })
  try {
    await fromFirst(processor, "read a")
    const outcomes = await processor.process(inCompany)
    expect(outcomes).toEqual([{ refused: "read a" }, { refused: expect.stringMatching(why) }, { refused: "read c" }])
    expect(await processor.process([page("next", "Tea.")])).toEqual([{ refused: "read next" }])
  } finally {
    await processor.release()
  }
})

test("a long document goes to the thread from the first, so that nobody waits for it", async () => {
  const processor = createDocumentProcessor({
    script: thread("parentPort.postMessage([{ refused: 'by the thread' }])")
  })
  try {
    expect(await processor.process([page("long", LONG)])).toEqual([{ refused: "by the thread" }])
  } finally {
    await processor.release()
  }
})

test("released while documents are tried one by one, it ends and starts no other thread", async () => {
  const processor = createDocumentProcessor({ before: 0, script: stumbling("for (;;) {}"), deadline: () => 100 })
  const cutting = processor.process([page("long", LONG), page("longer", LONG), page("longest", LONG)])
  const ending = expect(cutting).rejects.toThrow()
  await processor.release()
  await ending
})

/** Processes a document until the thread has started, which answers in its own way. */
async function fromFirst(processor: DocumentProcessor, answer: string): Promise<void> {
  for (;;) {
    const [first] = await processor.process([page("a", "Tea.")])
    if (first && "refused" in first && first.refused === answer) return
  }
}
