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
