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

/**
 * Returns whether a part of a letter still stands in an editor's text, as after some of its words were changed. Of three
 * paragraphs and more, the first and the last are left out: a greeting and a closing may be the agent's own.
 */
export function standsPartly(text: string, letter: string): boolean {
  const hay = squash(text).letters
  const paragraphs = letter.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "")
  const telling = paragraphs.length > 2 ? paragraphs.slice(1, -1) : paragraphs
  return telling.some((paragraph) => {
    const { letters } = squash(paragraph)
    // Japanese says in six signs what takes twelve letters.
    const size = Math.min(letters.length, /\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang}/u.test(letters) ? 6 : 12)
    return windowsOf(letters, size).some((part) => hay.includes(part))
  })
}

/** Returns each run of so many letters, of which every second is enough to find a changed text again. */
const windowsOf = (letters: string, size: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil((letters.length - size + 1) / 2)) }, (_, n) =>
    letters.slice(2 * n, 2 * n + size)
  )

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
