import { unwrapAdmonitions } from "./admonitions.ts"
import { readHtmlBlocks, type ToMarkdown, joinLeads } from "./html-blocks.ts"
import { cutBetween, readMdx } from "./mdx.ts"
import { readTemplates } from "./templates.ts"
import { readBracketBlocks, readVariables } from "./variables.ts"

export interface DialectOptions {
  /** In MDX, braces hold expressions. */
  isMdx?: boolean
  /** The fields of the front matter, which the text may name. */
  fields?: Record<string, unknown>
  /** Whether angle brackets are tags. In the cell of a table they aren't. */
  hasTags?: boolean
  /** This converts tables and lists that are written in HTML. Without it, they aren't read. */
  toMarkdown?: ToMarkdown | undefined
}

/**
 * Turns the Markdown of site generators, wikis and note apps into plain Markdown: words without their signs. Code stays
 * as it is. A text that isn't in the file, such as `{{ site.phone }}`, is left as `{{ name }}`, and `blocksOf` leaves
 * its sentence out.
 */
export function plainDialect(markdown: string, options: DialectOptions = {}): string {
  const { text, restore } = withoutCode(markdown.replace(/\r\n?/g, "\n"))
  return restore(STEPS.reduce((left, step) => step(left, options), text))
}

type Step = (text: string, options: DialectOptions) => string

const STEPS: Step[] = [
  (text) => text.replace(/<!--\s{0,5}toc\s{0,5}-->[^]{0,5000}?<!--\s{0,5}(?:tocstop|\/toc)\s{0,5}-->/gi, ""),
  (text) => COMMENTS.reduce((left, [open, close]) => cutBetween(left, open, close), text),
  (text, { isMdx = false, hasTags = true }) => readVariables(text, { isMdx, hasTags }),
  (text) => cutBetween(text, "%%", "%%"),
  readBracketBlocks,
  (text, { fields = {} }) => readTemplates(text, fields),
  (text, { isMdx = false, fields = {}, hasTags = true }) => (hasTags ? readMdx(text, isMdx, fields) : text),
  (text, { toMarkdown, hasTags = true }) => (hasTags ? readHtmlBlocks(text, toMarkdown) : text),
  unwrapAdmonitions,
  joinDefinitions,
  readFormulas,
  removeInlineSigns,
  joinLeads
]

/** HTML, Handlebars, and CriticMarkup. */
const COMMENTS: [open: string, close: string][] = [
  ["<!--", "-->"],
  ["{{!--", "--}}"],
  ["{# ", "#}"],
  ["{>>", "<<}"],
  ["{--", "--}"]
]

/** Writes a definition list as "**Weight:** 2 kg". */
function joinDefinitions(text: string): string {
  if (!/^[ \t]{0,3}:[ \t]/m.test(text)) return text
  const out: string[] = []
  for (const line of text.split("\n")) {
    const [, meaning] = /^[ \t]{0,3}:[ \t]+(\S.*)$/.exec(line) ?? []
    // The term stands in the line above, or has a blank line below it.
    const at = out.at(-1)?.trim() === "" ? out.length - 2 : out.length - 1
    const term = out[at]?.trim()
    if (meaning === undefined) out.push(line)
    // A further meaning stands below the first.
    else if (term === undefined || term === "" || MEANING.test(term)) out.push("", meaning)
    else out.splice(at, out.length - at, "", `**${term.replace(/^\*\*|\*\*$|:$/g, "")}:** ${meaning}`)
  }
  return out.join("\n")
}

const MEANING = /^(?:\*\*.*:\*\* |[-*+>#|])/

/** A text whose code was taken out, so that no rule about the text changes it. */
interface WithoutCode {
  text: string
  /** Puts the code back into a changed text. */
  restore(changed: string): string
}

/** Takes out fenced code and code spans. It runs in linear time. */
function withoutCode(markdown: string): WithoutCode {
  const parts: string[] = []
  const hide = (code: string) => `${OPEN}${parts.push(code) - 1}${CLOSE}`
  const lines: string[] = []
  let fence: { sign: string; lines: string[] } | undefined
  /** These boxes of text are open, by their fences. */
  const boxes: string[] = []
  for (const line of markdown.replace(MARKS, "").split("\n")) {
    const [, sign = ""] = /^(?:[ \t]|>[ \t]?)*(`{3,}|~{3,})/.exec(line) ?? []
    if (fence) {
      fence.lines.push(line)
      if (sign[0] !== fence.sign[0] || sign.length < fence.sign.length || !/^[>\s`~]*$/.test(line)) continue
      lines.push(hide(fence.lines.join("\n")))
      fence = undefined
    } else if (sign !== "" && (CONTAINER.test(line) || (boxes.at(-1) === sign && line.trim() === sign))) {
      if (CONTAINER.test(line)) boxes.push(sign)
      else boxes.pop()
      lines.push(line)
    } else if (sign !== "") fence = { sign, lines: [line] }
    else lines.push(line.includes("`") ? withoutSpans(line, hide) : line)
  }
  if (fence) lines.push(hide(fence.lines.join("\n")))
  return {
    text: lines.join("\n"),
    restore: (changed) => changed.replace(HIDDEN, (_, at: string) => parts[Number(at)] ?? "")
  }
}

/** MyST and Obsidian write boxes of text as fences: "```{note}", "```ad-tip". */
const CONTAINER = /^\s*(?:`{3,}|~{3,})(?:\{[a-z]|ad-[a-z])/

function withoutSpans(line: string, hide: (code: string) => string): string {
  return line.replace(/(?<!`)(`{1,3})(?!`)[^`]+\1(?!`)/g, hide)
}

/** Private characters, which no text uses. */
const [OPEN, CLOSE] = ["\uF8F0", "\uF8F1"]
const MARKS = /[\uF8F0-\uF8F4]/g
const HIDDEN = /\uF8F0(\d+)\uF8F1/g

/**
 * Reads formulas in TeX. A simple one is written without its dollar signs, and one that nobody could read aloud becomes
 * `{{ formula }}`, so that its sentence isn't quoted.
 */
function readFormulas(text: string): string {
  if (!/\$|\\[([]/.test(text)) return text
  return text
    .replace(/\$\$([^$]{1,2000})\$\$/g, (_, tex: string) => wordsOf(tex))
    .replace(/\\\(([^\n]{1,500}?)\\\)|\\\[([^$]{1,500}?)\\\]/g, (_, tex: string | undefined, block = "") =>
      wordsOf(tex ?? String(block))
    )
    .replace(/(?<![\w$\\])\$(?![\s$\d])([^$\n]{0,300}[^\s$\\])\$(?![\w$])/g, (all, tex: string) =>
      FORMULA.test(tex) ? wordsOf(tex) : all
    )
}

/** "$HOME and $PATH" and "US$5 or A$6" are no formulas. */
const FORMULA = /[\\^_=+<>]|^\w$/

function wordsOf(tex: string): string {
  const plain = tex
    .replace(/\\(?:text|mathrm|mathbf|operatorname)\{([^{}]*)\}/g, "$1")
    .replace(/\\(?:times|cdot)(?![a-z])/g, "×")
    .replace(/\\div(?![a-z])/g, "÷")
    .replace(/\\(?:leq?)(?![a-z])/g, "≤")
    .replace(/\\(?:geq?)(?![a-z])/g, "≥")
    .replace(/\\approx(?![a-z])/g, "≈")
    .replace(/\\pm(?![a-z])/g, "±")
    .replace(/\^\{?2\}?/g, "²")
    .replace(/\^\{?3\}?/g, "³")
    .replace(/\\[,;: %$]/g, (sign) => (/[%$]/.test(sign) ? sign.slice(1) : " "))
    .trim()
  return /[\\{}^_]/.test(plain) ? "{{ formula }}" : plain
}

/** Removes the signs that dialects put around or into a line. Their words stay. */
function removeInlineSigns(text: string): string {
  return RULES.reduce((left, [sign, pattern, replacement]) => {
    return left.includes(sign) ? left.replace(pattern, replacement) : left
  }, text)
}

/** Each rule has a sign by which most texts are passed over, a pattern, and what takes the place of its matches. */
const RULES: [sign: string, pattern: RegExp, replacement: string][] = [
  // Tables of contents, page breaks and abbreviations.
  ["[", /^[ \t]*(?:@?\[toc(?:[ \t][^\]\n]{0,60})?\]|\[\[_?toc_?\]\])[ \t]*$/gim, ""],
  ["toc", /^[ \t]*(?:\{toc[^}\n]{0,60}\}|\{\{[ \t]*toc[ \t]*\}\}|\(:toc:\))[ \t]*$/gim, ""],
  ["toc", /^(?:[-*+]|\d+\.)[ \t]+[^\n]{0,60}\n[ \t]*\{:[ \t]*toc[^}\n]{0,200}\}[ \t]*$/gim, ""],
  ["${toc}", /^[ \t]*\$\{toc\}[ \t]*$/gim, ""],
  ["\\", /^[ \t]*\\(?:newpage|pagebreak|clearpage|tableofcontents)[ \t]*$/gm, ""],
  ["*[", /^\*\[[^\]\n]{1,200}\]:[^\n]*$/gm, ""],
  // CriticMarkup: what is added and replaced. Colours of wikis.
  ["{++", /\{\+\+([^{}\n]{0,500}?)\+\+\}/g, "$1"],
  ["{~~", /\{~~[^{}\n]{0,500}?~>([^{}\n]{0,500}?)~~\}/g, "$1"],
  ["{==", /\{==([^{}\n]{0,500}?)==\}/g, "$1"],
  ["{color", /\{color(?::[^}\n]{0,30})?\}/g, ""],
  // Buttons, product names, badges and links of Microsoft Learn, Adobe and Retype.
  ["[!", /\[!(?:UICONTROL|DNL|OPTION|MENU|BUTTON)[ \t]+([^\]\n]{1,100})\]/gi, "$1"],
  ["[!", /\[!(?:badge|button)[^\]\n]{0,80}?\btext="([^"\n]{0,80})"[^\]\n]{0,80}\]/gi, "$1"],
  ["[!", /\[!ref[ \t]+([^\]\n]{1,100})\](?=\()/gi, "[$1]"],
  ["[!", /\[!(?:VIDEO|div|file|embed)\b[^\]\n]{0,300}\](?:\([^)\n]{0,300}\))?/gi, ""],
  ["]{", /\[([^\]\n]{0,200})\](?=\{[ \t]*[.#][^}\n]{0,200}\})/g, "$1"],
  // Attributes of kramdown and others: {: .class}, {#id}, { .class width=50% }.
  ["{:", /[ \t]?\{:[^}\n]{0,300}\}/g, ""],
  ["{", /[ \t]*\{(?:[ \t]*(?:[#.][\w:.-]+|[\w-]+=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'{}]{1,200})))+[ \t]*\}/g, ""],
  // MyST's roles: {doc}`Returns <returns>`. The code span was taken out.
  ["{", /\{[a-z][\w:-]*\}(?=\uF8F0)/g, ""],
  // Footnotes.
  ["[^", /^([ \t]{0,200})\[\^[^\]\s]{1,200}\]:[ \t]*/gm, "\n$1"],
  ["[^", /[ \t]?\[\^[^\]\s]{1,200}\]/g, ""],
  ["^[", /[ \t]?\^\[([^\]\n]{1,200})\]/g, " ($1)"],
  // Wiki links. What is embedded isn't in the file, unless it is a picture.
  ["![[", /!\[\[[^\]\n|]{1,200}\.(?:png|jpe?g|gif|svg|webp|bmp|mp4|mov|webm|mp3|pdf)(?:\|[^\]\n]{0,200})?\]\]/gi, ""],
  ["![[", /!\[\[([^\]\n]{1,200})\]\]/g, "{{ $1 }}"],
  ["[[", /\[\[[^\]\n|]{1,200}\\?\|([^\]\n|]{1,200})\]\]/g, "$1"],
  ["[[", /\[\[(?:[^\]\n|#]{0,200}\/)?([^\]\n|#/]{1,200})(?:#[^\]\n|]{0,200})?\]\]/g, "$1"],
  ["[[", /\[\[#([^\]\n|]{1,200})\]\]/g, "$1"],
  // Directives inside a line: :abbr[HTML]{title="..."}.
  [":", /(?<![\w:]):[a-z][\w-]{0,40}\[([^\]\n]{0,200})\](?:\{[^}\n]{0,200}\})?/g, "$1"],
  // Emoji and icons by name.
  [":", /[ \t]?(?<![\w:/]):[a-z+-][a-z\d_+-]{1,60}:(?![\w:])/g, ""],
  // Task lists, marked and struck text, keys, raised and lowered figures.
  ["[", /^([ \t]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX/-]\][ \t]+/gm, "$1"],
  ["==", /==(?=\S)([^=\n]{1,500}?)(?<=\S)==/g, "$1"],
  ["++", /\+\+(?=\S)([^+\n]{1,100}(?:\+[^+\n]{1,100}){0,4})\+\+/g, "$1"],
  ["~~", /[ \t]?~~(?=\S)[^~\n]{1,500}~~/g, ""],
  ["~", /(?<=\w)~([^~\s]{1,10})~/g, "$1"],
  ["^", /(?<=\w)\^([^\s^]{1,10})\^/g, "$1"],
  ["^^", /\^\^(?=\S)([^\n^]{1,100}?)(?<=\S)\^\^/g, "$1"],
  ["!!", /!!(?=\w)([^\n!]{1,200}?)(?<=\w)!!/g, "$1"],
  ["||", /^([^|\n]{0,500})\|\|([^|\n]{1,300})\|\|([^|\n]{0,500})$/gm, "$1$2$3"],
  [">!", /^>!([^\n]{1,500}?)!</gm, "$1"],
  // Obsidian's names of blocks.
  ["^", /[ \t]\^[A-Za-z\d-]{2,40}[ \t]*$/gm, ""]
]
