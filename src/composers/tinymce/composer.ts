import { inParagraph } from "../common/paste.ts"
import { pasting } from "../common/pasting.ts"
import { betweenParagraphs } from "../common/rich-insert-position.ts"

/** TinyMCE's mark of its own copies: what has none, and holds nothing but paragraphs, it takes as plain text. */
const OWN = "<!-- x-tinymce/html -->"

/** TinyMCE 8, in a frame (its body) or inline. Paragraphs stay apart from the one at the caret; a few words join it. */
export const tinymce = pasting({
  id: "tinymce",
  accepts: ".mce-content-body",
  html: (text) => OWN + inParagraph(text).replace(/^<p>&nbsp;<\/p>/, ""),
  ownPlace: betweenParagraphs
})
