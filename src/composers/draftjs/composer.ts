import { pasting } from "../common/pasting-composer.ts"
import { betweenLines } from "../common/insert-position.ts"

/**
 * Draft.js 0.11. It makes a block of each line of a plain text, with the format at the caret. It gets no HTML, because
 * it joins that in its own ways. While React hasn't drawn the focus that it just got, it looks at no selection.
 */
export const draftjs = pasting({
  id: "draftjs",
  accepts: ".public-DraftEditor-content",
  lines: ",div,blockquote,h1,h2,h3,h4,h5,h6",
  html: () => "",
  ownPlace: betweenLines,
  selectionTakenMs: 30
})
