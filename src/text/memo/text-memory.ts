/** A function that depends on a text and its language alone. */
type Read<Result> = (text: string, language: string | null | undefined) => Result
type Remembered<Result> = (text: string, language?: string | null) => Result

/**
 * Remembers the latest results of a function that depends on a text and its language alone, because several checks ask
 * for the same sentence in a row and a page's sentences come back with every ticket that it answers. Callers must not
 * change a result. Sentences of tickets are among the texts, and `forgetTexts` lets go of them.
 * @param most how many results are kept; the one unused for longest goes first
 * @param longest longer texts, in UTF-16 units, are read anew, so that the memory stays small
 */
export const remember = <Result>(most: number, read: Read<Result>, longest = 1000): Remembered<Result> =>
  remembered({ results: most }, read, longest)

/**
 * Does the same for whole messages of tickets: a draft asks for the same message at several stages, and the next draft
 * of the ticket for all but the newest.
 * @param characters how much text is kept, in UTF-16 units of all messages together; by default several long threads
 */
export const rememberMessages = <Result>(read: Read<Result>, characters = 400_000): Remembered<Result> =>
  remembered({ characters }, read, characters / 10)

function remembered<Result>(limit: MemoryLimit, read: Read<Result>, longest: number): Remembered<Result> {
  const memory = new TextMemory<{ result: Result }>(limit)
  return (text, language) => {
    if (text.length > longest) return read(text, language)
    const key = `${language === undefined ? "-" : language} ${text}`
    return memory.get(key, () => ({ result: read(text, language) })).result
  }
}

/** How much a memory holds at most. What is unused for longest goes first. */
interface MemoryLimit {
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

/** Delays work until its result is needed, and does it once. */
export function once<Result>(make: () => Result): () => Result {
  let cached: { result: Result } | undefined
  return () => (cached ??= { result: make() }).result
}

/** Delays work for a key, such as a language, until its result is needed, and does it once for each. */
export function onceEach<Key, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const results = new Map<Key, { result: Result }>()
  return (key) => {
    const cached = results.get(key) ?? { result: make(key) }
    results.set(key, cached)
    return cached.result
  }
}
