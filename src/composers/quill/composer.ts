import { inline } from "../common/paste.ts"
import { pasting } from "../common/pasting.ts"
import { betweenLines } from "../common/rich-insert-position.ts"

/**
 * Quill 2: each line is a paragraph of its own. HTML keeps clear of the format at the caret (a list's, a quote's,
 * bold), but folds every kind of space; text with a narrow, wide or tabular one goes in as it is, and takes that format
 * over.
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
