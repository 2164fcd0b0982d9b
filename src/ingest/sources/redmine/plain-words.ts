/**
 * Returns the words of an issue or a note without the markup of Textile or Markdown. Redmine has no page for a single
 * note and doesn't state which of the two it uses. Only markup that means the same in both, or nothing in the other, is
 * removed. All words stay.
 */
export function plainWords(markup: string): string {
  const words = markup
    .replace(/\r\n?/g, "\n")
    .replace(
      /^[ \t]{0,20}<\/?(?:pre|code)(?:\s[^>\n]{0,200})?>[ \t]{0,20}\n?|<\/?(?:pre|code)(?:\s[^>\n]{0,200})?>|^```.*\n?/gim,
      ""
    )
    .replace(/^(?:h[1-6]|bq|p)(?:\([^)\n]{0,200}\)|[<>=]{1,2})?\. +/gm, "")
    .replace(/\[\[(?:[^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g, "$1")
    .replace(/"([^"\n]+)":(https?:\/\/[^\s<>"]{0,2000}[^\s<>".,;:!?)])/g, "$1 ($2)")
    .replace(/(?<!!)\[([^[\]\n]+)\]\((https?:\/\/[^\s()]{1,2000})\)/g, "$1 ($2)")
    .replace(
      /!\[[^[\]\n]*\]\([^)\n]{0,2000}\)|(?<=^|\s)!(?:[<>=]|\{[^}\n]{0,200}\})?[^\s!]{1,500}\.(?:png|jpe?g|gif|svg|webp)(?:\([^)\n]{0,200}\))?!/gim,
      ""
    )
    .replace(/\{\{[^{}]*\}\}/g, "")
    .replace(/(?<![\p{L}\p{N}*])(\*{1,2})(?=\S)([^*\n]+?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, "$2")
    .replace(/(?<=^|[\s(])@(?=\S)([^@\n]+?)(?<=\S)@(?=$|[\s).,;:!?])/gm, "$1")
  return numbered(words)
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/**
 * Converts numbering. Several lines "# one", "# two" in a row are Textile's steps, and a single one is a Markdown
 * heading.
 */
function numbered(text: string): string {
  return text.replace(/(?:^# .*(?:\n|$))+/gm, (lines) => {
    const steps = lines.split("\n")
    return steps.filter(Boolean).length > 1
      ? steps.map((line, n) => line.replace(/^# /, `${n + 1}. `)).join("\n")
      : lines.replace(/^# /, "")
  })
}
