import { TextMemory, type MemoryLimit } from "./text-memory.ts"

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
