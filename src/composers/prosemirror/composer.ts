import { paragraphs } from "../common/paste.ts"
import { pasting } from "../common/pasting.ts"
import { betweenParagraphs } from "../common/rich-insert-position.ts"

/**
 * ProseMirror, and TipTap which is built on it. Marked as ProseMirror's own copy, open at both ends: so its white space
 * is kept, and TipTap makes nothing bold, listed or linked of what looks like Markdown.
 */
export const prosemirror = pasting({
  id: "prosemirror",
  accepts: ".ProseMirror",
  html: (text) =>
    paragraphs(text).join("").replaceAll("<p>&nbsp;</p>", "<p></p>").replace("<p", `<p data-pm-slice="1 1 []"`),
  ownPlace: betweenParagraphs
})
