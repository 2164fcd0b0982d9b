import { leadOf } from "./html-blocks.ts"

/**
 * Removes the program from a page of MDX: imports, exports, comments and tags of components. A title that a component
 * shows leads its words. What a component or an expression computes becomes `{{ name }}`, because it isn't in the file.
 * @param isMdx whether braces hold expressions, which they don't in plain Markdown
 */
export function readMdx(text: string, isMdx: boolean, fields: Record<string, unknown>): string {
  const { body, constants } = withoutModules(text)
  const closed = new Set([...body.matchAll(/<\/([A-Z][\w.]{0,60})/g)].map(([, name = ""]) => name))
  const tagged = body.replace(
    TAG,
    (all: string, slash: string, name: string, props: string, own: string, at: number) =>
      slash === "" && own === "" && props === "" && !closed.has(name)
        ? // It closes nowhere, so it is a word in angle brackets: "Press <Enter>".
          `\\${all}`
        : readTag(all, {
            isClosing: slash !== "",
            name,
            props,
            isSelfClosing: own !== "",
            isAlone: isAlone(body, at, all)
          })
  )
  if (!isMdx) return tagged
  return cutBetween(tagged, "{/*", "*/}")
    .replace(/(?<!\{)\{\s*["'`]([^"'`{}\n]*)["'`]\s*\}(?!\})/g, "$1")
    .replace(/(?<!\{)\{\s*([\w$.[\]'"()?]{1,80})\s*\}(?!\})/g, (_, expression: string) => {
      const name = expression.replace(/^(?:frontmatter|frontMatter|meta|props)\./, "")
      const value = constants.get(expression) ?? fields[name]
      return typeof value === "string" || typeof value === "number" ? String(value) : `{{ ${expression} }}`
    })
}

const TAG = /<(\/?)([A-Z][\w.]{0,60})((?:\s[^<>]{0,2000}?)?)(\/?)>/g

interface Tag {
  isClosing: boolean
  name: string
  props: string
  isSelfClosing: boolean
  isAlone: boolean
}

function readTag(all: string, { isClosing, name, props, isSelfClosing, isAlone }: Tag): string {
  const [, title] = /\b(?:title|label|summary|question|heading|header)=["{]+['"`]?([^"'`{}\n]+)/.exec(props) ?? []
  const lead = title === undefined || isClosing ? "" : leadOf(title)
  if (!isSelfClosing) return isAlone && lead === "" ? "\n" : lead
  const [, words] = /\b(?:text|children|description|content|answer)=["{]+['"`]?([^"'`{}\n]+)/.exec(props) ?? []
  if (lead !== "" || words !== undefined) return lead + (words ?? "")
  if (WORDLESS.test(name)) return ""
  return isAlone ? `\n\n{{ ${all.slice(1, -2).trim().slice(0, 60).replace(/[{}]/g, "")} }}\n\n` : `{{ ${name} }}`
}

/** Components that show no words of an article. */
const WORDLESS =
  /icon|image|img|picture|photo|video|youtube|vimeo|figure|screenshot|logo|emoji|badge|spacer|divider|separator|^hr$|^br$|anchor|toc|tableofcontents|cardlist|iframe|embed|button|feedback|head$|script|player|gallery/i

function isAlone(text: string, at: number, tag: string): boolean {
  const before = text.slice(Math.max(0, at - 200), at)
  const after = text.slice(at + tag.length, at + tag.length + 200)
  return /(?:^|[\n>])[ \t]*$/.test(before) && /^[ \t]*(?:$|[\n<])/.test(after)
}

/** Removes statements of a module, which begin a block, and returns the texts that they name. */
function withoutModules(text: string): { body: string; constants: ReadonlyMap<string, string> } {
  const constants = new Map<string, string>()
  if (!/^(?:import|export)\s/m.test(text)) return { body: text, constants }
  const out: string[] = []
  /** In an open statement, this is how many brackets are open. */
  let depth: number | undefined
  let isBegin = true
  for (const line of text.split("\n")) {
    const isOpen: boolean = depth !== undefined || (isBegin && STATEMENT.test(line))
    if (!isOpen) {
      out.push(line)
      isBegin = line.trim() === ""
      continue
    }
    const [, name, value] = /^export\s+const\s+(\w+)\s*=\s*["'`]([^"'`\n]*)["'`];?\s*$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) constants.set(name, value)
    const brackets: number = (depth ?? 0) + countOf(line, /[{([]/g) - countOf(line, /[})\]]/g)
    depth = brackets > 0 && line.trim() !== "" ? brackets : undefined
    isBegin = true
  }
  return { body: out.join("\n"), constants }
}

/** Returns the plain values that the objects and constants of a module give to names: `export const draft = true`. */
export function exportedFields(text: string): [name: string, value: string][] {
  return [...text.matchAll(/^export\s+const\s+(\w+)[^=\n]{0,60}=\s*(\{[^{}]{0,2000}\}|[^\s{;]{1,40})/gm)].flatMap(
    ([, constant = "", value = ""]) => {
      const source = value.startsWith("{") ? value.slice(1) : `${constant}: ${value}`
      return [...source.matchAll(/["']?(\w+)["']?\s*:\s*["'`]?([^"'`,;{}\n]{1,60})/g)].map(
        ([, name = "", said = ""]): [string, string] => [name, said.trim()]
      )
    }
  )
}

const STATEMENT =
  /^(?:import\s+(?:[\w*{][^"'\n]*\sfrom\s+)?["'][^"'\n]+["'];?\s*(?:\/\/.*)?$|import\s+\{\s*$|export\s+(?:default|const|let|var|function|async|class|\{|\*)(?:\W|\s).*$)/

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/**
 * Removes everything between two signs, with the signs. What is opened and never closed stays. It runs in linear time,
 * which a pattern over several lines doesn't.
 */
export function cutBetween(text: string, open: string, close: string): string {
  let result = ""
  let from = 0
  for (;;) {
    const begin = text.indexOf(open, from)
    const end = begin < 0 ? -1 : text.indexOf(close, begin + open.length)
    if (end < 0) return result + text.slice(from)
    result += text.slice(from, begin)
    from = end + close.length
  }
}
