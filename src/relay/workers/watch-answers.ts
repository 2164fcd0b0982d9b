/** How often a worker is asked whether it answers. */
export const PING_MS = 2_000
/** After so many questions in a row without an answer, 20 seconds, it counts as frozen. */
const MAX_UNANSWERED = 10

export interface AnswerWatch {
  /** Takes note of an answer. */
  answered(): void
  stop(): void
}

/**
 * Asks a worker again and again whether it is there, and calls `onFrozen` once if it no longer answers: its process is
 * halted, or its thread is in an endless loop. It would keep its share of the port's connections, which would wait for
 * good. A machine that is busy, or a long garbage collection, takes a few seconds at most.
 *
 * What counts are questions, not the time since the last answer: while the whole machine sleeps, or all of the relay's
 * processes are halted, nobody asks, so nobody has missed an answer when they go on.
 */
export function watchAnswers(ask: () => void, onFrozen: (silentMs: number) => void, pingMs = PING_MS): AnswerWatch {
  let unanswered = 0
  const timer = setInterval(() => {
    if (unanswered < MAX_UNANSWERED) {
      unanswered++
      ask()
    } else {
      clearInterval(timer)
      onFrozen(unanswered * pingMs)
    }
  }, pingMs)
  return {
    answered: () => void (unanswered = 0),
    stop: () => clearInterval(timer)
  }
}
