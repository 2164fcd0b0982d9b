import { setImmediate } from "node:timers/promises"
import { expect, test } from "vitest"
import { createRewriter } from "../../../src/relay/rewriting/rewriter.ts"
import { jobsInThreads } from "../../../src/runtime/worker-thread/run-in-worker.ts"
import { person } from "../../knowledge/help/tickets.ts"

test("a long text is held beside its rewrite in another thread, so that streams go on", async () => {
  const lines = Array.from(
    { length: 60 },
    (_, n) => `Order ${n} for ${n}.50 EUR isn't sent before ${1 + (n % 28)} March.`
  )
  const text = `Hello [PERSON_1],\n\n${lines.join(" ")}\n\nThank you for your patience.\n\nThat is all.`
  const asked = { text, change: "shorter" } as const
  let most = 0
  let isDone = false
  const answer = createRewriter(undefined)
    .rewrite(asked, person("agents"), new AbortController().signal)
    .finally(() => (isDone = true))
  while (!isDone) {
    most = Math.max(most, jobsInThreads())
    await setImmediate()
  }
  expect((await answer).rows).toEqual([{ before: "Thank you for your patience.", after: "", changes: [] }])
  expect(most).toBe(1)
})
