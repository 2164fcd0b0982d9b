import { pasting } from "../common/pasting-composer.ts"
import { betweenLines } from "../common/insert-position.ts"

/**
 * Lexical 0.35. It makes a paragraph of each line of a plain text, as an agent's Enter does. It gets no HTML, because
 * it joins that in its own ways.
 */
export const lexical = pasting({
  id: "lexical",
  accepts: "[data-lexical-editor]",
  lines: ",p,blockquote,h1,h2,h3,h4,h5,h6",
  html: () => "",
  ownPlace: betweenLines
})
