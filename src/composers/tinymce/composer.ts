import { inParagraph } from "../common/paste-event.ts"
import { pasting } from "../common/pasting-composer.ts"
import { betweenParagraphs } from "../common/insert-position.ts"

/** TinyMCE marks its own copies with this. It takes a paste without it as plain text if it only holds paragraphs. */
const OWN = "<!-- x-tinymce/html -->"

/**
 * TinyMCE 8, in a frame (its body) or inline. Several paragraphs stay separate from the one at the caret; a single one
 * joins it.
 */
export const tinymce = pasting({
  id: "tinymce",
  accepts: ".mce-content-body",
  html: (text) => OWN + inParagraph(text).replace(/^<p>&nbsp;<\/p>/, ""),
  ownPlace: betweenParagraphs
})
