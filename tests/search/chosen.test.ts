import { afterAll, beforeAll, expect, test } from "vitest"
import type { ChosenSources } from "../../src/protocol/relay.ts"
import { createOfflineDrafter } from "../../src/relay/drafting/offline/offline-drafter.ts"
import type { Drafter } from "../../src/models/drafter/contract.ts"
import { createPipeline } from "../../src/relay/drafting/pipeline/pipeline.ts"
import { buildPrompt } from "../../src/models/prompt/prompt.ts"
import type { StreamEvent } from "../../src/relay/drafting/pipeline/pipeline-events.ts"
import { createOfflineSummariser } from "../../src/relay/drafting/summary/summary.ts"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { person, ticket } from "../knowledge/help/tickets.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
let ids: Record<string, string>
const care =
  "Wash the wool blanket by hand in cold water, and dry it flat on a towel. It must never go into the dryer, where wool shrinks at once. Brush it when it is dry, along the weave, and store it with cedar wood against moths in the summer."
beforeAll(async () => {
  knowledge = await openKnowledge()
  await knowledge.import({
    "blanket.md": `---\nurl: https://help.example/blanket\nchanged: 2026-03-01\n---\n# Washing a wool blanket\n\n${care}`,
    "blanket-copy.md": `---\nurl: https://old.example/blanket\n---\n# Washing a wool blanket\n\n${care}`,
    "pillow.md": "# Washing a pillow\n\nWash a pillow at forty degrees. Dry it with two tennis balls.",
    "shipping.md": "# Shipping\n\nA parcel takes three working days. We wash our hands of nothing.",
    "returns.md": "# Returns\n\nYou may return anything within thirty days.",
    "cost.md":
      "---\nvisibility: internal\n---\n# What a wool blanket costs us\n\nA wool blanket costs us nine pounds to wash.",
    "leads.md":
      "---\ngroups: [leads]\n---\n# Blankets for friends\n\nA blanket for a friend may be washed for nothing.",
    "de/decke.md": "---\nlocale: de\n---\n# Wolldecke waschen\n\nEine Wolldecke (Wool Blanket) waschen Sie kalt."
  })
  const rows = await knowledge.db.selectFrom("documents").select(["id", "path"]).execute()
  ids = Object.fromEntries(rows.map(({ id, path }) => [path.replace(/^.*\/|\.md$/g, ""), id]))
})
afterAll(() => knowledge.close())

const asked = ticket("Wool blanket", "How do I wash my wool blanket?")
const named = (...names: string[]) => names.map((name) => ids[name] ?? name)
const chosen = ({ use = [], not = [] }: { use?: string[]; not?: string[] }): ChosenSources => ({
  use: named(...use),
  not: named(...not)
})
const nameOf = (id: string) => Object.entries(ids).find(([, one]) => one === id)?.[0]
const find = async (choice: Parameters<typeof chosen>[0], what = asked) =>
  (await createRetriever(knowledge.db).find(what, person(), signal, 5, chosen(choice))).sources
const names = async (choice: Parameters<typeof chosen>[0], what?: typeof asked) =>
  (await find(choice, what)).map(({ id }) => nameOf(id))

async function draft(choice: Parameters<typeof chosen>[0], what = asked) {
  const events: StreamEvent[] = []
  const prompts: string[] = []
  const offline = createOfflineDrafter()
  const drafter: Drafter = {
    ...offline,
    write(job, stop) {
      prompts.push(
        buildPrompt(job, "b")
          .messages.map(({ content }) => content)
          .join("\n")
      )
      return offline.write(job, stop)
    }
  }
  const pipeline = createPipeline({
    retriever: createRetriever(knowledge.db),
    drafter,
    summariser: createOfflineSummariser()
  })
  await pipeline.run(
    { draftId: "7d9f3c1e-8a54-4a6b-9c63-0f1e2d3c4b5a", ticket: what, sources: chosen(choice) },
    person(),
    (event) => {
      if (event.type !== "upstream") events.push(event)
    },
    signal
  )
  const end = events.find((event) => event.type === "draft-end")
  if (!end) throw new Error("no end")
  return {
    ...end,
    prompt: prompts.join("\n"),
    sources: events.flatMap((event) => (event.type === "sources" ? event.sources : []))
  }
}

test("nothing chosen: the page that answers stands first, with its version, date, headings and near copy", async () => {
  const [first] = await find({})
  expect(first).toMatchObject({ title: "Washing a wool blanket", version: 1, headings: [] })
  expect(first?.also).toHaveLength(1)
  expect(await names({ use: [], not: [] })).toEqual((await find({})).map(({ id }) => nameOf(id)))
})

test("what is to be used comes first, found or not, and is what the letter stands on", async () => {
  expect((await names({ use: ["pillow"] }))[0]).toBe("pillow")
  // It contains no word of the question.
  expect((await names({ use: ["returns"] })).slice(0, 2)).toEqual(["returns", expect.stringMatching(/^blanket/)])
  expect((await names({ use: ["shipping", "pillow"] })).slice(0, 2).sort()).toEqual(["pillow", "shipping"])
  const { text, prompt, sources } = await draft({ use: ["pillow"] })
  expect(text).toContain("Wash a pillow at forty degrees.")
  expect(text).not.toContain("cold water")
  expect(prompt).toContain("The agent chose source 1: write the reply by it")
  expect(sources.map(({ n }) => n)).toEqual(sources.map((_, at) => at + 1))
})

test("of two pages that were chosen the letter takes from both", async () => {
  const { text } = await draft(
    { use: ["shipping", "blanket"] },
    ticket("Wool blanket", "How do I wash my wool blanket, and how long does a parcel take?")
  )
  expect(text).toContain("cold water")
  expect(text).toContain("three working days")
})

test("the copy that was chosen is the one shown", async () => {
  for (const copy of ["blanket", "blanket-copy"]) {
    const found = await find({ use: [copy] })
    expect(nameOf(found[0]?.id ?? "")).toBe(copy)
    expect(found.filter(({ title }) => title === "Washing a wool blanket")).toHaveLength(1)
  }
  expect((await names({ use: ["blanket-copy"], not: ["blanket"] }))[0]).toBe("blanket-copy")
})

test.each(["blanket", "blanket-copy"])("what is refused is left out with its near copies (%s)", async (one) => {
  const { text, prompt, sources } = await draft({ not: [one] })
  expect(sources.map(({ id }) => nameOf(id))).not.toContain("blanket")
  expect(sources.map(({ id }) => nameOf(id))).not.toContain("blanket-copy")
  expect(text + prompt).not.toContain("cold water")
})

test("a page that says nothing of what is asked can't carry a letter, whoever chose it", async () => {
  expect((await draft({ use: ["returns"] })).text).toContain("cold water")
})

test("a page in another language that was chosen is told of, not quoted", async () => {
  const { text, questions } = await draft({ use: ["decke"] })
  expect(text).toBe("")
  expect(questions[0]?.why).toContain("Eine Wolldecke")
})

test("where nothing is left that answers, the refusal says so", async () => {
  const { text, refusal } = await draft({ not: ["blanket", "pillow", "shipping", "decke"] })
  expect(text).toBe("")
  expect(refusal).toMatchObject({ reason: "no-answer", nearest: [] })
})

test("an internal page is lifted by nobody, and what a person may not see, or isn't there, is passed over", async () => {
  const { prompt, text, sources } = await draft({ use: ["cost", "leads", "no-such-page", "sample/en/returns"] })
  expect(sources.map(({ id }) => nameOf(id))[0]).toMatch(/^blanket/)
  expect(sources.map(({ id }) => nameOf(id))).not.toContain("leads")
  expect(prompt + text).not.toMatch(/nine pounds|for nothing|The agent chose/)
})

test("chosen pages come where the ticket has no words to search for", async () => {
  expect(await names({ use: ["returns"] }, ticket("", "🙂"))).toEqual(["returns"])
})

test("every source of a draft says its version, its date, its headings and its near copies", async () => {
  await knowledge.import({
    "pillow.md":
      "---\nchanged: 2026-11-02\n---\n# Washing a pillow\n\nOnly for pillows.\n\n## In a machine\n\nWash a pillow at sixty degrees, and never a wool blanket with it."
  })
  const { sources } = await draft(
    { use: ["pillow"] },
    ticket("", "At how many degrees do I wash a pillow in a machine, and a wool blanket?")
  )
  expect(sources[0]).toMatchObject({
    title: "Washing a pillow",
    version: 2,
    changed: "2026-11-02",
    headings: ["In a machine"]
  })
  expect(sources.find(({ title }) => title === "Washing a wool blanket")?.also).toEqual([
    { id: expect.any(String), title: "Washing a wool blanket", url: expect.stringMatching(/blanket$/) }
  ])
  for (const { version } of sources) expect(version).toBeGreaterThanOrEqual(1)
})
