import { LEFT_OUT, type Marked } from "./mask.ts"

/** Counts letters and digits, for scripts without spaces: the masked share of those annotated, and of the others. */
export function charactersMasked(all: readonly { line: Marked; masked: readonly { start: number; end: number }[] }[]): {
  recall: number
  overMasked: number
} {
  const counts = { hit: 0, marked: 0, over: 0, other: 0 }
  for (const {
    line: { text, spans },
    masked
  } of all) {
    const gold = new Uint8Array(text.length)
    for (const { start, end, type } of spans) gold.fill(LEFT_OUT.has(type) ? 2 : 1, start, end)
    const found = new Uint8Array(text.length)
    for (const { start, end } of masked) found.fill(1, start, end)
    for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
      const isMasked = found[match.index] === 1
      if (gold[match.index] === 1) {
        counts.marked++
        if (isMasked) counts.hit++
      } else if (gold[match.index] === 0) {
        counts.other++
        if (isMasked) counts.over++
      }
    }
  }
  return { recall: counts.hit / counts.marked, overMasked: counts.over / counts.other }
}
