import { IDBObjectStore } from "fake-indexeddb"
import { expect, onTestFinished, test, vi } from "vitest"
import { soon } from "../soon.ts"
import { KEY, openWorld, ORIGIN, world } from "./help/world.ts"

/** The disk is full from now on. */
function fillDisk() {
  const full = () => {
    throw new DOMException("full", "QuotaExceededError")
  }
  const spies = [
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(full),
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(full)
  ]
  const free = () => spies.forEach((spy) => spy.mockRestore())
  onTestFinished(free)
  return free
}

test("with the disk full nothing leaves unkept, that is said, and it goes on when there is room", async () => {
  const all = await world()
  await all.pair()
  const free = fillDisk()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  await panel.notice("store-full")
  expect(all.relay.seen.drafts).toEqual([])
  free()
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await panel.draft("ready")
})

test("a disk that fills later takes nothing from the screen: edits stay, Insert works", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  fillDisk()
  await all.ask({ kind: "panel-edit", key: KEY, draftId: id, text: "My words." })
  const state = await all.panel.until((one) => one.notice?.code === "store-full")
  expect(state.draft?.text).toBe("My words.")
  expect(await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "My words." })).toEqual({ ok: true })
  expect(all.page.editor).toBe("My words.")
})

test("a database deleted under us is told, and what is on the screen is kept anew", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  await all.ask({ kind: "panel-edit", key: KEY, draftId: id, text: "My words." })
  await new Promise((resolve) => {
    all.factory.indexedDB.deleteDatabase("replywright").onsuccess = resolve
  })
  await all.panel.notice("store-lost")
  expect(all.panel.states.at(-1)?.draft?.text).toBe("My words.")
  await soon(async () => expect((await (await all.store()).drafts.get(id))?.edited).toBe("My words."))
  all.revive()
  await all.opened()
  expect(await all.panel.draft("ready")).toMatchObject({ id, text: "My words." })
})

test("on disk there is only ciphertext, and outside it only tab, address and token", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  const found = await new Promise<unknown[]>((resolve, reject) => {
    const opening = all.factory.indexedDB.open("replywright")
    opening.onerror = reject
    opening.onsuccess = async () => {
      const db = opening.result
      const names = [...db.objectStoreNames]
      const rows = await Promise.all(
        names.map(
          (name) =>
            new Promise<unknown[]>((done) => {
              const all = db.transaction(name).objectStore(name).getAll()
              all.onsuccess = () => done(all.result)
            })
        )
      )
      db.close()
      resolve(rows.flat())
    }
  })
  expect(found.length).toBeGreaterThanOrEqual(5)
  const outside = JSON.stringify([...all.browser.kept.local, ...all.browser.kept.session])
  const values: unknown[] = []
  const letters =
    JSON.stringify(found, (_name, value: unknown) => {
      values.push(value)
      return value instanceof Uint8Array ? String.fromCharCode(...value) : value
    }) + outside
  for (const word of ["Anna", "Bergmann", "mail.example", "Parcel", "PERSON_1", "zebra", "[[your"])
    expect(letters).not.toContain(word)
  // A message's id has two letters, which stand among thousands of random ones by chance: it is looked for as a value,
  // and by the word beside it.
  expect(values).not.toContain("m1")
  expect(outside).not.toContain("m1")
  expect(letters).not.toContain("messageId")
})

test("What the model saw: the exact bodies that left, what went upstream, and what stayed", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  const look = async () => {
    const answer = await all.ask({ kind: "panel-inspect", key: KEY })
    return answer.ok ? answer.saw : undefined
  }
  const saw = await look()
  expect(saw?.requests.map(({ draftId, path, body }) => [draftId, path, body])).toEqual([
    [id, "/v1/drafts", all.relay.seen.drafts[0]?.body],
    [id, "/v1/summaries", expect.stringContaining(`"summaryId":"${all.relay.seen.summaries[0]}"`)]
  ])
  expect(saw).toMatchObject({ told: { names: [], plain: [] }, stayed: { notes: 1, attachments: [] } })
  expect(saw?.stayed.replaced).toBeGreaterThan(1)
  expect(saw?.placeholders).toContainEqual({
    placeholder: "[PERSON_1]",
    type: "PERSON",
    value: "Anna Bergmann",
    forTeam: false
  })
  expect(await all.ask({ kind: "panel-passed-on", key: KEY, draftId: id })).toEqual({
    ok: true,
    passedOn: { asked: false, model: "offline" }
  })

  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  all.page.send()
  await all.opened()
  await soon(() => expect(all.relay.seen.outcomes).toHaveLength(1))
  await all.ask({ kind: "panel-regenerate", key: KEY, instruction: "shorter" })
  const { draft: next } = await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== id)
  expect(
    (await look())?.requests.map(
      ({ draftId, path }) => `${draftId === id ? "first" : draftId === next?.id ? "next" : draftId} ${path}`
    )
  ).toEqual(["first /v1/drafts", "first /v1/summaries", "first /v1/outcomes", "next /v1/drafts", "next /v1/summaries"])
  await all.relay.down()
  expect((await look())?.requests).toHaveLength(5)
  expect(await all.ask({ kind: "panel-passed-on", key: KEY, draftId: id })).toEqual({ ok: true })
  expect(await all.ask({ kind: "panel-passed-on", key: KEY, draftId: "another" })).toEqual({
    ok: false,
    code: "not-ready"
  })
})

test("What the model saw: a draft that the relay has nothing of any more is told as such", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  all.relay.relay.broken = { status: 404, code: "no-draft" }
  expect(await all.ask({ kind: "panel-passed-on", key: KEY, draftId: id })).toEqual({ ok: true, passedOn: "gone" })
})

test("who may not erase a ticket is told so, and nothing of it is gone here either", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  all.relay.relay.broken = { status: 403, code: "may-not-erase" }
  expect(await all.ask({ kind: "panel-erase", key: KEY })).toMatchObject({ ok: false, code: "may-not-erase" })
  all.relay.relay.broken = undefined
  expect((await all.panel.draft("ready")).id).toBe(id)
  expect((await (await all.store()).drafts.of(KEY)).map((draft) => draft.id)).toEqual([id])
})

test("erasing a ticket takes it from the relay and from here; out of reach, nothing looks erased", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  await all.relay.down()
  expect(await all.ask({ kind: "panel-erase", key: KEY })).toEqual({ ok: false, code: "relay-unreachable" })
  expect(all.panel.states.at(-1)?.draft?.id).toBe(id)
  await all.relay.up()
  expect(await all.ask({ kind: "panel-erase", key: KEY })).toEqual({ ok: true })
  await all.panel.notice("erased")
  const state = await all.panel.until((one) => one.draft === undefined && one.kept.drafts === 0)
  expect(state.ticket?.subject).toBe("")
  expect(all.relay.seen.erased).toEqual([`/v1/tickets/sample/1001?site=${encodeURIComponent(ORIGIN)}`])
  expect(await (await all.store()).tickets.get(KEY)).toBeUndefined()
  all.revive()
  await all.opened()
  await all.panel.until((one) => one.phase === "ticket")
  expect(all.relay.seen.drafts).toHaveLength(1)
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await all.panel.draft("ready")
})
