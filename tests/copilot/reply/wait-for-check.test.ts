import { expect, test, vi } from "vitest"
import { waitForCheck } from "../../../src/copilot/reply/insert-draft.ts"
import { newTicketState, type Services, type TicketState } from "../../../src/copilot/ticket/ticket-state.ts"
import type { DraftRecord } from "../../../src/store/records.ts"
import type { Store } from "../../../src/store/store.ts"
import { NO_PLACEHOLDERS } from "../../../src/masking/basis/placeholder-table.ts"

const order = { kind: "panel-insert", key: "sample x 1", draftId: "d1", text: "Hello." } as const

/** A letter whose stream goes on, and a clock that only a test moves. */
function verified() {
  const draft = { id: "d1", state: "ready", checking: true, masked: "Hello.", claims: [], kept: [] }
  const stream = Promise.withResolvers<void>()
  const state: TicketState = {
    ...newTicketState("sample x 1"),
    draft: draft as unknown as DraftRecord,
    table: NO_PLACEHOLDERS,
    writing: { draftId: "d1", stop: new AbortController(), prepared: false, ended: stream.promise }
  }
  const timers: { ms: number; work: () => void; isCancelled: boolean }[] = []
  const services = {
    show: () => undefined,
    clock: {
      now: () => 0,
      after(ms: number, work: () => void) {
        const timer = { ms, work, isCancelled: false }
        timers.push(timer)
        return () => void (timer.isCancelled = true)
      }
    }
  } as unknown as Services
  const done = vi.fn()
  const waiting = waitForCheck(services, state, {} as Store, order).then(done)
  return { state, stream, timers, done, waiting }
}

test("Insert waits three seconds for the verifier's word, and no longer", async () => {
  const { state, timers, done, waiting } = verified()
  await vi.waitFor(() => expect(timers).toHaveLength(1))
  expect(timers[0]?.ms).toBe(3000)
  expect(state.waitForCheck?.draftId).toBe("d1")
  expect(done).not.toHaveBeenCalled()
  timers[0]?.work()
  await waiting
  expect(done).toHaveBeenCalledWith(order)
  expect(state.waitForCheck).toBeUndefined()
})

test("the draft's end, or a second press, ends the wait and its timer", async () => {
  for (const how of ["end", "press"] as const) {
    const { state, stream, timers, waiting, done } = verified()
    await vi.waitFor(() => expect(timers).toHaveLength(1))
    if (how === "end") stream.resolve()
    else state.waitForCheck?.end()
    await waiting
    expect(done).toHaveBeenCalledWith(order)
    expect(timers[0]?.isCancelled).toBe(true)
  }
})
