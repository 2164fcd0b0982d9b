import type { Canvas } from "../basis/canvas.ts"
import { claimAfter, END, IS, WORD_START } from "./announced-value.ts"
import { findJapaneseAddresses } from "./japanese.ts"

/**
 * Finds post codes behind the word for one, and Japanese addresses as a whole. The finder of names claims the post
 * codes inside other addresses.
 */
export function findPostcodes(canvas: Canvas): void {
  findJapaneseAddresses(canvas)
  claimAfter(canvas, POSTCODE_CUE, POSTCODE, "ADDRESS")
}

const POSTCODE_CUE = new RegExp(
  `${WORD_START}(?:zip|post(?:al)?)(?: ?code)?${IS}[ ]?[:=]?[ ]{0,2}|${WORD_START}(?:plz|postleitzahl|code postal|código postal|cep)${IS}[ ]?[:=]?[ ]{0,2}`,
  "giu"
)
const POSTCODE = new RegExp(
  `((?=[A-Za-z\\d -]{0,4}\\d)[A-Za-z]{0,2}\\d[A-Za-z\\d]{1,6}(?:[- ]\\d[A-Za-z\\d]{1,3})?)${END}`,
  "uy"
)
