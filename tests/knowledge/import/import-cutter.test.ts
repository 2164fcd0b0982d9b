import { expect, test } from "vitest"
import { createCutter, READY, type Cutter } from "../../../src/knowledge/import/cutter.ts"
import { passagesOfTexts } from "../../../src/search/passages/passage-texts.ts"
import type { ImportedDocument } from "../../../src/ingest/source/source.ts"

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
const thread = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; parentPort.on("message", (documents) => { ${code} }); parentPort.postMessage(${JSON.stringify(READY)})`)}`
  )

/** Cuts until the thread has begun: what comes from it is plain data, and no Buffer. */
async function fromThread(cutter: Cutter) {
  for (;;) {
    const outcomes = await cutter.cut(pages)
    const [first] = outcomes
    if (first && "sketch" in first && !Buffer.isBuffer(first.sketch)) return outcomes
  }
}

test("the thread that cuts gives what is given without one, and one document's fault stays its own", async () => {
  const without = createCutter()
  const within = createCutter({ before: 0 })
  try {
    const outcomes = await fromThread(within)
    expect(outcomes).toEqual(
      (await without.cut(pages)).map((outcome) =>
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
  const cutter = createCutter({ before: 0 })
  try {
    await fromThread(cutter)
    const asked = await Promise.all(pages.map((one) => cutter.cut([one])))
    expect(asked).toEqual((await cutter.cut(pages)).map((outcome) => [outcome]))
    // More than the thread is given at a time.
    const many = await cutter.cut(Array.from({ length: 120 }, (_, n) => page(`${n}`, `Tea ${n}.`)))
    expect(many.map((outcome) => ("texts" in outcome ? outcome.texts : outcome.refused))).toEqual(
      Array.from({ length: 120 }, (_, n) => `\nTea ${n}.`)
    )
  } finally {
    await cutter.release()
  }
})

test("a thread that breaks off is said to whoever waits for it and whoever asks next, and it never hangs", async () => {
  const cutter = createCutter({ before: 0, script: thread("throw new Error('a fault of ours')") })
  await expect(fromThread(cutter)).rejects.toThrow("The thread that cuts documents broke off.")
  await expect(cutter.cut(pages)).rejects.toThrow("The thread that cuts documents broke off.")
  const ended = createCutter({ before: 0, script: thread("process.exit(0)") })
  await expect(fromThread(ended)).rejects.toThrow("broke off")
})

test("released, it ends what it is busy with and what waits behind that", async () => {
  const cutter = createCutter({ before: 0, script: thread("while (true) {}") })
  const cutting = expect(fromThread(cutter)).rejects.toThrow("broke off")
  // Time for it to begin, and to be asked.
  await new Promise((done) => setTimeout(done, 300))
  const waiting = expect(cutter.cut(pages)).rejects.toThrow("broke off")
  await cutter.release()
  await Promise.all([cutting, waiting])
})

test("a small import starts none", async () => {
  const cutter = createCutter({ before: 8, script: thread("throw new Error('started')") })
  expect(await cutter.cut(pages)).toHaveLength(4)
  expect(await cutter.cut(pages)).toHaveLength(4)
  await expect(fromThread(cutter)).rejects.toThrow("broke off")
})
