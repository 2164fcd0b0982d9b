import { paragraphs } from "../common/paste.ts"
import { pasting } from "../common/pasting.ts"
import { betweenParagraphs } from "../common/rich-insert-position.ts"

/**
 * CKEditor 5, reached by its editable element. Takes a paste with text/html (text alone is dropped in places,
 * `execCommand` returns true and does nothing) and undoes it as one step.
 */
export const ckeditor5 = pasting({
  id: "ckeditor5",
  accepts: ".ck-editor__editable",
  html: (text) => paragraphs(text).join(""),
  ownPlace: betweenParagraphs
})
