import { expect, test } from "vitest"
import { createMasker } from "../../src/copilot/session/masker.ts"
import { runJob, type MaskJob } from "../../src/masking/jobs.ts"
import { soon } from "../soon.ts"
import { KEY, openWorld } from "./help/world.ts"

/** A ticket with its draft and summary there, and the masking jobs that are asked from then on. */
async function drafted() {
  const all = await openWorld()
  const draft = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  const jobs: MaskJob[] = []
  all.masker.now = createMasker(async (job) => {
    jobs.push(job)
    return JSON.parse(JSON.stringify(runJob(job)))
  })
  const mend = (word: string, as: "name" | "plain" | "nothing", again = false) =>
    all.ask({ kind: "panel-override", key: KEY, word, as, again })
  const newDraft = (not: string) =>
    all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== not, "another draft")
  return { ...all, jobs, mend, newDraft, draft, told: async () => (await all.store()).overrides.get(KEY) }
}

test("“this is a name” is kept, told with the job, and the draft is made again", async () => {
  const { mend, newDraft, draft, jobs, told, relay } = await drafted()
  expect(await mend("  Otto\n Kettle ", "name", true)).toEqual({ ok: true })
  const { draft: next } = await newDraft(draft.id)
  expect(await told()).toEqual({ names: ["Otto Kettle"], plain: [] })
  expect(jobs).toEqual([expect.objectContaining({ kind: "ticket", told: { names: ["Otto Kettle"], plain: [] } })])
  expect(relay.seen.drafts.map(({ id }) => id)).toEqual([draft.id, next?.id])
  expect(next?.formers?.map(({ id }) => id)).toEqual([draft.id])
})

test("every later job of the ticket is told: what to change, and the sent reply; over the worker's death too", async () => {
  const all = await drafted()
  await all.mend("parcel", "name")
  await all.mend("Anna Bergmann", "plain")
  const told = { names: ["parcel"], plain: ["Anna Bergmann"] }
  all.revive()
  await all.opened()
  await all.ask({ kind: "panel-regenerate", key: KEY, instruction: "shorter" })
  const { draft } = await all.newDraft(all.draft.id)
  expect(all.jobs.map((job) => [job.kind, job.told])).toEqual([
    ["ticket", told],
    ["text", told],
    ["text", told]
  ])
  await all.ask({ kind: "panel-insert", key: KEY, draftId: draft?.id ?? "", text: draft?.text ?? "", anyway: true })
  all.page.send()
  await all.opened()
  await soon(() => expect(all.relay.seen.outcomes).toHaveLength(1))
  expect(all.jobs.slice(3).map((job) => [job.kind, job.told])).toEqual([
    ["text", told],
    ["text", told]
  ])
})

test("words that are told at once all stand", async () => {
  const { mend, told } = await drafted()
  await Promise.all([mend("Otto", "name"), mend("Anna Bergmann", "plain"), mend("Rosa", "name")])
  expect(await told()).toEqual({ names: ["Otto", "Rosa"], plain: ["Anna Bergmann"] })
})

test("what was told can be taken back, and told the other way round", async () => {
  const { mend, told, jobs, draft, panel } = await drafted()
  await mend("anna bergmann", "name")
  await mend("Anna Bergmann", "plain")
  expect(await told()).toEqual({ names: [], plain: ["Anna Bergmann"], taken: ["anna bergmann"] })
  await mend("Anna Bergmann", "nothing")
  // It stands in the table as a name: that it was taken back is remembered.
  expect(await told()).toEqual({ names: [], plain: [], taken: ["anna bergmann"] })
  expect(jobs).toEqual([])
  expect(panel.states.at(-1)?.draft?.id).toBe(draft.id)
})

test.each([
  ["nothing", " ", "name"],
  ["one letter", "a", "name"],
  ["signs", "--", "name"],
  ["a whole paragraph", "word ".repeat(30), "name"],
  ["a placeholder", "[PERSON_1] said", "name"],
  ["what was never replaced", "parcel", "plain"]
] as const)("%s is refused with a reason, and nothing is kept", async (_, word, as) => {
  const { mend, told, jobs } = await drafted()
  expect(await mend(word, as, true)).toEqual({ ok: false, code: "override-word" })
  expect(await told()).toBeUndefined()
  expect(jobs).toEqual([])
})

test("“this is not” is refused for cards, accounts, government numbers, secrets, e-mail addresses, words of a note and text like a placeholder", async () => {
  const all = await drafted()
  const values = ["4242 4242 4242 4242", "DE89 3704 0044 0532 0130 00", "536-22-1234", "hunter2secret", "[PERSON_7]"]
  all.page.add({
    text: `Card ${values[0]}, IBAN ${values[1]}, SSN ${values[2]}, password: ${values[3]}, ${values[4]}. Mail otto@post.example or call +44 117 496 0321.`
  })
  all.page.add({ visibility: "internal", text: "Her other address is anna@private.example." })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await all.newDraft(all.draft.id)
  const table = await (await all.store()).tables.get(KEY)
  for (const value of [...values, "otto@post.example", "anna@private.example"]) {
    expect(table?.entries.map((entry) => entry.value)).toContain(value)
    expect(await all.mend(value, "plain"), value).toEqual({ ok: false, code: "override-fixed" })
  }
  expect(await all.mend("+44 117 496 0321", "plain")).toEqual({ ok: true })
  expect(await all.told()).toEqual({ names: [], plain: ["+44 117 496 0321"] })
})

test("two hundred words a ticket, no more", async () => {
  const { mend, told } = await drafted()
  for (let n = 0; n < 200; n++) await mend(`Otto${n}`, "name")
  expect(await mend("Otto", "name")).toEqual({ ok: false, code: "override-many" })
  expect((await told())?.names).toHaveLength(200)
})

test("erased with the ticket", async () => {
  const { mend, told, ask } = await drafted()
  await mend("Otto", "name")
  await ask({ kind: "panel-erase", key: KEY })
  expect(await told()).toBeUndefined()
})
