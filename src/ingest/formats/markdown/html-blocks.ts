/** Converts a piece of HTML to Markdown. */
export type ToMarkdown = (html: string) => string

/**
 * Reads the HTML between Markdown, which the parser takes for markup without words. A summary leads the text that it
 * unfolds, boxes are opened, and tables and lists are converted. What is hidden stays markup.
 */
export function readHtmlBlocks(text: string, toMarkdown: ToMarkdown | undefined): string {
  if (!/<[a-z]/i.test(text)) return text
  const converted = toMarkdown ? convertTables(text, toMarkdown) : text
  return converted
    .replace(/<summary(?:\s[^<>]{0,300})?>([^\n]{0,500}?)<\/summary>/gi, (_, title: string) =>
      leadOf(title.replace(/<[^<>]*>|^#+ |\*\*/g, "").trim())
    )
    .replace(/^([ \t]*)<h([1-6])(?:\s[^<>]{0,300})?>([^\n<]{1,300})<\/h\2>/gim, (_, __, depth: string, title: string) =>
      ["", "#".repeat(Number(depth)) + " " + title.trim(), ""].join("\n")
    )
    .replace(WRAPPER, (tag, attributes = "") => (HIDDEN.test(String(attributes)) ? tag : "\n\n"))
}

/** Elements that hold running text. */
const WRAPPER =
  /^[ \t]*<\/?(?:details|div|section|center|p|aside|article|main|header|figure|figcaption)(\s[^<>]{0,500})?>|<\/(?:details|div|section|center|p|aside|article|main|header|figure|figcaption)>[ \t]*$/gim
const HIDDEN = /\bhidden\b|display\s*:\s*none|visibility\s*:\s*hidden/i

const TABLE = /^[ \t]*<(table|dl|ul|ol)(?=[\s>])/gim

/** Converts each table and list as a whole. One that never closes stays. It runs in linear time. */
function convertTables(text: string, toMarkdown: ToMarkdown): string {
  let result = ""
  let from = 0
  for (const match of text.matchAll(TABLE)) {
    if (match.index < from) continue
    const close = `</${(match[1] ?? "").toLowerCase()}>`
    const end = endOf(text, match.index, (match[1] ?? "").toLowerCase(), close)
    if (end < 0) break
    result += `${text.slice(from, match.index)}\n\n${toMarkdown(text.slice(match.index, end))}\n\n`
    from = end
  }
  return result + text.slice(from)
}

/** Returns the end of an element that may hold others of its name, or -1. */
function endOf(text: string, begin: number, name: string, close: string): number {
  let depth = 0
  for (const match of text.slice(begin).matchAll(new RegExp(`<${name}(?=[\\s>])|${close}`, "gi"))) {
    depth += match[0].toLowerCase() === close ? -1 : 1
    if (depth === 0) return begin + match.index + close.length
  }
  return -1
}

/** Writes a title in bold before the text that follows, wherever that begins: "**Windows:** Press Ctrl." */
export const leadOf = (title: string): string => `\n\n**${title}${/[.?!:。？！：]$/.test(title) ? "" : ":"}**${JOINT}`

/** Joins the titles with their texts. A list or heading below a title stays below it. */
export const joinLeads = (text: string): string =>
  text.includes(JOINT)
    ? text.replace(/\uF8F2\s*\n(?=[ \t]*(?!\d+[.)][ \t])[\p{L}\p{N}"“(\uF8F0])[ \t]*/gu, " ").replaceAll(JOINT, " ")
    : text

/** A private character, which no text uses. */
const JOINT = "\uF8F2"
