import type { Root } from "hast"
import { localeOf } from "../common/locale.ts"
import { attribute, elementsOf, textOf } from "./tree.ts"

/** What a page states about itself, apart from its text. */
export interface PageMetadata {
  title?: string
  /** What the page declares. The text may show another language. */
  locale?: string
  /** The page's canonical address, if it has several. */
  url?: string
  /** The date is in ISO 8601. */
  changed?: string
}

/** Reads title, language, address and date of a whole page before anything is removed from it. */
export function readPageMetadata(root: Root, base?: string): PageMetadata {
  const { meta, titles, headings, language, canonical, times } = statementsOf(root)
  const first = (...names: string[]) => names.map((name) => meta.get(name)).find(Boolean)
  return defined({
    title: titleOf(titles[0] ?? "", headings.filter(Boolean), first("og:title"), first("og:site_name")),
    locale: localeOf(language) ?? localeOf(first("og:locale", "content-language", "language")),
    url: addressOf(canonical || first("og:url") || "", base),
    changed: [
      first("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "revised"),
      ...times
    ]
      .map(dateOf)
      .find(Boolean)
  })
}

/** The elements in which a page says what it is, in the page's order. */
interface PageStatements {
  /** The first content of each `meta` element, by its name in lower case. */
  meta: Map<string, string>
  titles: string[]
  headings: string[]
  language: string
  canonical: string
  times: string[]
}

function statementsOf(root: Root): PageStatements {
  const page: PageStatements = { meta: new Map(), titles: [], headings: [], language: "", canonical: "", times: [] }
  for (const element of elementsOf(root)) {
    const { tagName } = element
    const key = keyOf(element)
    if (tagName === "meta" && key && !page.meta.has(key)) page.meta.set(key, attribute(element, "content").trim())
    else if (tagName === "html") page.language = attribute(element, "lang") || attribute(element, "xmlLang")
    else if (tagName === "title") page.titles.push(textOf(element))
    else if (tagName === "h1") page.headings.push(headingText(element))
    else if (tagName === "link" && attribute(element, "rel").split(" ").includes("canonical"))
      page.canonical = attribute(element, "href")
    else if (/datemodified/i.test(attribute(element, "itemProp")))
      page.times.push(attribute(element, "dateTime") || attribute(element, "content") || textOf(element))
  }
  return page
}

const KEYS = ["property", "name", "itemProp", "httpEquiv"]
const keyOf = (element: Parameters<typeof attribute>[0]) =>
  (KEYS.map((name) => attribute(element, name)).find(Boolean) ?? "").toLowerCase()

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

function dateOf(text: string | undefined): string | undefined {
  const [, day, time] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?/.exec(text ?? "") ?? []
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
