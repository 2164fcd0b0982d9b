import { expect, test } from "vitest"
import { soon } from "../soon.ts"
import { KEY, openWorld, world } from "./help/world.ts"

/**
 * Runs the tale once to count its steps, then again for each step with a worker that dies there and a new one after it.
 */
async function tale(killAt: number) {
  // A machine that stands still for a second and a half is no silent relay: a second draft would be right then.
  const all = await world(30_000)
  await all.pair()
  all.openTab(10)
  let step = 0
  let died = ""
  const revived = Promise.withResolvers<void>()
  all.steps.at = (name, worker) => {
    if (worker.dead || ++step !== killAt) return
    died = name
    worker.kill()
    setImmediate(() => {
      all.revive()
      revived.resolve()
    })
  }
  const panel = all.openPanel()
  // The browser hands an event to whatever worker lives: what the dead one had not noted, the page says again when it
  // is looked at.
  await Promise.race([all.opened(), revived.promise.then(() => all.opened())])
  const draft = await panel.draft("ready")
  await panel.until((state) => state.summary?.state === "ready", "a summary")
  const insert = () =>
    all.ask({ kind: "panel-insert", key: KEY, draftId: draft.id, text: "Parcels arrive within 3 days.", anyway: true })
  await Promise.race([insert(), ...(died ? [] : [revived.promise])])
  // A press that died with the worker is pressed again.
  if (all.page.editor === "") await insert()
  const inserted = all.page.editor
  all.page.send()
  void all.opened()
  // Time goes by, the alarm rings, the agent looks at the ticket again.
  await soon(async () => {
    all.clock.shift += 30_000
    all.worker.fire("alarm", "outbox")
    void all.opened()
    const { used } = (await (await all.store()).tickets.get(KEY)) ?? { used: [] }
    expect(
      { reported: all.relay.seen.outcomes.length, used, ...(await (await all.store()).counts()) },
      `killed ${killAt}: ${died}`
    ).toEqual({ reported: 1, used: [], drafts: 1, outcomes: 0 })
  })
  return { all, draft, inserted, steps: step, died }
}

test("the worker may die between any two steps: one draft, put in once, reported once", {
  timeout: 240_000
}, async () => {
  const whole = await tale(-1)
  expect(whole.steps).toBeGreaterThan(40)
  const step = Math.max(1, Math.floor(whole.steps / KILLS))
  const rounds = Array.from({ length: Math.ceil(whole.steps / step) }, (_, index) => 1 + index * step)
  for (const killAt of rounds) {
    const { all, draft, inserted, died } = await tale(killAt)
    // What went to the relay and what was done after it tells where a second draft would come from.
    const trace = [...all.relay.seen.calls, ...all.steps.seen].join("; ")
    const where = `killed ${killAt}: ${died}; ${trace}`
    expect(draft.text, where).toContain("Hello Anna Bergmann")
    expect(new Set(all.relay.seen.drafts.map(({ id }) => id)).size, where).toBe(1)
    expect(new Set(all.relay.seen.drafts.map(({ body }) => body)).size, where).toBe(1)
    expect(inserted, where).toBe("Parcels arrive within 3 days.")
    expect(all.relay.seen.outcomes, where).toHaveLength(1)
    expect(all.relay.seen.outcomes[0], where).toMatchObject({
      draftId: draft.id,
      kind: "inserted",
      sent: "Parcels arrive within 3 days."
    })
  }
})

/** All of them in the soak; evenly spread otherwise. */
const KILLS = process.env["REPLYWRIGHT_SOAK"] ? 1000 : 30

test("the table of placeholders stands on disk before the request leaves", async () => {
  const all = await openWorld()
  all.relay.relay.script = () => ({ events: [], then: "hold" })
  await all.panel.until((state) => state.draft?.state === "writing")
  const stood = await (await all.store()).tables.get(KEY)
  expect(JSON.stringify(stood)).toContain("Anna Bergmann")
})
