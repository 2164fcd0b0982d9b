/**
 * Returns everything that one slip may have made of this word, except in its first letter: a letter deleted, inserted,
 * swapped with the next one or, in a long word, replaced. The letters are those of the Latin alphabet, because stems
 * have no accents, or else the word's own.
 */
export function singleEditsOf(word: string, replaced: boolean): string[] {
  const letters = /^[a-z]+$/.test(word) ? ALPHABET : [...new Set(word)]
  const found = new Set<string>()
  for (let at = 1; at <= word.length; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at)]
    for (const letter of letters) {
      found.add(before + letter + behind)
      if (replaced && behind !== "") found.add(before + letter + behind.slice(1))
    }
    if (behind === "") continue
    found.add(before + behind.slice(1))
    found.add(before + behind.slice(1, 2) + behind.slice(0, 1) + behind.slice(2))
  }
  found.delete(word)
  return [...found]
}

const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"]
