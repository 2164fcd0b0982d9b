import type { Root } from "hast"
import { localeOf } from "../common/locale.ts"
import { attribute, elementsOf, textOf } from "./tree.ts"

/** What a page states about itself, apart from its text. */
export interface PageMetadata {
  title?: string
  /** This is what the page declares. The text may show another language. */
  locale?: string
  /** This is the page's canonical address, if it has several. */
  url?: string
  /** The date is in ISO 8601. */
  changed?: string
}

/** Reads title, language, address and date of a whole page before anything is removed from it. */
export function readPageMetadata(root: Root, base?: string): PageMetadata {
  const meta = new Map<string, string>()
  const found: { titles: string[]; headings: string[]; html: string; canonical: string; times: string[] } = {
    titles: [],
    headings: [],
    html: "",
    canonical: "",
    times: []
  }
  for (const element of elementsOf(root)) {
    const { tagName } = element
    const key = (
      attribute(element, "property") ||
      attribute(element, "name") ||
      attribute(element, "itemProp") ||
      attribute(element, "httpEquiv")
    ).toLowerCase()
    if (tagName === "meta" && key && !meta.has(key)) meta.set(key, attribute(element, "content").trim())
    else if (tagName === "html") found.html = attribute(element, "lang") || attribute(element, "xmlLang")
    else if (tagName === "title") found.titles.push(textOf(element))
    else if (tagName === "h1") found.headings.push(headingText(element))
    else if (tagName === "link" && attribute(element, "rel").split(" ").includes("canonical"))
      found.canonical = attribute(element, "href")
    else if (/datemodified/i.test(attribute(element, "itemProp")))
      found.times.push(attribute(element, "dateTime") || attribute(element, "content") || textOf(element))
  }
  const said = (...names: string[]) => names.map((name) => meta.get(name)).find(Boolean)
  return defined({
    title: titleOf(found.titles[0] ?? "", found.headings.filter(Boolean), said("og:title"), said("og:site_name")),
    locale: localeOf(found.html) ?? localeOf(said("og:locale", "content-language", "language")),
    url: addressOf(found.canonical || said("og:url") || "", base),
    changed: [
      said("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "revised"),
      ...found.times
    ]
      .map(dateOf)
      .find(Boolean)
  })
}

/** Confluence puts the name of the space and a colon before the title. */
const headingText = (element: Parameters<typeof attribute>[0]) =>
  attribute(element, "id") === "title-heading" ? textOf(element).replace(/^[^:]+ : /, "") : textOf(element)

function titleOf(
  title: string,
  headings: readonly string[],
  shared: string | undefined,
  site: string | undefined
): string | undefined {
  const [only, second] = headings
  if (only && !second) return only
  // Among several headings, the title is the one that the window's title begins with.
  return (
    headings.find((heading) => title.startsWith(heading)) ?? (shared || withoutSite(title, site) || only || undefined)
  )
}

/** Reads "Returning a parcel" from "Returning a parcel – Acme Help". */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[|–—·»]\s+|\s+::\s+|\s+-\s+/).filter((part) => part !== site)
  return parts[0]?.trim() ?? ""
}

function dateOf(said: string | undefined): string | undefined {
  const [, day, time] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?/.exec(said ?? "") ?? []
  if (!day || Number.isNaN(Date.parse(day))) return undefined
  return time && !Number.isNaN(Date.parse(day + time)) ? day + time : day
}

function addressOf(href: string, base: string | undefined): string | undefined {
  const url = href === "" ? null : URL.parse(href, base)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

function defined(about: { [Key in keyof PageMetadata]: PageMetadata[Key] | undefined }): PageMetadata {
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined))
}
