import { withoutCode } from "./code-spans.ts"
import { unwrapContainers } from "./containers.ts"
import { cutBetween } from "./cut-between.ts"
import { readFormulas } from "./formulas.ts"
import { removeInlineSigns } from "./inline-signs.ts"
import { readHtmlBlocks, type ToMarkdown } from "./html-blocks.ts"
import { joinLeads } from "./lead.ts"
import { readMdx } from "./mdx.ts"
import { readTemplates } from "./templates.ts"

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
  (text) => cutBetween(text, "<!--", "-->"),
  (text) => cutBetween(text, "%%", "%%"),
  (text, { fields = {} }) => readTemplates(text, fields),
  (text, { isMdx = false, fields = {}, hasTags = true }) => (hasTags ? readMdx(text, isMdx, fields) : text),
  (text, { toMarkdown, hasTags = true }) => (hasTags ? readHtmlBlocks(text, toMarkdown) : text),
  unwrapContainers,
  joinDefinitions,
  readFormulas,
  removeInlineSigns,
  joinLeads
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
