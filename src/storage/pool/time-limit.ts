import { AsyncLocalStorage } from "node:async_hooks"

/** How long a statement of a relay may take, in milliseconds. */
export const USUAL_LIMIT_MS = 10_000
/** The same for answers that take long in a large team: figures over all cases, and exports of them. */
const LONG_ANSWER_MS = 60_000
/** The same for jobs that nobody waits for: imports, retention, reports, training. */
const LONG_WORK_MS = 3_600_000
/** The same for what others wait for, such as a sign of life. */
export const SHORT_LIMIT_MS = 2_000

/**
 * How long an answer may wait for all its statements together, in milliseconds. Browsers wait 15 seconds for it, and
 * cancelling the last statement takes one or two of them.
 */
const ANSWER_MS = 12_000

type Limit = { limitMs: number | undefined } | AnswerTime

const limits = new AsyncLocalStorage<Limit>()

/**
 * Runs work of which no statement may take longer, however deep in it. The limit of the innermost work counts.
 * @param limitMs undefined for as long as it takes
 */
export function withTimeLimit<Result>(limitMs: number | undefined, work: () => Result): Result {
  return limits.run({ limitMs }, work)
}

/** Runs a job whose statements may take an hour each. */
export function asLongWork<Result>(work: () => Result): Result {
  return withTimeLimit(LONG_WORK_MS, work)
}

/** Runs work for an answer whose statements may take a minute each. */
export function asLongAnswer<Result>(work: () => Result): Result {
  return withTimeLimit(LONG_ANSWER_MS, work)
}

/**
 * Runs work for an answer that somebody waits for, who gives up after a while. All its waits for the database together
 * are limited, until it resolves. What it leaves running, such as a stream, has the usual limits from then on.
 */
export async function asAnswer<Result>(work: () => Promise<Result>, limitMs = ANSWER_MS): Promise<Result> {
  const time = new AnswerTime(limitMs)
  try {
    return await limits.run(time, work)
  } finally {
    time.end()
  }
}

/**
 * Returns the limit of the work that calls it.
 * @param usualMs for work that has none of its own
 */
export function timeLimit(usualMs: number): number | undefined {
  const own = limits.getStore()
  if (own instanceof AnswerTime) return Math.min(usualMs, own.leftMs())
  return own ? own.limitMs : usualMs
}

/** Returns for how many milliseconds the answer under way may wait for the database still. Other work is no answer. */
export function answerLeftMs(): number {
  const own = limits.getStore()
  return own instanceof AnswerTime ? own.leftMs() : Infinity
}

/** Waits for the database. If it is for an answer, the wait counts. */
export function waitForDatabase<Value>(wait: () => Promise<Value>): Promise<Value> {
  const own = limits.getStore()
  return own instanceof AnswerTime ? own.during(wait) : wait()
}

/** The time that an answer has waited for the database. Waits at the same time count once. */
class AnswerTime {
  #waitedMs = 0
  #waits = 0
  #since = 0
  #isOver = false
  readonly #limitMs: number

  constructor(limitMs: number) {
    this.#limitMs = limitMs
  }

  /** Infinity once the answer is there. */
  leftMs(): number {
    if (this.#isOver) return Infinity
    return Math.max(0, this.#limitMs - this.#waitedMs - (this.#waits > 0 ? performance.now() - this.#since : 0))
  }

  async during<Value>(wait: () => Promise<Value>): Promise<Value> {
    if (this.#waits++ === 0) this.#since = performance.now()
    try {
      return await wait()
    } finally {
      if (--this.#waits === 0) this.#waitedMs += performance.now() - this.#since
    }
  }

  end(): void {
    this.#isOver = true
  }
}
