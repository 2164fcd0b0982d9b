import { afterEach, beforeEach, expect, test, vi } from "vitest"
import {
  createMaskHost,
  deadlineFor,
  isMaskJob,
  MaskFailed,
  MaskTimeout,
  TextTooLong,
  type MaskJob
} from "../../src/masking/index.ts"
import { runJob } from "../../src/masking/jobs.ts"
import { EMPTY, message, ticket } from "./tickets.ts"

/** Replaces a Worker, which Node doesn't have. It receives, answers, hangs or breaks. */
class FakeWorker extends EventTarget {
  terminated = false
  readonly asked: unknown[] = []
  readonly #manner: "works" | "hangs" | "breaks" | "never-starts" | "refuses"
  constructor(manner: FakeWorker["manner"]) {
    super()
    this.#manner = manner
    if (manner !== "never-starts") queueMicrotask(() => this.#say({ ready: true }))
  }
  get manner() {
    return this.#manner
  }
  postMessage({ id, job }: { id: number; job: unknown }) {
    this.asked.push(job)
    if (this.#manner === "breaks") this.dispatchEvent(new Event("error"))
    if (this.#manner === "refuses") this.#say({ id, error: "RangeError" })
    if (this.#manner === "works" && isMaskJob(job)) this.#say({ id, result: runJob(job) })
  }
  terminate() {
    this.terminated = true
  }
  #say(data: unknown) {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data })))
  }
}

function hostOf(...manners: FakeWorker["manner"][]) {
  const spawned: FakeWorker[] = []
  const host = createMaskHost({
    spawn: () => {
      const worker = new FakeWorker(manners[spawned.length] ?? "works")
      spawned.push(worker)
      // The fake only has what the host uses of a Worker.
      return worker as unknown as Worker
    }
  })
  return { host, spawned }
}

const job = (text: string): MaskJob & { kind: "text" } => ({ kind: "text", text, table: EMPTY, known: [] })
const never = new AbortController().signal

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test("masks a text and a ticket in a worker that is warm from the start", async () => {
  const { host, spawned } = hostOf()
  expect(spawned).toHaveLength(1)
  expect((await host.run(job("a@b.example"), never)).text).toBe("[EMAIL_1]")
  expect((await host.run({ kind: "ticket", ticket: ticket([message("hi")]) }, never)).ticket.requester).toBe(
    "[PERSON_1]"
  )
  expect(spawned).toHaveLength(1)
})

test("past the deadline the worker is stopped and a fresh one tries once more; past its own nothing comes out, and the next does the next job", async () => {
  const { host, spawned } = hostOf("hangs", "hangs")
  const text = "x".repeat(10_000)
  const hanging = host.run(job(text), never)
  const outcome = expect(hanging).rejects.toBeInstanceOf(MaskTimeout)
  await vi.advanceTimersByTimeAsync(deadlineFor(10_000) - 1)
  expect(spawned[0]?.terminated).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(spawned.map(({ terminated }) => terminated)).toEqual([true, false])
  await vi.advanceTimersByTimeAsync(9_999)
  expect(spawned[1]?.terminated).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await outcome
  expect(spawned.map(({ terminated }) => terminated)).toEqual([true, true, false])
  expect((await host.run(job("a@b.example"), never)).text).toBe("[EMAIL_1]")
})

test("what a busy machine was too slow for, the second try does", async () => {
  const { host, spawned } = hostOf("hangs")
  const masked = host.run(job("a@b.example"), never)
  await vi.advanceTimersByTimeAsync(deadlineFor(11))
  expect((await masked).text).toBe("[EMAIL_1]")
  expect(spawned.map(({ terminated }) => terminated)).toEqual([true, false])
})

test("a worker that never loads is given up and replaced", async () => {
  const { host, spawned } = hostOf("never-starts", "never-starts")
  const outcome = expect(host.run(job("x"), never)).rejects.toBeInstanceOf(MaskTimeout)
  await vi.advanceTimersByTimeAsync(40_000)
  await outcome
  expect(spawned[0]?.terminated).toBe(true)
  await host.run(job("x"), never)
})

test("a worker that breaks is replaced; one that only refuses a job stays", async () => {
  const broken = hostOf("breaks")
  await expect(broken.host.run(job("x"), never)).rejects.toMatchObject({
    name: "MaskFailed",
    code: "mask-failed",
    retryable: true
  })
  expect(broken.spawned).toHaveLength(2)
  const refusing = hostOf("refuses")
  await expect(refusing.host.run(job("x"), never)).rejects.toBeInstanceOf(MaskFailed)
  expect(refusing.spawned).toHaveLength(1)
})

test("more than 100,000 characters are refused with what to do, before the worker hears of them", async () => {
  const { host, spawned } = hostOf()
  const long = ticket([message("x".repeat(60_000)), message("y".repeat(60_000), { visibility: "internal" })])
  const refused = host.run({ kind: "ticket", ticket: long }, never)
  await expect(refused).rejects.toBeInstanceOf(TextTooLong)
  await expect(refused).rejects.toThrow(/at most 100000.*Write this reply yourself/)
  expect(spawned[0]?.asked).toEqual([])
})

test("who goes away is told at once, and the next waits for its turn", async () => {
  const { host, spawned } = hostOf("hangs")
  const leaving = new AbortController()
  const left = expect(host.run(job("x"), leaving.signal)).rejects.toThrow("gone")
  const next = host.run(job("a@b.example"), never)
  await vi.advanceTimersByTimeAsync(10)
  leaving.abort(new Error("gone"))
  await left
  expect(spawned).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(deadlineFor(1))
  expect((await next).text).toBe("[EMAIL_1]")
})
