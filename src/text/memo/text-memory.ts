/** How much a memory holds at most. What is unused for longest goes first. */
export interface MemoryLimit {
  /** In results. */
  results?: number
  /** In UTF-16 units of all keys together. */
  characters?: number
}

/** Results by the texts that they were read from, in this thread. */
export class TextMemory<Result> {
  readonly #results = new Map<string, Result>()
  readonly #limit: Required<MemoryLimit>
  #characters = 0

  constructor({ results = Infinity, characters = Infinity }: MemoryLimit) {
    this.#limit = { results, characters }
    memories.add(this)
  }

  /** Returns what is remembered of a text, or else what `read` returns, and remembers that. */
  get(text: string, read: () => Result): Result {
    const cached = this.#results.get(text)
    const result = cached ?? read()
    if (cached === undefined) this.#characters += text.length
    else this.#results.delete(text)
    this.#results.set(text, result)
    while (this.#results.size > this.#limit.results || this.#characters > this.#limit.characters) this.#dropOldest()
    return result
  }

  clear(): void {
    this.#results.clear()
    this.#characters = 0
  }

  #dropOldest(): void {
    const [oldest = ""] = this.#results.keys()
    this.#results.delete(oldest)
    this.#characters -= oldest.length
  }
}

const memories = new Set<TextMemory<unknown>>()

/** Lets go of all that this thread remembers of texts, because one was erased or time has passed. */
export function forgetTexts(): void {
  for (const memory of memories) memory.clear()
}
