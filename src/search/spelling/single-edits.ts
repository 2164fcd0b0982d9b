/**
 * Returns everything that one slip may have made of this word, except in its first letter: a letter deleted, inserted,
 * swapped with the next one or, in a long word, replaced. The letters are those of the Latin alphabet, because stems
 * have no accents, or else the word's own.
 */
export function singleEditsOf(word: string, replaced: boolean): string[] {
  const letters = /^[a-z]+$/.test(word) ? ALPHABET : [...new Set(word)]
  const edits = new Set<string>()
  for (let at = 1; at <= word.length; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at)]
    for (const letter of letters) {
      edits.add(before + letter + behind)
      if (replaced && behind !== "") edits.add(before + letter + behind.slice(1))
    }
    if (behind === "") continue
    edits.add(before + behind.slice(1))
    edits.add(before + behind.slice(1, 2) + behind.slice(0, 1) + behind.slice(2))
  }
  edits.delete(word)
  return [...edits]
}

const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"]
