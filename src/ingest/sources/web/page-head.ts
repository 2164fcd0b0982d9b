import { attribute, elementsOf, parseHtml } from "../../formats/html/tree.ts"

/** What a page tells those who read it by machine. */
export interface PageHead {
  /** The address that is its own, as it stands there. */
  canonical?: string
  /** Rules of `meta name="robots"` and of one for us, with commas. */
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
