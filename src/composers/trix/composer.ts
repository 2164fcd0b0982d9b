import { pasting } from "../common/pasting-composer.ts"
import { betweenLines } from "../common/insert-position.ts"

/**
 * Trix 2. Enter breaks the line within one block, so an empty line parts two paragraphs, and that is what it makes of a
 * paste of plain text alone.
 */
export const trix = pasting({
  id: "trix",
  accepts: "trix-editor",
  lines: ",div,blockquote,h1,pre",
  html: () => "",
  ownPlace: betweenLines
})
