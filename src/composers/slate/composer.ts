import { pasting } from "../common/pasting-composer.ts"
import { betweenLines } from "../common/insert-position.ts"

/**
 * Slate (slate-react 0.146). It makes a paragraph of each line of a paste of plain text alone, and leaves one with HTML
 * to the browser's `beforeinput`, which no script can make. It pastes where it last saw the browser's selection, at
 * which it looks every 100 ms at most.
 */
export const slate = pasting({
  id: "slate",
  accepts: "[data-slate-editor]",
  lines: ",div,p,blockquote,h1,h2,h3,h4,h5,h6",
  html: () => "",
  ownPlace: betweenLines,
  selectionTakenMs: 150
})
