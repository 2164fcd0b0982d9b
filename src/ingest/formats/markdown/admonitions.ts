/**
 * Unwraps the boxes, tabs and details of Docusaurus, VitePress, MkDocs, MyST, GitHub and Obsidian. Their words stay, a
 * title leads them in bold.
 */
export function unwrapAdmonitions(text: string): string {
  if (!/:::|^[ \t]*(?:!!!|\?\?\?|==|\+\+\+|\/\/\/)|\[!|^[ \t]*(?:`{3}|~{3})|^[ \t]*::/m.test(text)) return text
  const out: string[] = []
  /** These indented blocks are open, by the indentation of their own line. */
  const indents: number[] = []
  let title = ""
  for (const line of text.split("\n")) {
    const indent = indentOf(line)
    const isBlank = line.trim() === ""
    while (!isBlank && indents.length > 0 && indent <= (indents.at(-1) ?? 0)) indents.pop()
    // The text of an indented box moves to the place of the box.
    const own = isBlank ? "" : line.slice(Math.min(indent, 4 * indents.length))
    const opened = openingOf(own) ?? (isBareFence(own, out.at(-1)) ? { title: "" } : undefined)
    if (opened === undefined) {
      const isText = /^\s*(?:>\s*)*(?![-*+>#|\s]|\d+[.)]\s)\S/.test(own)
      if (title !== "" && isBlank) continue
      out.push(title === "" ? own : isText ? withTitle(own, title) : `${title}\n\n${own}`)
      title = ""
      continue
    }
    if (title !== "") out.push("", title)
    out.push("")
    title = opened.title === "" ? "" : `**${opened.title}${/[.?!:。？！：]$/.test(opened.title) ? "" : ":"}**`
    if (opened.isIndented) indents.push(indent)
  }
  if (title !== "") out.push(title)
  return out.join("\n")
}

/** Closes tabs and folds of Retype. Right below a line, the same signs underline a heading. */
const isBareFence = (line: string, before: string | undefined) =>
  /^(?:={3}|\+{3})\s*$/.test(line) && (before === undefined || before.trim() === "" || line.startsWith("+"))

/** A quote keeps its sign before the title. */
const withTitle = (line: string, title: string) => line.replace(/^(\s*(?:>\s*)*)/, `$1${title} `)

const indentOf = (line: string) => line.length - line.trimStart().length

interface Opening {
  title: string
  /** The content is indented below it and has no closing line. */
  isIndented?: true
}

/** Reads a line that opens or closes a box, or returns undefined for any other line. */
function openingOf(line: string): Opening | undefined {
  const [, colons, directive = ""] = /^\s*(:{2,})[ \t]*(\S.*)?$/.exec(line) ?? []
  if (colons !== undefined && (colons.length > 2 || /^[a-z][\w-]*[[{]/i.test(directive)))
    return { title: titleOf(directive) }
  const [, admonition] = /^\s*(?:!!!|\?\?\?\+?)[ \t]+([\w-]+.*)$/.exec(line) ?? []
  if (admonition !== undefined) return { title: /"([^"]*)"\s*$/.exec(admonition)?.[1] ?? "", isIndented: true }
  const plain = plainOpeningOf(line)
  if (plain !== undefined) return plain
  const [, tab] = /^\s*===[!+]?[ \t]+"([^"]+)"\s*$/.exec(line) ?? []
  if (tab !== undefined) return { title: tab, isIndented: true }
  const [, callout] = /^\s*(?:>\s*)+\[![\w-]+(?:\|[^\]\n]*)?\][-+]?[ \t]*(.*)$/.exec(line) ?? []
  if (callout !== undefined) return { title: callout.trim() }
  const [, fence] = /^\s*(?:`{3,}|~{3,})(?:\{[a-z][\w:-]*\}|ad-[\w-]+)?[ \t]*(.*)$/.exec(line) ?? []
  return fence === undefined ? undefined : { title: fence.trim() }
}

/** Reads what Retype and Python-Markdown write, who close their boxes by the same signs. */
function plainOpeningOf(line: string): Opening | undefined {
  const [, , named] = /^\s*(?:(!!!)[\w-]*|\/{3}(?:[ \t]+[\w-]+)?)(?:[ \t]*\|)?(?:[ \t]+([^\n]*))?$/.exec(line) ?? []
  if (/^\s*(?:!!!|\/{3}(?:\s|$))/.test(line)) return { title: (named ?? "").replace(/^["| \t]+|["\s]+$/g, "") }
  const [, sheet] = /^(?:===|\+\+\+|==)[ \t]+([^\s"=+][^\n=]{0,80})$/.exec(line) ?? []
  return sheet === undefined ? undefined : { title: sheet.trim() }
}

/** Reads "details How long?", "tip[How long?]" and `tab{title="How long?"}`. */
function titleOf(directive: string): string {
  const [, bracket] = /^[\w-]+\[([^\]]+)\]/.exec(directive) ?? []
  const [, attribute] = /(?:title|label|name|summary)=["“]([^"”]+)["”]/.exec(directive) ?? []
  const plain = directive.replace(/^[\w-]+/, "").replace(/\{[^}]*\}|\[[^\]]*\]/g, "")
  return (bracket ?? attribute ?? plain.replace(/^[ \t:"]+|[ \t:"]+$/g, "")).trim()
}
