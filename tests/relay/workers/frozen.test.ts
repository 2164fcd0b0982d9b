import { setTimeout as wait } from "node:timers/promises"
import { expect, test } from "vitest"
import { Client, restOf } from "../help/client.ts"
import { QUICK_SUPERVISOR } from "./relay-with-workers.ts"
import { isAlive, soon, useTwoWorkers } from "./two-workers.ts"

const { model, undo, startRelay, beginAtBoth } = useTwoWorkers()

test("a frozen worker is killed and replaced, and its drafts are cut; none is after the whole relay was halted", {
  timeout: 240_000
}, async () => {
  const { relay, url, code, db } = await startRelay("frozen", {}, QUICK_SUPERVISOR)
  const tom = await Client.paired({ url, pair: async () => code })
  const { begun } = await beginAtBoth(tom, db)
  const [first, second] = relay.ready()
  // As a machine that sleeps, for longer than a frozen worker gets. Its parent wakes first.
  const all = [relay.process, first?.process ?? 0, second?.process ?? 0]
  // A halted process outlives its parent.
  undo.push(() => all.filter(isAlive).forEach((id) => process.kill(id, "SIGKILL")))
  for (const id of all.toReversed()) process.kill(id, "SIGSTOP")
  await wait(8_000)
  for (const id of all) process.kill(id, "SIGCONT")
  for (let n = 0; n < 20; n++)
    expect((await fetch(`${url}/v1/health`, { headers: { connection: "close" } })).status).toBe(200)

  process.kill(first?.process ?? 0, "SIGSTOP")
  const [lost] = begun.filter((draft) => draft.relay === first?.relay)
  const [kept] = begun.filter((draft) => draft.relay === second?.relay)
  if (!lost || !kept) throw new Error("One of the workers has no draft.")
  await expect(restOf(lost.events)).rejects.toThrow()
  await expect.poll(() => relay.ready().length, soon).toBe(3)
  expect(relay.ready()[2]).toMatchObject({ worker: first?.worker })
  const { worker, process: halted } = first ?? {}
  // Each start also says that this database has no master key.
  const isAboutWorkers = ({ level, event }: Record<string, unknown>) =>
    level === "warn" && event !== "texts-not-encrypted"
  expect(relay.events().filter(isAboutWorkers)).toEqual([
    expect.objectContaining({ event: "worker-frozen", worker, process: halted, silentMs: 5_000 }),
    expect.objectContaining({ event: "worker-ended", worker, signal: "SIGKILL" })
  ])
  const stored = () =>
    db.selectFrom("drafts").select(["state", "relay"]).where("id", "=", lost.request.draftId).executeTakeFirst()
  await expect.poll(stored, soon).toEqual({ state: "cut", relay: null })
  for (let n = 0; n < 20; n++)
    expect((await fetch(`${url}/v1/health`, { headers: { connection: "close" } })).status).toBe(200)
  model().go()
  expect((await restOf(kept.events)).at(-1)).toMatchObject({ type: "draft-end", model: "held" })
})
