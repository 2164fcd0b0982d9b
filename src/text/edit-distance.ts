/** How a draft's words and blanks differ from the text that was sent. */
export interface EditComparison {
  /** The distance is from 0 (same words) to 1 (nothing kept). */
  distance: number
  /** This counts the blanks that were replaced by something other than their own name. */
  filled: number
}

/**
 * Measures how much of a draft was changed. The result is the Levenshtein distance on words (insert, delete, replace)
 * divided by the longer length, from 0 to 1. Case, white space and punctuation don't count. It keeps two rows in
 * memory.
 *
 * A blank of the draft (what `blank` matches, with its name as the first group) counts as one word. The words in its
 * place fill it at no cost: up to MAX_FILL of them on one line, or its own name, as an open blank is inserted. A
 * blank that was dropped counts as one deleted word. Of all alignments of the draft with the sent text, the one with
 * the fewest changes counts, and among equal ones the one with the fewest filled blanks. Without blanks, it is the
 * plain distance and the same in both directions.
 *
 * Equal words at both ends are removed first, so that a small edit of a long text is cheap. The rest is compared
 * exactly up to LIMIT x LIMIT words. Longer texts are compared only in a band around the diagonal, which can overstate
 * the distance of a text whose parts were moved far, but never understates it.
 */
export function compareWords(draft: string, sent: string, blank?: RegExp): EditComparison {
  const left = wordsOf(draft, blank)
  const right = wordsOf(sent)
  const longest = Math.max(left.length, right.length)
  if (longest === 0) return { distance: 0, filled: 0 }
  const same = (a: ComparedWord | undefined, b: ComparedWord | undefined) =>
    a !== undefined && b !== undefined && a.name === undefined && a.text === b.text
  let from = 0
  while (same(left[from], right[from])) from++
  let tail = 0
  while (
    tail < Math.min(left.length, right.length) - from &&
    same(left[left.length - 1 - tail], right[right.length - 1 - tail])
  )
    tail++
  const { edits, filled } = align(left.slice(from, left.length - tail), right.slice(from, right.length - tail))
  return { distance: edits / longest, filled }
}

export function wordDistance(draft: string, sent: string, blank?: RegExp): number {
  return compareWords(draft, sent, blank).distance
}

/** Up to this many words on both sides, every pair is compared: 9 million steps, some 30 ms. */
const LIMIT = 3000
/** The limit is in words. An address or a date fits, but a rewritten sentence doesn't. */
const MAX_FILL = 10

/** `name` holds the words of a blank's name. */
interface ComparedWord {
  text: string
  line: number
  name?: string[]
}

/**
 * Aligns two texts. Each cell holds the edits so far times `unit`, plus the filled blanks, so that one number has to be
 * minimised.
 */
function align(a: ComparedWord[], b: ComparedWord[]): { edits: number; filled: number } {
  const unit = a.filter(({ name }) => name).length + 1
  if (a.length === 0 || b.length === 0) return { edits: Math.max(a.length, b.length), filled: 0 }
  const ids = new Map<string, number>()
  const number = ({ text }: ComparedWord) => ids.get(text) ?? (ids.set(text, ids.size), ids.size - 1)
  const left = Int32Array.from(a, number)
  const right = Int32Array.from(b, number)
  const whole = left.length * right.length <= LIMIT * LIMIT
  const far = (left.length + right.length) * unit
  const band = whole
    ? left.length + right.length
    : Math.max(Math.abs(left.length - right.length) + 200, Math.floor((LIMIT * LIMIT) / (2 * left.length)))
  let before = new Int32Array(right.length + 1).map((_, j) => j * unit)
  let row = new Int32Array(right.length + 1)
  for (let i = 1; i <= left.length; i++) {
    const first = Math.max(1, i - band)
    const last = Math.min(right.length, i + band)
    const name = a[i - 1]?.name
    const at = (j: number) =>
      j < Math.max(0, i - 1 - band) || (j === i + band && !whole && i > 1) ? far : (before[j] ?? far)
    row[first - 1] = first === 1 ? i * unit : far
    for (let j = first; j <= last; j++) {
      const cost = name ? fill(name, b, j, at) : (before[j - 1] ?? far) + (left[i - 1] === right[j - 1] ? 0 : unit)
      row[j] = Math.min(cost, at(j) + unit, (row[j - 1] ?? far) + unit)
    }
    ;[before, row] = [row, before]
  }
  const least = Math.min(before[right.length] ?? far, Math.max(a.length, b.length) * unit)
  return { edits: Math.floor(least / unit), filled: least % unit }
}

/** Returns the lowest cost of filling a blank with the words that end before `j`. */
function fill(name: string[], b: ComparedWord[], j: number, at: (j: number) => number): number {
  let least = Infinity
  for (let taken = 1; taken <= MAX_FILL && taken <= j && b[j - taken]?.line === b[j - 1]?.line; taken++)
    least = Math.min(least, at(j - taken) + 1)
  const named = name.length > 0 && name.length <= j && name.every((word, k) => b[j - name.length + k]?.text === word)
  return named ? Math.min(least, at(j - name.length)) : least
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" })

function wordsOf(text: string, blank?: RegExp): ComparedWord[] {
  const compared: ComparedWord[] = []
  // The text is segmented line by line, because the segmenter is slow on one long string.
  for (const [line, words] of text.split("\n").entries()) {
    let end = 0
    for (const match of blank ? words.matchAll(blank) : []) {
      compared.push(...plainWords(words.slice(end, match.index), line), {
        text: match[0],
        line,
        name: plainWords(match[1] ?? "", line).map((word) => word.text)
      })
      end = match.index + match[0].length
    }
    compared.push(...plainWords(words.slice(end), line))
  }
  return compared
}

function plainWords(text: string, line: number): ComparedWord[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => ({ text: segment.toLowerCase(), line }))
}
