import { inline } from "../common/paste.ts"
import { pasting } from "../common/pasting.ts"
import { betweenLines } from "../common/rich-insert-position.ts"

/**
 * Quill 2, in which each line is a paragraph of its own. Pasted HTML doesn't take over the format at the caret (list,
 * quote, bold), but Quill collapses every kind of space in it. So text with a narrow, wide or tabular space is pasted
 * as plain text, which keeps the spaces and takes over that format.
 */
export const quill = pasting({
  id: "quill",
  accepts: ".ql-editor",
  lines: ",p,blockquote,h1,h2,h3,h4,h5,h6,.ql-code-block",
  html: (text) =>
    /[^\S \u00a0\n]/.test(text)
      ? ""
      : text
          .split("\n")
          .map((line) => `<p>${inline(line) || "<br>"}</p>`)
          .join(""),
  ownPlace: betweenLines
})
