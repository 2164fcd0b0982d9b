/**
 * How much of a draft was changed: Levenshtein distance on words (insert, delete, replace) over the longer length, 0 (same
 * words) to 1 (nothing kept). Case and white space don't count, punctuation does not either. Two rows of memory.
 *
 * Equal words at both ends are set aside first, so a small edit of a long text is cheap. What remains is compared exactly
 * up to LIMIT x LIMIT words; longer middles only in a band around the diagonal, which can overstate the distance of a text
 * whose parts were moved far, never understate it.
 */
export function wordDistance(a: string, b: string): number {
  const left = wordsOf(a)
  const right = wordsOf(b)
  const longest = Math.max(left.length, right.length)
  if (longest === 0) return 0
  let from = 0
  while (from < left.length && from < right.length && left[from] === right[from]) from++
  let tail = 0
  while (tail < left.length - from && tail < right.length - from && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++
  return edits(left.slice(from, left.length - tail), right.slice(from, right.length - tail)) / longest
}

/** Up to this many words on both sides every pair is compared: 9 million steps, some 30 ms. */
const LIMIT = 3000

function edits(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length)
  const ids = new Map<string, number>()
  const number = (word: string) => ids.get(word) ?? (ids.set(word, ids.size), ids.size - 1)
  const left = Int32Array.from(a, number)
  const right = Int32Array.from(b, number)
  const whole = left.length * right.length <= LIMIT * LIMIT
  const far = left.length + right.length
  const band = whole ? far : Math.max(Math.abs(left.length - right.length) + 200, Math.floor((LIMIT * LIMIT) / (2 * left.length)))
  let before = new Int32Array(right.length + 1).map((_, j) => j)
  let row = new Int32Array(right.length + 1)
  for (let i = 1; i <= left.length; i++) {
    const first = Math.max(1, i - band)
    const last = Math.min(right.length, i + band)
    row[first - 1] = first === 1 ? i : far
    for (let j = first; j <= last; j++) {
      const kept = (before[j - 1] ?? far) + (left[i - 1] === right[j - 1] ? 0 : 1)
      const dropped = (j === i + band && !whole && i > 1 ? far : (before[j] ?? far)) + 1
      row[j] = Math.min(kept, dropped, (row[j - 1] ?? far) + 1)
    }
    ;[before, row] = [row, before]
  }
  return Math.min(before[right.length] ?? far, Math.max(a.length, b.length))
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" })

function wordsOf(text: string): string[] {
  const found: string[] = []
  // A line at a time: the segmenter slows down on one long string.
  for (const line of text.split("\n")) {
    for (const { segment, isWordLike } of segmenter.segment(line)) if (isWordLike) found.push(segment.toLowerCase())
  }
  return found
}
