/**
 * Returns what tells the words of a text apart whatever their endings: the first five letters of each longer word, and
 * pairs of characters where words have no gaps. Takes linear time.
 */
export function wordStarts(text: string): string[] {
  const small = text.toLowerCase()
  const words = (small.match(WORD) ?? []).map((word) => word.normalize("NFD").replace(/\p{M}/gu, "").slice(0, STEM))
  const runs = small.match(RUN) ?? []
  return [...words, ...runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))]
}

const STEM = 5
const WORD = /\p{Script=Latin}[\p{L}’']{3,}/gu
const RUN = /\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{3,}/gu
