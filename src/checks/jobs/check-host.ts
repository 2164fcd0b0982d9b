import { orAborted } from "../../ticket/jobs/or-aborted.ts"

/** A check failed. Nothing was changed by it. */
export class CheckFailed extends Error {
  override name = "CheckFailed"
  readonly code = "check-failed"
  readonly retryable = true
}

/**
 * Runs checks in a worker, which is started by the first one and kept: the pages of an extension share a thread, so the
 * panel would stand still while the page that it doesn't see checks a draft. A worker that breaks is replaced at the
 * next check.
 * @returns a function that throws CheckFailed, or the signal's reason when aborted
 */
export function createCheckHost({ spawn }: { spawn: () => Worker }) {
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()

  const broken = () => {
    worker?.terminate()
    worker = undefined
    for (const { reject } of waiting.values()) reject(new CheckFailed("The check stopped. Try again."))
    waiting.clear()
  }
  const start = () => {
    const begun = spawn()
    begun.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.error === undefined) asked?.resolve(data.result)
      else asked?.reject(new CheckFailed(`The check failed (${data.error}).`))
    })
    begun.addEventListener("error", broken)
    begun.addEventListener("messageerror", broken)
    return begun
  }

  return async (job: unknown, signal: AbortSignal): Promise<unknown> => {
    signal.throwIfAborted()
    worker ??= start()
    const id = ++lastId
    const answered = Promise.withResolvers<unknown>()
    waiting.set(id, answered)
    try {
      worker.postMessage({ id, job })
      return await orAborted(answered.promise, signal)
    } finally {
      waiting.delete(id)
    }
  }
}

interface Answer {
  id: number
  result?: unknown
  error?: string
}
