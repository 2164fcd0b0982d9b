import { leadOf } from "./html-blocks.ts"

/**
 * Reads what Jekyll, Hugo, GitBook and others fill in when they build the page. Tags that only wrap text are removed.
 * What stands for a text that isn't in the file becomes `{{ name }}`, and its sentence is left out later.
 * @param fields the front matter, whose texts the page may name
 */
export function readTemplates(text: string, fields: Record<string, unknown>): string {
  if (!/\{[{%]|--8<--|<%/.test(text)) return text
  const filled = text
    .replace(/\{\{<!--|-->\}\}/g, "")
    // The address of a link isn't quoted.
    .replace(/\]\([^()\n]{0,200}\{[{%][^\n]{0,200}?[%}]\}[^()\n]{0,200}\)/g, "](#)")
    .replace(/\{\{[-~]?\s*(?:page\.|\$frontmatter\.|frontmatter\.)?([\w-]{1,60})\s*[-~]?\}\}/g, (all, name: string) =>
      valueOf(fields, name, all)
    )
  return readTags(filled.replace(/\{\{[<%]\s*\/?([\w./-]+)([^\n]{0,300}?)[>%]\}\}/g, shortcode))
    .replace(/^[ \t]*(?:-+8<-+|\{!)[ \t]*["']?([\w./-]+)["']?[ \t]*!?\}?[ \t]*$/gm, "\n{{ $1 }}\n")
    .replace(/<%[-=]?[ \t]*([^%\n]{1,200}?)[ \t]*-?%>/g, (_, name: string) => `{{ ${name.replace(/[{}]/g, "")} }}`)
}

function valueOf(fields: Record<string, unknown>, name: string, otherwise: string): string {
  const value = fields[name]
  return typeof value === "string" || typeof value === "number" ? String(value) : otherwise
}

/** The text between these isn't shown. */
const COMMENTS = new Set(["comment"])
/** The text between these is shown in some cases only, and which ones isn't in the file. */
const CONDITIONS = new Set(["if", "unless", "case", "for", "ifversion", "tablerow"])
/** These stand for no text. */
const SILENT = new Set([
  "assign",
  "set",
  "layout",
  "extends",
  "load",
  "import",
  "break",
  "continue",
  "increment",
  "seo",
  "feed_meta",
  "else",
  "elsif"
])

/** Reads Liquid's and Jinja's tags. It runs in linear time. */
function readTags(text: string): string {
  const ends = new Set([...text.matchAll(/\{%[-~]?\s*(?:end_?|\/)(\w+)/g)].map(([, name = ""]) => name))
  let result = ""
  let from = 0
  /** This tag leaves its content out, and this many of its kind are open. */
  let left: { name: string; depth: number } | undefined
  for (const match of text.matchAll(/\{%[-~]?\s*(\/?\w+)([^\n%]{0,300})%\}/g)) {
    const [tag = "", name = "", more = ""] = match
    if (!left) result += text.slice(from, match.index)
    from = match.index + tag.length
    if (left) {
      if (name === left.name) left.depth++
      if ((name === `end${left.name}` || name === `/${left.name}`) && --left.depth === 0) left = undefined
      continue
    }
    const isPaired = ends.has(name)
    if (isPaired && (COMMENTS.has(name) || CONDITIONS.has(name))) {
      left = { name, depth: 1 }
      if (CONDITIONS.has(name)) result += `{{ ${name}${more.trimEnd()} }}`
    } else if (isPaired || /^(?:end|\/)/.test(name)) result += titleOf(more)
    else if (!SILENT.has(name)) result += `{{ ${`${name}${more}`.replace(/[-~{}]*\s*$/, "").replace(/[{}]/g, "")} }}`
  }
  return left ? result : result + text.slice(from)
}

/** A tag that wraps text may give it a title: `{% tab title="Windows" %}`. */
function titleOf(attributes: string): string {
  const [, title] = /\b(?:title|label|summary|name)=["“]([^"”\n]+)["”]/.exec(attributes) ?? []
  return title === undefined ? "" : leadOf(title)
}

/** Hugo's shortcodes wrap text ("notice", with its end) or stand for one ("param"). */
function shortcode(all: string, name: string, more: string): string {
  if (WRAPPING.test(name) || all.includes("/")) return titleOf(more)
  if (/^(?:figure|youtube|vimeo|gist|img|image|icon|toc|br)$/i.test(name)) return ""
  return `{{ ${name}${more.replace(/[{}]/g, "").trimEnd()} }}`
}
const WRAPPING =
  /^(?:notice|note|tip|info|warning|danger|caution|important|hint|alert|callout|admonition|details|expand|accordion|tabs?|tabpane|tabs?-item|column(?:s)?|block|blockquote|highlight|panel|card(?:s)?|steps?|button|lead|pageinfo|collapse)$/i
