/**
 * Returns where `needle` occurs in an editor's text, as offsets of that text. White space is folded on both sides,
 * because editors join and split lines and write spaces in their own way. A changed word is no match.
 */
export function locateText(text: string, needle: string): { from: number; to: number }[] {
  const hay = squash(text)
  const wanted = squash(needle).letters
  const found: { from: number; to: number }[] = []
  if (wanted === "") return found
  for (let at = hay.letters.indexOf(wanted); at !== -1; at = hay.letters.indexOf(wanted, at + wanted.length)) {
    const from = hay.offsets[at] ?? 0
    const to = (hay.offsets[at + wanted.length - 1] ?? 0) + 1
    found.push({ from, to })
  }
  return found
}

/** Returns where `needle` occurs literally, with its lines and paragraphs, which means that nobody has changed it. */
export function locateVerbatim(text: string, needle: string): { from: number; to: number }[] {
  return locateText(text, needle).filter(({ from, to }) => fold(text.slice(from, to)) === fold(needle))
}

/** Returns the text without white space and zero-width signs, and the offset of each remaining unit. */
function squash(text: string): { letters: string; offsets: number[] } {
  const offsets: number[] = []
  let letters = ""
  for (const { 0: word, index } of text.matchAll(/[^\s\u200b\u2060\ufeff]+/gu)) {
    letters += word
    for (let at = 0; at < word.length; at++) offsets.push(index + at)
  }
  return { letters, offsets }
}

function fold(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{2,}/g, "\n\n")
    .trim()
}
