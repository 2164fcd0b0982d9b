import { expect, test } from "vitest"
import { soon } from "../soon.ts"
import { KEY, openWorld } from "./help/world.ts"

const PAGE = { id: "s1", title: "Delivery" }
const OTHER = { id: "s2", title: "Tracking" }

async function drafted() {
  const all = await openWorld()
  const draft = await all.panel.draft("ready")
  return {
    ...all,
    draft,
    choose: (document: { id: string; title: string }, as: "use" | "not" | "nothing") =>
      all.ask({ kind: "panel-choose", key: KEY, document, as }),
    next: async (not: string) =>
      (await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== not, "another draft"))
        .draft?.id ?? "",
    sources: () => all.relay.seen.drafts.map(({ body }) => JSON.parse(body).sources),
    chosen: () => all.panel.states.at(-1)?.ticket?.chosen
  }
}

test("“not this one” makes the draft again without it; the agent's words of the draft before are kept", async () => {
  const all = await drafted()
  await all.ask({ kind: "panel-edit", key: KEY, draftId: all.draft.id, text: "Mine." })
  expect(await all.choose(PAGE, "not")).toEqual({ ok: true })
  await all.next(all.draft.id)
  expect(all.sources()).toEqual([undefined, { use: [], not: ["s1"] }])
  expect(all.chosen()).toEqual({ use: [], not: [PAGE] })
  expect(all.panel.states.at(-1)?.draft?.formers).toMatchObject([{ id: all.draft.id, text: "Mine.", edited: true }])
  // What left is what is shown as having left.
  const { saw } = (await all.ask({ kind: "panel-inspect", key: KEY })) as {
    saw: { requests: { path: string; body: string }[] }
  }
  expect(saw.requests.filter(({ path }) => path === "/v1/drafts").map(({ body }) => body)).toEqual(
    all.relay.seen.drafts.map(({ body }) => body)
  )
})

test("the choice stands for later drafts, over the worker's death too, encrypted; the newest word on a document counts", async () => {
  const all = await drafted()
  await all.choose(PAGE, "not")
  const second = await all.next(all.draft.id)
  await all.choose(OTHER, "use")
  const third = await all.next(second)
  // A worker that dies before it has kept a draft makes it once more.
  await soon(async () => expect((await (await all.store()).drafts.get(third))?.state).toBe("ready"))
  all.revive()
  await all.opened()
  await all.ask({ kind: "panel-regenerate", key: KEY, instruction: "shorter" })
  const fourth = await all.next(third)
  await all.choose(PAGE, "use")
  await all.next(fourth)
  expect(all.sources().slice(1)).toEqual([
    { use: [], not: ["s1"] },
    { use: ["s2"], not: ["s1"] },
    { use: ["s2"], not: ["s1"] },
    { use: ["s2", "s1"], not: [] }
  ])
  const rows = await (await all.store()).tickets.get(KEY)
  expect(rows?.chosen?.use).toEqual([OTHER, PAGE])
})

test("taken back, the draft is made again as if nothing had been said; said twice, nothing is asked", async () => {
  const all = await drafted()
  await all.choose(PAGE, "not")
  const second = await all.next(all.draft.id)
  expect(await all.choose(PAGE, "not")).toEqual({ ok: true })
  expect(await all.choose(OTHER, "nothing")).toEqual({ ok: true })
  await all.choose(PAGE, "nothing")
  await all.next(second)
  expect(all.sources()).toEqual([undefined, { use: [], not: ["s1"] }, undefined])
  expect(all.chosen()).toBeUndefined()
})

test("a worker that dies with the word said makes the draft all the same", async () => {
  const all = await drafted()
  const died = Promise.withResolvers<void>()
  all.steps.at = (name, worker) => {
    if (name !== "before page ticket-read" || worker.dead) return
    worker.kill()
    died.resolve()
  }
  void all.choose(PAGE, "not")
  await died.promise
  all.steps.at = undefined
  all.revive()
  await all.opened()
  await all.next(all.draft.id)
  expect(all.sources().at(-1)).toEqual({ use: [], not: ["s1"] })
})

test("no more than a request holds: one too many is refused, and the draft stands", async () => {
  const all = await drafted()
  const store = await all.store()
  // The worker writes the ticket once more while it keeps the draft.
  await soon(async () => expect((await store.drafts.get(all.draft.id))?.state).toBe("ready"))
  const record = await store.tickets.get(KEY)
  if (!record) throw new Error("no ticket is kept")
  await store.tickets.put({
    ...record,
    chosen: {
      use: Array.from({ length: 10 }, (_, n) => ({ id: `u${n}`, title: "" })),
      not: Array.from({ length: 20 }, (_, n) => ({ id: `n${n}`, title: "" }))
    }
  })
  all.revive()
  await all.opened()
  expect(await all.choose(PAGE, "use")).toEqual({ ok: false, code: "choose-many-use" })
  expect(await all.choose(PAGE, "not")).toEqual({ ok: false, code: "choose-many-not" })
  expect(all.relay.seen.drafts).toHaveLength(1)
})

test("erased with the ticket", async () => {
  const all = await drafted()
  await all.choose(PAGE, "not")
  const second = await all.next(all.draft.id)
  await all.ask({ kind: "panel-erase", key: KEY })
  expect(await (await all.store()).tickets.get(KEY)).toBeUndefined()
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await all.next(second)
  expect(all.sources()).toEqual([undefined, { use: [], not: ["s1"] }, undefined])
})

test("what is ticked before sending is stored with the ticket, and is there after the worker's death", async () => {
  const all = await drafted()
  expect(await all.ask({ kind: "panel-tick", key: KEY, ticked: ["step label", "file the label"] })).toEqual({
    ok: true
  })
  all.revive()
  await all.opened()
  await soon(() => expect(all.panel.states.at(-1)?.ticket?.ticked).toEqual(["step label", "file the label"]))
})

test("what the agent decides about a danger goes with the request, and with later ones for the same ticket", async () => {
  const all = await drafted()
  const decisions = () => all.relay.seen.drafts.map(({ body }) => JSON.parse(body).danger)
  expect(await all.ask({ kind: "panel-danger", key: KEY, decision: "none" })).toEqual({ ok: true })
  const second = await all.next(all.draft.id)
  await all.ask({ kind: "panel-regenerate", key: KEY, instruction: "shorter" })
  await all.next(second)
  expect(decisions()).toEqual([undefined, "none", "none"])
})
