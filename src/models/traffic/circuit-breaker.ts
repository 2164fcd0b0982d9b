/**
 * Whether a model is asked. "closed": it is. "open": it failed again and again and is left alone for a while. "trial":
 * one request finds out whether it answers again, and nobody else asks meanwhile.
 */
export type CircuitState = "closed" | "open" | "trial"

/** The right to ask once. Exactly one of `ended` says how it went. */
export interface AskPermit {
  /** The answer begins. A trial has succeeded with that. */
  begun(): void
  /** "unknown" says nothing about the model: the person left, or the request itself was refused. */
  ended(how: "answered" | "failed" | "silent" | "unknown"): void
}

/** Failures in a row after which a model is left alone. */
const MAX_FAILURES = 5
/** A silent model costs somebody a minute and a half each time, so three such failures are enough. */
const WEIGHT = { failed: 1, silent: 2 }
/** How long it is left alone at first, and at most after further failed trials, in milliseconds. */
const FIRST_PAUSE_MS = 15_000
const MAX_PAUSE_MS = 240_000

/** Stops asking a model that fails again and again, and finds out with one request at a time when it answers again. */
export class CircuitBreaker {
  #state: CircuitState = "closed"
  #failures = 0
  #pauseMs = FIRST_PAUSE_MS
  #openedAt = 0
  readonly #now: () => number
  readonly #changed: (state: CircuitState) => void

  /**
   * @param changed is called with each new state
   * @param now the time in milliseconds, from any beginning
   */
  constructor(changed: (state: CircuitState) => void = () => undefined, now: () => number = () => performance.now()) {
    this.#changed = changed
    this.#now = now
  }

  get state(): CircuitState {
    return this.#state
  }

  /** How much failed since the last answer; a silent request counts twice. */
  get failures(): number {
    return this.#failures
  }

  /** Milliseconds until it may be asked again: 0 if it may be asked now. */
  get waitMs(): number {
    if (this.#state === "closed") return 0
    return Math.max(this.#state === "trial" ? 1000 : 0, this.#openedAt + this.#pauseMs - this.#now())
  }

  /** Returns the permit to ask now, or undefined if the model is left alone. */
  enter(): AskPermit | undefined {
    if (this.waitMs > 0) return undefined
    const isTrial = this.#state === "open"
    if (isTrial) this.#become("trial")
    let over = false
    return {
      begun: () => {
        if (isTrial && !over) this.#close()
      },
      ended: (how) => {
        if (over) return
        over = true
        if (how === "answered") this.#close()
        else if (how !== "unknown") this.#fail(WEIGHT[how])
        else if (isTrial && this.#state === "trial") this.#become("open")
      }
    }
  }

  #fail(weight: number): void {
    this.#failures += weight
    if (this.#state === "trial") {
      this.#pauseMs = Math.min(MAX_PAUSE_MS, this.#pauseMs * 2)
      this.#open()
      // What was asked before it opened may still fail, which is nothing new.
    } else if (this.#state === "closed" && this.#failures >= MAX_FAILURES) this.#open()
  }

  #open(): void {
    this.#openedAt = this.#now()
    this.#become("open")
  }

  #close(): void {
    this.#failures = 0
    this.#pauseMs = FIRST_PAUSE_MS
    if (this.#state !== "closed") this.#become("closed")
  }

  #become(state: CircuitState): void {
    this.#state = state
    this.#changed(state)
  }
}
