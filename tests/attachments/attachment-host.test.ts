import { expect, test } from "vitest"
import { createAttachmentHost } from "../../src/attachments/attachment-host.ts"
import { toBase64 } from "../../src/text/bytes/base64.ts"

/** A worker as the host sees one. What it does with a file is tested in read-file.test.ts, and in Chromium. */
class WorkerDouble extends EventTarget {
  ended = 0
  readonly answer: ((worker: WorkerDouble) => void) | undefined
  constructor(answer?: (worker: WorkerDouble) => void) {
    super()
    this.answer = answer
  }
  postMessage() {
    this.answer?.(this)
  }
  terminate() {
    this.ended++
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent("message", { data }))
  }
}

const job = { kind: "attachment" as const, name: "a.txt", file: toBase64(new TextEncoder().encode("Hello")) }
const never = () => new AbortController().signal

function host(answer?: (worker: WorkerDouble) => void, limitMs?: number) {
  const workers: WorkerDouble[] = []
  const spawn = () => {
    const worker = new WorkerDouble(answer)
    workers.push(worker)
    return worker as unknown as Worker
  }
  return { workers, read: createAttachmentHost({ spawn, ...(limitMs === undefined ? {} : { limitMs }) }) }
}

test("each file has a worker of its own, which is stopped when it has answered", async () => {
  const { workers, read } = host((worker) => worker.say({ read: true, result: { text: "Hello", cut: false } }))
  expect(await read(job, never())).toEqual({ text: "Hello", cut: false })
  await read(job, never())
  expect(workers.map(({ ended }) => ended)).toEqual([1, 1])
})

test("what pdf.js says for itself is no answer", async () => {
  const { read } = host((worker) => {
    worker.say({ sourceName: "worker", targetName: "main", action: "ready" })
    worker.say({ read: true, result: { text: "Hello", cut: false } })
  })
  expect((await read(job, never())).text).toBe("Hello")
})

test("a worker that doesn't answer is stopped at its deadline", async () => {
  const { workers, read } = host(undefined, 20)
  await expect(read(job, never())).rejects.toMatchObject({ code: "timeout" })
  expect(workers[0]?.ended).toBe(1)
})

test("what the worker says is wrong is said, a crash and an unknown code as unreadable", async () => {
  await expect(
    host((worker) => worker.say({ read: true, code: "encrypted" })).read(job, never())
  ).rejects.toMatchObject({
    code: "encrypted"
  })
  await expect(host((worker) => worker.say({ read: true, code: "?" })).read(job, never())).rejects.toMatchObject({
    code: "unreadable"
  })
  const crashed = host((worker) => worker.dispatchEvent(new Event("error")))
  await expect(crashed.read(job, never())).rejects.toMatchObject({ code: "unreadable" })
  expect(crashed.workers[0]?.ended).toBe(1)
})

test("when nobody waits any more, the worker is stopped", async () => {
  const stop = new AbortController()
  const { workers, read } = host(() => stop.abort(new Error("gone")))
  await expect(read(job, stop.signal)).rejects.toThrow("gone")
  expect(workers[0]?.ended).toBe(1)
})
