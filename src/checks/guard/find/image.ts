import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"

/**
 * Finds images and everything else in Markdown or HTML that loads by itself. One that a source contains literally
 * belongs to the team.
 */
export function findImages(text: string, given: Given): Found[] {
  return [...text.matchAll(IMAGE)]
    .filter((match) => !given.text.includes(match[0]))
    .map((match) => ({
      kind: match[0].slice(1, 7).toLowerCase() === "script" ? "script" : "image",
      start: match.index,
      end: match.index + match[0].length
    }))
}

const IMAGE = new RegExp(
  [
    "!\\[[^\\[\\]\\n]{0,300}\\](?:\\([^()\\s]{1,2000}(?:[ \\t][^()\\n]{0,300})?\\)|\\[[^\\[\\]\\n]{0,100}\\])",
    "<(?:img|picture|source|image|svg|iframe|video|audio|embed|object|input|link|style|script|base|meta|body|table|td|div|span|a)\\b[^<>]{0,40}?\\b(?:src|srcset|xlink:href|data|poster|background|style)\\s*=[^<>]{0,2000}>?",
    "<(?:img|picture|svg|iframe|video|audio|embed|object|script|style|base|meta)\\b[^<>]{0,2000}>?",
    "\\burl\\(\\s*['\"]?(?:[a-z]+:)?//[^()\\s]{1,2000}\\)"
  ].join("|"),
  "giu"
)
