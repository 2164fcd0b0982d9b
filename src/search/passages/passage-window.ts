import { lengthOf } from "./passages.ts"

/**
 * A source may have this many words of context. A short article fits as a whole, and of a long one the part that
 * answers.
 */
const WINDOW_WORDS = 200

/**
 * Returns the best passage with its neighbours, the better side first, until {@link WINDOW_WORDS} are reached. Headings
 * inside stand on lines of their own between blank lines.
 */
export function passageAround(
  passages: { headings: string[]; text: string }[],
  scores: number[]
): { headings: string[]; text: string } {
  const best = scores.indexOf(Math.max(...scores))
  let [from, to] = [Math.max(0, best), Math.max(0, best)]
  let length = lengthOf(passages[from]?.text ?? "")
  const reach = (at: number) => {
    const passage = passages[at]
    const words = passage ? lengthOf(passage.text) : Infinity
    return length + words <= WINDOW_WORDS ? { at, words, score: scores[at] ?? 0 } : undefined
  }
  for (;;) {
    const [before, after] = [reach(from - 1), reach(to + 1)]
    const next = before && after ? (before.score > after.score ? before : after) : (after ?? before)
    if (!next) break
    length += next.words
    if (next.at < from) from = next.at
    else to = next.at
  }
  const headings = passages[Math.max(0, best)]?.headings ?? []
  // A copy, because V8 keeps the whole document that a part was cut from for as long as the part.
  return structuredClone({ headings, text: joined(passages.slice(from, to + 1), headings.at(-1)) })
}

/** Joins passages. @param above the heading that the source already shows */
function joined(passages: { headings: string[]; text: string }[], above: string | undefined): string {
  return passages
    .map(({ headings, text }, at) => {
      const before = passages[at - 1]
      const heading = headings.at(-1)
      if (!before) return heading && heading !== above ? `${heading}\n\n${text}` : text
      const same = heading === before.headings.at(-1) && headings.length === before.headings.length
      // A paragraph that was split continues on the same line. A list item begins a new line.
      if (same) return (/^(?:- |\d+\. )/.test(text) ? "\n" : " ") + text
      return `\n\n${heading ? `${heading}\n\n` : ""}${text}`
    })
    .join("")
}
