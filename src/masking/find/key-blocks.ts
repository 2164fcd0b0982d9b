import type { Canvas } from "../basis/canvas.ts"
import { findPlaceholders } from "../basis/placeholder.ts"

/**
 * Returns spans of the original text that restoring would take for its own placeholder, or that a reader would take for
 * a blank of the draft.
 */
export function placeholderLookAlikes(text: string): { start: number; end: number }[] {
  const blanks = [...text.matchAll(BLANK)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const free = findPlaceholders(text).filter(
    (found) => !blanks.some((blank) => found.start >= blank.start && found.end <= blank.end)
  )
  return [...blanks, ...free]
}

/** Finds private keys, from BEGIN to END, or to the last line of key text when END is missing. */
export function findKeyBlocks(canvas: Canvas): void {
  const text = canvas.text
  for (let start = text.indexOf(BEGIN); start >= 0; ) {
    const head = KEY_HEAD.exec(text.slice(start, start + 80))
    let end = start + BEGIN.length
    if (head) {
      const close = text.indexOf("-----END ", start)
      const closed = close < 0 ? -1 : text.indexOf("-----", close + 9)
      end = closed >= 0 && closed - close < 80 ? closed + 5 : afterKeyText(text, start + head[0].length)
      canvas.claim(start, end, "SECRET")
    }
    start = text.indexOf(BEGIN, end)
  }
}

const BLANK = /\[\[[^[\]\n]{1,120}\]\]/g
const BEGIN = "-----BEGIN "
const KEY_HEAD = /^-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/
const KEY_LINE = /\s{0,4}[A-Za-z0-9+/=:, -]{16,200}/y

function afterKeyText(text: string, from: number): number {
  for (KEY_LINE.lastIndex = from; KEY_LINE.test(text); ) from = KEY_LINE.lastIndex
  return from
}
