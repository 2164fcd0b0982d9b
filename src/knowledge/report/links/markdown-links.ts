import MarkdownIt, { type Token } from "markdown-it"

export interface Link {
  address: string
  words: string
}

/** Returns the links of a Markdown text with their words, without pictures. */
export function linksOf(markdown: string): Link[] {
  if (!/\]\(|\]:|<https?:|https?:\/\/|\]\[/.test(markdown)) return []
  return PARSER.parse(markdown, {}).flatMap((token) => inLine(token.children ?? []))
}

const PARSER = new MarkdownIt("commonmark", { linkify: false })

function inLine(tokens: Token[]): Link[] {
  const links: Link[] = []
  let open: Link | undefined
  for (const token of tokens) {
    if (token.type === "link_open") open = { address: String(token.attrGet("href") ?? ""), words: "" }
    else if (token.type === "link_close" && open) {
      links.push(open)
      open = undefined
    } else if (open) open.words += token.content
  }
  return links
}
