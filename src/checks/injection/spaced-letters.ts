/**
 * Returns the first run of a text whose letters are written apart: "i g n o r e  a l l", "i.g.n.o.r.e a.l.l". Names are
 * spelled like this, and titles are spaced, but both are short. It takes linear time.
 */
export function spacedWordsIn(text: string): { start: number; end: number } | undefined {
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const letters = run.match(/\p{L}/gu)?.length ?? 0
    if (letters >= MIN_LETTERS) return { start: index, end: index + run.length }
  }
  return undefined
}

/** In letters: longer than a title or a name that somebody spells. */
const MIN_LETTERS = 16

/** Matches single letters with up to three signs between them, on one line. */
const RUN = /(?<![\p{L}\p{N}])\p{L}(?:[^\p{L}\p{N}\n]{1,3}\p{L}(?![\p{L}\p{N}])){7,400}/gu
