import { setTimeout as pause } from "node:timers/promises"
import { ModelError } from "../drafter/contract.ts"

/**
 * Ends a request if the person has left, the model is silent or the whole takes too long. `signal` then aborts, and its
 * reason is the error to throw.
 */
export interface RequestWatch {
  signal: AbortSignal
  /**
   * Waits for one step, which must end when `signal` aborts. Only this wait is timed, because a slow reader on this
   * side isn't silence of the model.
   */
  wait<T>(step: Promise<T>, ms: number): Promise<T>
  sleep(ms: number): Promise<void>
  end(): void
}

export function startRequestWatch(person: AbortSignal, totalMs: number): RequestWatch {
  const stop = new AbortController()
  const leave = () => stop.abort(person.reason)
  person.addEventListener("abort", leave, { once: true })
  const total = setTimeout(
    () => stop.abort(new ModelError("model-cut", `The model was not done after ${seconds(totalMs)}.`, true)),
    totalMs
  )

  async function wait<T>(step: Promise<T>, ms: number): Promise<T> {
    const timer = setTimeout(
      () => stop.abort(new ModelError("model-silent", `The model said nothing for ${seconds(ms)}.`, true)),
      ms
    )
    try {
      const value = await step
      stop.signal.throwIfAborted()
      return value
    } catch (error) {
      stop.signal.throwIfAborted()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    signal: stop.signal,
    wait,
    sleep: async (ms) => {
      try {
        await pause(ms, undefined, { signal: stop.signal })
      } catch (error) {
        stop.signal.throwIfAborted()
        throw error
      }
    },
    end() {
      clearTimeout(total)
      person.removeEventListener("abort", leave)
    }
  }
}

export function seconds(ms: number): string {
  const rounded = ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000)
  return rounded === 1 ? "1 second" : `${rounded} seconds`
}
