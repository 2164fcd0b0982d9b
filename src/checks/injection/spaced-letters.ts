/** Words that are written with a sign between their letters. */
export interface SpacedWords {
  start: number
  end: number
  /** The words as they would be written. Where no wider gap stands between words, they are one. */
  words: string
}

/**
 * Returns the runs of a text whose letters are written apart: "i g n o r e  a l l", "i.g.n.o.r.e a.l.l". Names are
 * spelled like this, and titles are spaced, but both are short. It takes linear time.
 */
export function spacedWordsIn(text: string): SpacedWords[] {
  return [...text.matchAll(RUN)].flatMap(({ index, 0: run }) => {
    const letters = run.match(/\p{L}/gu)?.length ?? 0
    return letters < MIN_LETTERS ? [] : [{ start: index, end: index + run.length, words: joined(run) }]
  })
}

/** In letters: longer than a title or a name that somebody spells. */
const MIN_LETTERS = 16

/** Matches single letters with up to three signs between them, on one line. */
const RUN = /(?<![\p{L}\p{N}])\p{L}(?:[^\p{L}\p{N}\n]{1,3}\p{L}(?![\p{L}\p{N}])){7,400}/gu

function joined(run: string): string {
  const gaps = run.match(/[^\p{L}]+/gu) ?? []
  const count = (gap: string) => gaps.filter((one) => one === gap).length
  const usual = [...new Set(gaps)].sort((a, b) => count(b) - count(a))[0] ?? " "
  return run.replace(/[^\p{L}]+/gu, (gap) => (gap === usual ? "" : " "))
}
