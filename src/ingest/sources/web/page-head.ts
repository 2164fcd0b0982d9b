import { attribute, elementsOf, parseHtml } from "../../formats/html/tree.ts"

/** What a page states for programs that read it. */
export interface PageHead {
  /** The page's canonical address, as it is written there. */
  canonical?: string
  /** The rules of `meta name="robots"` and of one named for this import, separated by commas. */
  robots: string
}

export function pageHead(html: string): PageHead {
  const head = /<\/head\s*>|<body[\s>]/i.exec(html)?.index ?? html.length
  const rules: string[] = []
  let canonical: string | undefined
  for (const element of elementsOf(parseHtml(html.slice(0, head), false))) {
    if (element.tagName === "meta" && /^(?:robots|replywright)$/i.test(attribute(element, "name")))
      rules.push(attribute(element, "content"))
    if (element.tagName === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, "rel")))
      canonical ??= attribute(element, "href") || undefined
  }
  return { robots: rules.join(","), ...(canonical !== undefined && { canonical }) }
}
