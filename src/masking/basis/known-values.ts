import type { Span } from "./canvas.ts"
import { fold } from "./fold.ts"
import type { MaskEntry } from "./placeholder-table.ts"
import { canBeWord } from "./words.ts"

/** Finds values that were masked once wherever they occur again, even without the word that announced them. */
export class KnownValues {
  readonly #root: Node = {}
  readonly #empty: boolean

  constructor(entries: readonly MaskEntry[]) {
    const names = new Set(entries.filter(({ type }) => type === "PERSON").map(({ value }) => lower(value)))
    const worth = entries.filter((entry) => isWorthSeeking(entry) && !names.has(lower(entry.value)))
    for (const entry of worth) this.#add(entry)
    this.#empty = worth.length === 0
  }

  /**
   * Returns spans in `text`, left to right, each with the entry whose value it holds in some case. A span never begins
   * or ends in the middle of a word or number.
   */
  find(text: string): (Span & { entry: MaskEntry })[] {
    const spans: (Span & { entry: MaskEntry })[] = []
    if (this.#empty) return spans
    const low = lower(text)
    for (let i = 0; i < low.length; i++) {
      if (i > 0 && joined(low, i)) continue
      const hit = this.#longestAt(low, i)
      if (!hit) continue
      spans.push({ start: i, end: hit.end, type: hit.entry.type, entry: hit.entry })
      i = hit.end - 1
    }
    return spans
  }

  #longestAt(text: string, start: number): { end: number; entry: MaskEntry } | undefined {
    let node: Node | undefined = this.#root
    let hit: { end: number; entry: MaskEntry } | undefined
    for (let i = start; node; i++) {
      if (node.entry && !(i < text.length && joined(text, i))) hit = { end: i, entry: node.entry }
      node = node.next?.get(text.charCodeAt(i))
    }
    return hit
  }

  #add(entry: MaskEntry) {
    let node = this.#root
    // The value is folded the same way as the text in which it is looked for.
    const value = lower(fold(entry.value).text)
    for (let i = 0; i < value.length; i++) {
      node.next ??= new Map()
      let next = node.next.get(value.charCodeAt(i))
      if (!next) node.next.set(value.charCodeAt(i), (next = {}))
      node = next
    }
    node.entry ??= entry
  }
}

interface Node {
  next?: Map<number, Node>
  entry?: MaskEntry
}

/**
 * Says whether a value is long and unusual enough not to be found by chance. Names are found in their own way, and
 * literals by their form.
 */
function isWorthSeeking({ type, value }: MaskEntry): boolean {
  if (type === "PERSON" || type === "LIT" || type === "AGE" || value.length > 200) return false
  // One word such as "Reading" or "Mint" may be an ordinary word elsewhere.
  if ((type === "PLACE" || type === "ORG" || type === "ADDRESS") && !/[\s\d-]/.test(value)) return false
  if (/^\d+$/.test(value)) return value.length >= 5
  return value.length >= 4 && !canBeWord(value)
}

/** Returns the text in lower case and keeps every offset. */
function lower(text: string): string {
  const low = text.toLowerCase()
  return low.length === text.length
    ? low
    : [...text]
        .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
        .join("")
}

/** Says whether the characters before and at `i` belong to one word or number. */
function joined(text: string, i: number): boolean {
  return WORD.test(text.charAt(i - 1)) && WORD.test(text.charAt(i))
}

const WORD = /[\p{Script=Latin}\p{N}]/u
