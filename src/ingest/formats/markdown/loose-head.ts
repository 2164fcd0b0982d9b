import type { Head } from "./front-matter.ts"

/**
 * Finds a head that isn't written as its format wants it: below a comment or an empty line, between longer fences, as
 * JSON in one line, or as plain lines without a fence, which MultiMarkdown and Pelican read ("Title: Returns"). Nikola
 * writes such lines into a comment.
 */
export function looseHeadOf(text: string): Head | undefined {
  const [lead = ""] = /^\s*(?:<!--[^]{0,4000}?-->\s*)?/.exec(text) ?? []
  return fencedBelow(text, lead.length) ?? jsonLineOf(text) ?? plainHeadOf(text, lead)
}

function fencedBelow(text: string, at: number): Head | undefined {
  const rest = text.slice(at)
  const [whole = "", , source = "", close = ""] =
    /^(-{3,}|\+{3,})[ \t]*\r?\n([^]{0,20000}?\n)(-{3,}|\+{3,}|\.{3})[ \t]*(?:\r?\n|$)/.exec(rest) ?? []
  if (!/^[ \t]*[\w"'-]+[ \t]*[:=]/.test(source)) return undefined
  const language = close.startsWith("+") ? "toml" : "yaml"
  return { language, source, body: rest.slice(whole.length) }
}

function jsonLineOf(text: string): Head | undefined {
  const [line = "", source = ""] = /^(\{[ \t]*"[^\n]{0,8000}\})[ \t]*\r?\n/.exec(text) ?? []
  if (source === "") return undefined
  try {
    JSON.parse(source)
    return { language: "json", source, body: text.slice(line.length) }
  } catch {
    // A text that only begins with a brace has no head.
    return undefined
  }
}

/**
 * Returns what a head of plain lines says ("Status: draft"), or undefined if the text begins with none. Whoever reads
 * it can't be sure that a value isn't a part of the text.
 */
export const plainFieldsOf = (text: string): Record<string, string> | undefined => plainLinesOf(text, "")?.fields

function plainHeadOf(text: string, lead: string): Head | undefined {
  const lines = plainLinesOf(text, lead)
  return lines && { language: "json", isPlain: true, source: JSON.stringify(lines.fields), body: lines.body }
}

/** Such a head is known by its lines, which all have a name, and by one of these names. */
function plainLinesOf(text: string, lead: string): { fields: Record<string, string>; body: string } | undefined {
  const [, comment] = /<!--([^]*)-->/.exec(lead) ?? []
  const [first = ""] = /^[^]*?(?=\n[ \t]*\r?(?:\n|$))/.exec(text.slice(0, MAX_PLAIN)) ?? []
  const block = comment ?? first
  const lines = block.split(/\r?\n/).filter((line) => line.trim() !== "")
  const pairs = lines.map((line) => LINE.exec(line))
  const isHead = lines.length > 0 && pairs.every((pair) => pair !== null)
  if (!isHead || !pairs.some((pair) => /^(?:title|date|status|draft|slug|published?)$/i.test(pair?.[1] ?? "")))
    return undefined
  // A single line may be the first sentence: "Status: your order is shown there."
  if (lines.length === 1 && !/^\S*(?:[ \t]+\S+){0,2}$/.test(pairs[0]?.[2] ?? "")) return undefined
  const fields = pairs.map((pair) => [(pair?.[1] ?? "").toLowerCase(), pair?.[2]?.trim() ?? ""])
  const sure = fields.filter(([name = "", value = ""]) => READ.test(name) || (name === "date" && /^\d{4}-/.test(value)))
  return { fields: Object.fromEntries(sure), body: text.slice(comment === undefined ? block.length : lead.length) }
}

const MAX_PLAIN = 4000
/** What other fields hold in such a head isn't sure to be what a page's front matter means by them. */
const READ = /^(?!(?:id|kind|url|changed|groups|product|date|locale)$)/
const LINE = /^[ \t]*(?:\.\.[ \t]+)?([A-Za-z][\w-]{0,30}):[ \t]*(.{0,500})$/
