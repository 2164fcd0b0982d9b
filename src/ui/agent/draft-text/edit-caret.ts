import type { Answer } from "../../../ticket/draft.ts"
import { blanksOf, type DraftText } from "../state/draft-text.ts"

/**
 * Returns what is selected in a letter that is opened for editing: the first blank that is open, so that what is typed
 * takes its place, or else nothing, with the caret at the end. In a letter that is only greeting and closing it is
 * between them.
 */
export function firstSelection(letter: DraftText, answer: Answer | undefined): { start: number; end: number } {
  const blank = blanksOf(letter).find(({ open }) => open)
  if (blank) return blank
  const { text } = letter
  const { opening, closing } = answer?.frame ?? { opening: "", closing: "" }
  const end = text === opening + closing ? opening.length : text.length
  return { start: end, end }
}

/**
 * Returns the place in the letter's text at which somebody pressed, or undefined if they pressed no word of it.
 * @param shown the letter as it is drawn, with marks and the fields of blanks between its words
 */
export function pressedPlace(shown: Element, text: string, selection: Selection | null): number | undefined {
  const { anchorNode = null, anchorOffset = 0 } = selection ?? {}
  if (!anchorNode) return undefined
  const walker = shown.ownerDocument.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
  let from = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(MARKS)) continue
    const words = node.nodeValue ?? ""
    const at = text.indexOf(words, from)
    if (at < 0) return undefined
    if (node === anchorNode) return at + anchorOffset
    from = at + words.length
  }
  return undefined
}

const MARKS = "button,.cite,.mk,.sr"
