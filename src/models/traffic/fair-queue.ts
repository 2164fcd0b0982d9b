/** One request that wants its turn at a model. */
export interface QueuedRequest {
  /** Whose request it is: each person gets a turn before anybody gets a second one. */
  person: string
  /** Nobody pressed for it, so it comes after all that somebody did. */
  prepared: boolean
  signal: AbortSignal
}

export interface QueueBounds {
  /** How many requests may be under way at once. */
  atOnce: number
  /** How many may wait. Prepared ones wait in at most half of the places. */
  most: number
}

interface Waiter extends QueuedRequest {
  /** From 1; 0 once its turn has come. */
  place: number
  /** Called when its place changes, and when its turn has come, which is place 0. */
  moved: () => void
}

/** There is no place left to wait. */
export class QueueFullError extends Error {
  override name = "QueueFullError"
}

/**
 * Lets a bounded number of requests run, and the others wait. Of those that wait, what somebody pressed for comes
 * first; then the person whose last turn is longest ago; then whoever came first. A prepared one never takes the last
 * place that is free, so that a press finds one.
 */
export class FairQueue {
  readonly #bounds: QueueBounds
  readonly #changed: () => void
  readonly #running = new Map<string, number>()
  /** When each person who is here had a turn, counted in turns. Who has just come had theirs a moment ago. */
  readonly #turns = new Map<string, number>()
  #turn = 0
  #waiting: Waiter[] = []
  #meanMs = USUAL_MS

  /** @param changed is called when somebody comes or goes */
  constructor(bounds: QueueBounds, changed: () => void = () => undefined) {
    this.#bounds = bounds
    this.#changed = changed
  }

  get running(): number {
    return [...this.#running.values()].reduce((sum, count) => sum + count, 0)
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** Whether nobody else may wait. */
  isFull(prepared: boolean): boolean {
    if (!this.#mustWait(prepared)) return false
    return this.#waiting.length >= (prepared ? Math.floor(this.#bounds.most / 2) : this.#bounds.most)
  }

  /** About how many seconds it takes until somebody who comes now has their turn, from 1 to 120. */
  get waitSeconds(): number {
    const turns = (this.#waiting.length + 1) / this.#bounds.atOnce
    return Math.min(120, Math.max(1, Math.ceil((turns * this.#meanMs) / 1000)))
  }

  /**
   * Waits for a turn. It yields the place in the queue, from 1, whenever that changes, and returns the function that
   * ends the turn. Leaving the loop or aborting the signal leaves the queue.
   * @throws QueueFullError; the signal's reason if it is aborted
   */
  async *turn(request: QueuedRequest): AsyncGenerator<number, () => void> {
    request.signal.throwIfAborted()
    if (this.isFull(request.prepared)) throw new QueueFullError("Nobody else may wait for this model.")
    if (!this.#mustWait(request.prepared)) return this.#start(request.person)
    let wake = () => {}
    const waiter: Waiter = { ...request, place: -1, moved: () => wake() }
    const leave = () => wake()
    request.signal.addEventListener("abort", leave, { once: true })
    this.#waiting.push(waiter)
    if (!this.#turns.has(request.person)) this.#turns.set(request.person, this.#turn - 0.5)
    let told = -1
    try {
      this.#advance()
      for (;;) {
        request.signal.throwIfAborted()
        if (waiter.place === 0) break
        if (waiter.place !== told) {
          told = waiter.place
          yield told
          continue
        }
        const moved = Promise.withResolvers<void>()
        wake = () => moved.resolve()
        await moved.promise
      }
      waiter.place = TAKEN
      return this.#ending(request.person)
    } finally {
      request.signal.removeEventListener("abort", leave)
      // Its turn came, and it had already left.
      if (waiter.place === 0) this.#end(request.person)
      else if (waiter.place !== TAKEN) {
        this.#waiting = this.#waiting.filter((one) => one !== waiter)
        this.#forget(request.person)
        this.#advance()
      }
    }
  }

  #mustWait(prepared: boolean): boolean {
    return this.#waiting.some((one) => prepared || !one.prepared) || !this.#hasPlace(prepared)
  }

  #hasPlace(prepared: boolean): boolean {
    const { atOnce } = this.#bounds
    return this.running < (prepared && atOnce > 1 ? atOnce - 1 : atOnce)
  }

  #start(person: string): () => void {
    this.#begin(person)
    this.#changed()
    return this.#ending(person)
  }

  #ending(person: string): () => void {
    const began = performance.now()
    let over = false
    return () => {
      if (over) return
      over = true
      this.#meanMs += (performance.now() - began - this.#meanMs) / 10
      this.#end(person)
    }
  }

  #begin(person: string): void {
    this.#running.set(person, (this.#running.get(person) ?? 0) + 1)
    this.#turns.set(person, ++this.#turn)
  }

  #end(person: string): void {
    const rest = (this.#running.get(person) ?? 1) - 1
    if (rest > 0) this.#running.set(person, rest)
    else this.#running.delete(person)
    this.#forget(person)
    this.#advance()
  }

  #forget(person: string): void {
    if (this.#running.has(person) || this.#waiting.some((one) => one.person === person)) return
    this.#turns.delete(person)
  }

  /** Gives the free places away, and tells everybody else their place. */
  #advance(): void {
    const order = this.#order()
    let next = order[0]
    while (next && this.#hasPlace(next.prepared)) {
      order.shift()
      this.#waiting = this.#waiting.filter((one) => one !== next)
      this.#begin(next.person)
      next.place = 0
      next.moved()
      next = order[0]
    }
    for (const [at, waiter] of order.entries()) {
      if (waiter.place === at + 1) continue
      waiter.place = at + 1
      waiter.moved()
    }
    this.#changed()
  }

  /** Returns those that wait in the order in which they would be taken if nobody else came. */
  #order(): Waiter[] {
    const turns = new Map(this.#turns)
    const rest = [...this.#waiting]
    const order: Waiter[] = []
    const comesBefore = (one: Waiter, other: Waiter) =>
      one.prepared === other.prepared ? (turns.get(one.person) ?? 0) < (turns.get(other.person) ?? 0) : !one.prepared
    for (let turn = this.#turn + 1; rest.length > 0; turn++) {
      const next = rest.reduce((best, one) => (comesBefore(one, best) ? one : best))
      rest.splice(rest.indexOf(next), 1)
      turns.set(next.person, turn)
      order.push(next)
    }
    return order
  }
}

const TAKEN = -2
/** How long a request takes until it is known, in milliseconds. */
const USUAL_MS = 10_000
