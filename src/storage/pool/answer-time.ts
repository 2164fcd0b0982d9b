/** The time that an answer has waited for the database. Waits at the same time count once. */
export class AnswerTime {
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
