import { expect, test } from "vitest"
import { TeamCorrections } from "../../../src/copilot/session/team-corrections.ts"
import type { KeyValue } from "../../../src/platform/key-value.ts"
import { soon } from "../../soon.ts"
import { signer, SUBJECT } from "../../signed-corrections.ts"
import type { CorrectionsAnswer, SignedCorrections } from "../../../src/protocol/routes/helpdesk-pages.ts"

const own = signer()

/** A browser whose relay has this file. */
function browser(file: SignedCorrections | null = null) {
  const kept = new Map<string, unknown>()
  const local: KeyValue = {
    get: async (name) => structuredClone(kept.get(name)),
    set: async (name, value) => void kept.set(name, structuredClone(value)),
    remove: async (name) => void kept.delete(name),
    clear: async () => kept.clear()
  }
  const relay = { answer: { version: 1, file } as CorrectionsAnswer, asks: 0, isDown: false }
  const clock = { now: () => time.now, after: () => () => undefined }
  const time = { now: 0 }
  const trusted = { keys: [own.key] }
  const failures: unknown[] = []
  const start = () =>
    new TeamCorrections(
      local,
      clock,
      async () => trusted.keys,
      async () => {
        relay.asks++
        if (relay.isDown) throw new Error("away")
        return relay.answer
      },
      async (error) => void failures.push(error)
    )
  let team = start()
  const hear = async (version = relay.answer.version) => {
    const before = relay.asks
    team.heard(version)
    await soon(async () => expect(relay.asks > before || (await team.current()).state === "none").toBe(true))
    await new Promise((done) => setTimeout(done))
  }
  return {
    relay,
    time,
    trusted,
    failures,
    hear,
    get team() {
      return team
    },
    restart: () => (team = start()),
    async has(next: SignedCorrections | null) {
      relay.answer = { version: relay.answer.version + 1, file: next }
      await hear()
      return team.current()
    }
  }
}

test("a file is fetched when an answer names another version, and kept for the next worker", async () => {
  const all = browser(own.sign(3))
  expect(await all.team.current()).toEqual({ state: "none" })
  await all.hear()
  const applied = { state: "applied", serial: 3, made: "2026-11-25", corrections: [SUBJECT] }
  await soon(async () => expect(await all.team.current()).toEqual(applied))
  await all.team.current()
  all.team.heard(1)
  all.restart()
  expect(await all.team.current()).toEqual(applied)
  all.team.heard(1)
  await all.team.current()
  expect(all.relay.asks).toBe(1)
})

test("a file with a lower serial than one that was accepted is refused, also after sign-out; the same one isn't", async () => {
  const all = browser()
  expect(await all.has(own.sign(5))).toMatchObject({ state: "applied", serial: 5 })
  expect(await all.has(own.sign(4))).toEqual({ state: "replayed", serial: 4, accepted: 5 })
  await all.team.forget()
  expect(await all.team.current()).toEqual({ state: "none" })
  expect(await all.has(own.sign(4))).toMatchObject({ state: "replayed" })
  expect(await all.has(own.sign(5))).toMatchObject({ state: "applied" })
  expect(await all.has(own.sign(6))).toMatchObject({ state: "applied", serial: 6 })
})

test("a file that nobody trusted signed raises no serial, and another key counts its own", async () => {
  const [all, other] = [browser(), signer()]
  expect(await all.has(other.sign(900))).toEqual({ state: "bad-signature" })
  expect(await all.has(own.sign(2))).toMatchObject({ state: "applied" })
  all.trusted.keys = [other.key]
  expect(await all.team.current()).toEqual({ state: "bad-signature" })
  expect(await all.has(other.sign(1))).toMatchObject({ state: "applied" })
  all.trusted.keys = []
  expect(await all.team.current()).toEqual({ state: "no-key" })
})

test("taken out, and at an older relay, there are none; whoever has pages is told each time", async () => {
  const all = browser()
  let told = 0
  all.team.onChange(() => told++)
  await all.has(own.sign(1))
  expect(await all.has(null)).toEqual({ state: "none" })
  expect(all.team.areNone).toBe(true)
  await all.has(own.sign(2))
  expect(told).toBe(3)
  const { asks } = all.relay
  all.team.heard(0)
  await soon(async () => expect(await all.team.current()).toEqual({ state: "none" }))
  expect([told, all.relay.asks]).toEqual([4, asks])
})

test("a relay that doesn't answer leaves what was accepted before", async () => {
  const all = browser()
  await all.has(own.sign(1))
  all.relay.isDown = true
  expect(await all.has(own.sign(2))).toMatchObject({ state: "applied", serial: 1 })
  expect(all.failures).toHaveLength(1)
})

test("asked again, the relay tells another file, at most every twenty seconds", async () => {
  const all = browser()
  await all.has(null)
  all.relay.answer = { version: 9, file: own.sign(1) }
  const { asks } = all.relay
  await all.team.lookAgain()
  expect(all.relay.asks).toBe(asks)
  all.time.now += 21_000
  await all.team.lookAgain()
  await all.team.lookAgain()
  expect(all.relay.asks).toBe(asks + 1)
  expect(await all.team.current()).toMatchObject({ state: "applied", serial: 1 })
})
