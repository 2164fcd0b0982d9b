/**
 * Remembers the latest results of a function that depends on a text and its language alone, because several checks ask
 * for the same sentence in a row and a page's sentences come back with every ticket that it answers. Callers must not
 * change a result. Sentences of tickets are among the texts, so a function of whole messages is none for this.
 * @param most how many results are kept; the one unused for longest goes first
 * @param longest longer texts, in UTF-16 units, are read anew, so that the memory stays small
 */
export function remember<Result>(
  most: number,
  read: (text: string, language: string | null | undefined) => Result,
  longest = 1000
): (text: string, language?: string | null) => Result {
  const known = new Map<string, Result>()
  return (text, language) => {
    if (text.length > longest) return read(text, language)
    const key = `${language === undefined ? "-" : language} ${text}`
    const cached = known.get(key)
    const result = cached ?? read(text, language)
    if (cached !== undefined) known.delete(key)
    known.set(key, result)
    if (known.size > most) known.delete(known.keys().next().value ?? "")
    return result
  }
}
