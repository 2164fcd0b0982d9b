import { expect, test } from "vitest"
import { createCheckHost } from "../../../src/checks/jobs/check-host.ts"

/** A worker as the host sees one. What it does with a job is tested with each check, and in Chromium. */
class WorkerDouble extends EventTarget {
  ended = false
  readonly jobs: { id: number; job: unknown }[] = []
  postMessage(message: { id: number; job: unknown }) {
    this.jobs.push(structuredClone(message))
  }
  terminate() {
    this.ended = true
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent("message", { data }))
  }
  idOf(job: unknown) {
    return this.jobs.find((one) => one.job === job)?.id
  }
}

const never = () => new AbortController().signal

function host() {
  const workers: WorkerDouble[] = []
  const spawn = () => {
    const worker = new WorkerDouble()
    workers.push(worker)
    return worker as unknown as Worker
  }
  return { workers, check: createCheckHost({ spawn }) }
}

test("the first check starts a worker, which is kept; each gets its own answer, in whatever order they come", async () => {
  const { workers, check } = host()
  expect(workers).toEqual([])
  const [first, second] = [check("a", never()), check("b", never())]
  const [worker] = workers
  worker?.say({ id: worker.idOf("b"), result: "of b" })
  worker?.say({ id: worker.idOf("a"), result: undefined })
  expect([await first, await second]).toEqual([undefined, "of b"])
  expect(workers).toHaveLength(1)
})

test("a check that fails tells the error's name alone, and the next one runs in the same worker", async () => {
  const { workers, check } = host()
  const failed = check("a", never())
  workers[0]?.say({ id: workers[0].idOf("a"), error: "TypeError" })
  await expect(failed).rejects.toMatchObject({ code: "check-failed", message: "The check failed (TypeError)." })
  const next = check("b", never())
  workers[0]?.say({ id: workers[0].idOf("b"), result: 1 })
  expect([await next, workers.length]).toEqual([1, 1])
})

test.each(["error", "messageerror"])(
  "a worker that breaks (%s) fails what waits, and the next check has a new one",
  async (event) => {
    const { workers, check } = host()
    const lost = [check("a", never()), check("b", never())]
    workers[0]?.dispatchEvent(new Event(event))
    for (const one of lost) await expect(one).rejects.toMatchObject({ code: "check-failed", retryable: true })
    expect(workers[0]?.ended).toBe(true)
    const next = check("c", never())
    workers[1]?.say({ id: workers[1].idOf("c"), result: "well" })
    expect(await next).toBe("well")
  }
)

test("nobody waits for a check that was given up, and its late answer reaches no other", async () => {
  const { workers, check } = host()
  const over = new AbortController()
  const given = check("a", over.signal)
  over.abort(new Error("given up"))
  await expect(given).rejects.toThrow("given up")
  const next = check("b", never())
  workers[0]?.say({ id: workers[0].idOf("a"), result: "late" })
  workers[0]?.say({ id: workers[0].idOf("b"), result: "own" })
  expect(await next).toBe("own")
  await expect(check("c", over.signal)).rejects.toThrow("given up")
})
