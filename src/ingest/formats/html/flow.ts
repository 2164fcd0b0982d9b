import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from "mdast"
import type { Options } from "rehype-remark"

/** Turns one HTML element into Markdown nodes. */
export type Handle = NonNullable<NonNullable<Options["handlers"]>[string]>
export type State = Parameters<Handle>[0]
export type Flow = BlockContent | DefinitionContent

const BLOCKS = new Set([
  "paragraph",
  "heading",
  "list",
  "listItem",
  "table",
  "tableRow",
  "tableCell",
  "blockquote",
  "code",
  "thematicBreak",
  "html",
  "definition",
  "footnoteDefinition",
  "yaml"
])
/** Returns whether a node stands inside a paragraph. */
export const isPhrasing = (node: RootContent): node is PhrasingContent => !BLOCKS.has(node.type)

/** Puts content under a bold line, with its first paragraph on the same line. */
export function underBoldLine(title: string, said: Flow[]): Flow[] {
  const bold: PhrasingContent = {
    type: "strong",
    children: [{ type: "text", value: /[.?!:。？！：]$/.test(title) ? title : `${title}:` }]
  }
  const [first, ...rest] = said
  if (first?.type !== "paragraph") return [{ type: "paragraph", children: [bold] }, ...said]
  return [{ type: "paragraph", children: [bold, { type: "text", value: " " }, ...first.children] }, ...rest]
}
