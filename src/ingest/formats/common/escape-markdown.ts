/** Escapes plain text so that Markdown shows it unchanged inside a line. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/&(?=#?\w{1,31};)/g, "\\&")

/** Does the same for a whole line, which could otherwise be read as a heading, a rule or a list item. */
export const escapeMarkdownLine = (text: string): string =>
  escapeMarkdown(text).replace(/^(?:[#+=-]|(\d{1,9})(?=[.)](?:\s|$)))/, (mark, digits?: string) =>
    digits === undefined ? `\\${mark}` : `${digits}\\`
  )

/**
 * Escapes plain text so that it reads the same as Markdown. Paragraphs and lists stay, and nothing in it becomes
 * markup.
 */
export function plainMarkdown(text: string): string {
  return text.replace(/\r\n?/g, "\n").split("\n").map(lineOf).join("\n").trim()
}

function lineOf(line: string): string {
  const bare = line.trim()
  // A line of signs would turn the line above it into a heading.
  if (/^[-=_*~]{2,}$/.test(bare)) return ""
  const [mark = ""] = /^(?:[-*•+]|\d{1,3}[.)])\s+/.exec(bare) ?? []
  return mark.replace(/^[*•+]/, "-") + bare.slice(mark.length).replace(MARKUP, "\\$&")
}

const MARKUP = /[\\`*_{}<>[\]&|~#]/g
