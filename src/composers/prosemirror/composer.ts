import { paragraphs } from "../common/paste-event.ts"
import { pasting } from "../common/pasting-composer.ts"
import { betweenParagraphs } from "../common/insert-position.ts"

/**
 * ProseMirror, and TipTap, which is built on it. The paste is marked as ProseMirror's own copy, open at both ends. So
 * its white space is kept, and TipTap doesn't turn what looks like Markdown into bold text, lists or links.
 */
export const prosemirror = pasting({
  id: "prosemirror",
  accepts: ".ProseMirror",
  html: (text) =>
    paragraphs(text).join("").replaceAll("<p>&nbsp;</p>", "<p></p>").replace("<p", `<p data-pm-slice="1 1 []"`),
  ownPlace: betweenParagraphs
})
