import { parse as parseToml, TomlError } from "smol-toml"
import { parse as parseYaml, YAMLParseError } from "yaml"
import * as z from "zod/mini"
import { DocumentError } from "../common/format.ts"

/** The head of a Markdown file, as Jekyll (YAML), Hugo (TOML, JSON) and others write it, and the text below it. */
export interface FrontMatter {
  /** The fields are not yet checked. Without a head there are none. */
  fields: Record<string, unknown>
  body: string
  /** The text begins in this line of the file, counted from 1. */
  bodyLine: number
  /** The fields are lines without a fence, so a value that isn't known may be a part of the text. */
  isPlain?: true
}

/**
 * Separates the front matter of a file from its text.
 * @throws DocumentError if it isn't closed, too long, or can't be read; the message names the line of the file
 */
export function readFrontMatter(file: string): FrontMatter {
  const text = file.replace(/^\uFEFF/, "")
  const head = headOf(text)
  if (!head) return { fields: {}, body: text, bodyLine: 1 }
  if (head.source.length > MAX_CHARACTERS)
    throw new DocumentError(
      `The front matter has ${head.source.length.toLocaleString("en")} characters; it may have ${MAX_CHARACTERS.toLocaleString("en")}.`
    )
  const value = head.source.trim() === "" ? {} : PARSERS[head.language](head.source)
  const fields = FIELDS.safeParse(value ?? {})
  if (!fields.success) throw new DocumentError("The front matter is no list of fields.")
  const bodyLine = linesIn(text.slice(0, text.length - head.body.length)) + 1
  return { fields: fields.data, body: head.body, bodyLine, ...(head.isPlain && { isPlain: true }) }
}

/** A head of a page has some dozens of lines. */
const MAX_CHARACTERS = 20_000

const FIELDS = z.record(z.string(), z.unknown())

type HeadLanguage = "yaml" | "toml" | "json"

/** What stands between the fences, and the text below them. */
interface Head {
  language: HeadLanguage
  source: string
  body: string
  /** Lines of names and values without a fence, which may be a part of the text. */
  isPlain?: true
}

/** The signs that open and close a head, and the language between them where it isn't named ("---toml"). */
const FENCES: [fence: string, language: HeadLanguage][] = [
  ["---", "yaml"],
  ["+++", "toml"],
  [";;;", "json"]
]

function headOf(text: string): Head | undefined {
  const [, fence = "", named = ""] = /^(---|\+\+\+|;;;)[ \t]*(ya?ml|toml|json)?[ \t]*\r?\n/i.exec(text) ?? []
  const language = FENCES.find(([sign]) => sign === fence)?.[1]
  if (language === undefined) return jsonHeadOf(text) ?? looseHeadOf(text)
  const begin = text.indexOf("\n") + 1
  const close = new RegExp(`^\\${fence.split("").join("\\")}[ \\t]*\\r?$`, "m")
  const at = text.slice(begin).search(close)
  // A page may also begin with a rule.
  const within = at < 0 ? text.slice(begin, begin + MAX_CHARACTERS) : text.slice(begin, begin + at)
  if (fence === "---" && named === "" && /^[ \t]*\r?\n/.test(within) && !/^[\w"'-]+[ \t]*:(?:\s|$)/m.test(within))
    return looseHeadOf(text)
  if (at < 0) throw new DocumentError(`The front matter is opened by ${fence} and never closed.`)
  const end = text.indexOf("\n", begin + at)
  return {
    language: LANGUAGES[named.toLowerCase()] ?? language,
    source: text.slice(begin, begin + at),
    body: end < 0 ? "" : text.slice(end + 1)
  }
}

const LANGUAGES: Partial<Record<string, HeadLanguage>> = { yaml: "yaml", yml: "yaml", toml: "toml", json: "json" }

/** Hugo's head in JSON has no fence: an object whose brace closes in a line of its own. */
function jsonHeadOf(text: string): Head | undefined {
  const [source] = /^\{[ \t]*\r?\n[\s\S]*?^\}[ \t]*(?:\r?\n|$)/m.exec(text) ?? []
  return source !== undefined && /^\{\s*"/.test(source) && text.startsWith(source)
    ? { language: "json", source, body: text.slice(source.length) }
    : undefined
}

const PARSERS: Record<HeadLanguage, (source: string) => unknown> = {
  yaml(source) {
    try {
      // Aliases are forbidden, because a few lines of them expand to gigabytes. Every value stays a text, as "3.10",
      // "007" and "404" are if they stand in a title.
      return parseYaml(withWholeTitle(source), { maxAliasCount: 0, schema: "failsafe", logLevel: "error" })
    } catch (cause) {
      throw new DocumentError(yamlFault(source, cause), { cause })
    }
  },
  toml(source) {
    try {
      return parseToml(source)
    } catch (cause) {
      if (!(cause instanceof TomlError)) throw cause
      const [what = ""] = cause.message.replace(/^Invalid TOML document: /, "").split("\n")
      throw new DocumentError(`The front matter is no TOML in line ${cause.line + 1}: ${what}.`, { cause })
    }
  },
  json(source) {
    try {
      return JSON.parse(source)
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause
      throw new DocumentError(`The front matter is no JSON: ${cause.message}`, { cause })
    }
  }
}

/** In a title, "#1" is no comment of YAML. */
const withWholeTitle = (source: string) =>
  source.replace(/^(title:[ \t]+)([^\s"'|>[{&*!%@`][^\n"\\]*)$/m, (line, key: string, value: string) =>
    /(?:^|\s)#\S/.test(value) && !/:(?:\s|$)/.test(value) ? `${key}"${value.trimEnd()}"` : line
  )

/** Names the line of the file and, where quotes mend it, the value that needs them. */
function yamlFault(source: string, cause: unknown): string {
  const [first = "", ...more] = cause instanceof Error ? cause.message.split("\n") : [String(cause)]
  const at = cause instanceof YAMLParseError ? cause.linePos?.[0].line : undefined
  const what = more.length > 0 ? first.replace(/ at line \d+, column \d+:?$/, "") : first
  if (at === undefined) return `The front matter is no YAML: ${what}`
  const unquoted = unquotedValueAt(source.split(/\r?\n/), at - 1)
  // The line with the fence is the first of the file.
  if (!unquoted) return `The front matter is no YAML in line ${at + 1}: ${what}`
  const { line, key, value } = unquoted
  return `The front matter is no YAML in line ${line + 2}: put the ${key} in quotes, ${key}: ${quoted(value)}`
}

/**
 * Finds a value that YAML reads as more than a text: "Returns: how long", "[Beta] Returns", "@home". The parser may
 * notice it only in the line below.
 */
function unquotedValueAt(lines: readonly string[], at: number) {
  for (const line of [at, at - 1]) {
    const [, key = "", value = ""] = /^[\s-]*([\w-]+):[ \t]+(\S.*?)\s*$/.exec(lines[line] ?? "") ?? []
    const isText = !/^(["'])(?:(?!\1).)*\1$|^\[[^\][]*\]$|^[|>][-+\d]*$/.test(value)
    if (isText && (/:(?:\s|$)/.test(value) || /^["'[\]{},&*!|>%@`?-]/.test(value))) return { line, key, value }
  }
  return undefined
}

const quoted = (value: string) =>
  value.includes('"') ? `'${value.replace(/'/g, "''")}'.` : `"${value.replace(/\\/g, "\\\\")}".`

const linesIn = (text: string) => text.split("\n").length - 1

/**
 * Finds a head that isn't written as its format wants it: below a comment or an empty line, between longer fences, as
 * JSON in one line, or as plain lines without a fence, which MultiMarkdown and Pelican read ("Title: Returns"). Nikola
 * writes such lines into a comment.
 */
function looseHeadOf(text: string): Head | undefined {
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
