import { paragraphs } from "../common/paste-event.ts"
import { pasting } from "../common/pasting-composer.ts"
import { betweenParagraphs } from "../common/insert-position.ts"

/**
 * CKEditor 5, reached by its editable element. It takes a paste with text/html and undoes it as one step. It drops a
 * paste of plain text in some places, and `execCommand` returns true and does nothing.
 */
export const ckeditor5 = pasting({
  id: "ckeditor5",
  accepts: ".ck-editor__editable",
  html: (text) => paragraphs(text).join(""),
  ownPlace: betweenParagraphs
})
