import { DocumentError } from "../../formats/common/format.ts"
import { singleChunk } from "../../formats/common/text.ts"
import { children, localName, textOf, xmlRecords, type XmlNode } from "../../formats/common/xml.ts"
import { SourceError } from "../../source/source.ts"
import { unpackedFile } from "../web/response-body.ts"
import { isSameHost, onSameHost, type WebClient } from "../web/web-client.ts"
import { charsetOf } from "../web/page-text.ts"

export interface SitePage {
  address: string
  /** The date is as the sitemap states it. */
  lastmod?: string
  /** The locale is a BCP 47 tag. It is present if the sitemap names this address for a language. */
  locale?: string
}

export interface SiteMap {
  /** Each address occurs once. */
  pages: SitePage[]
  /** These are the parts that can't be read and what was left out. */
  faults: { path: string; reason: string }[]
  /** No part of the sitemap is missing. */
  whole: boolean
}

export interface SiteReading {
  web: WebClient
  site: URL
  signal: AbortSignal
}

/**
 * Reads these sitemaps and the sitemaps they name, each once, on the site's own host. It reads at most 50,000 addresses
 * and 500 files, nested at most 5 deep.
 * @throws SourceError if none of the first sitemaps can be read
 */
export async function readSiteMap(reading: SiteReading, starts: URL[]): Promise<SiteMap> {
  const pages = new Map<string, SitePage>()
  const faults: SiteMap["faults"] = []
  const seen = new Set<string>()
  const others = new Map<string, number>()
  let [waiting, whole, files] = [starts, true, 0]
  let firstFault: SourceError | undefined
  const fail = (path: string, reason: string) => {
    faults.push({ path, reason })
    whole = false
  }
  for (let depth = 0; waiting.length > 0; depth++) {
    const next = new Map<string, URL>()
    for (const at of waiting) {
      if (seen.has(at.href) || pages.size >= MOST_PAGES) continue
      seen.add(at.href)
      if (depth >= DEEPEST || files >= MOST_FILES) {
        fail(
          at.href,
          depth >= DEEPEST
            ? `It stands more than ${DEEPEST} sitemaps deep.`
            : `The site has more than ${MOST_FILES} sitemaps; those behind are not read.`
        )
        if (files >= MOST_FILES) break
        continue
      }
      files++
      try {
        for await (const entry of entriesOf(reading, at)) {
          const address = URL.parse(entry.address, at)
          if (!address || !/^https?:$/.test(address.protocol) || address.href.length > LONGEST) continue
          address.hash = ""
          if (!isSameHost(address, reading.site)) {
            const host = others.has(address.host) || others.size < MOST_HOSTS ? address.host : "other hosts"
            others.set(host, (others.get(host) ?? 0) + 1)
          } else if (entry.isMap && (seen.has(address.href) || next.size > MOST_FILES)) continue
          else if (entry.isMap) next.set(address.href, address)
          else if (pages.size >= MOST_PAGES && !pages.has(address.href))
            throw new SourceError(
              "source-unreadable",
              `The site has more than ${MOST_PAGES} addresses; those behind are not read.`
            )
          else pages.set(address.href, pageOf(address, entry, pages.get(address.href)))
        }
      } catch (error) {
        if (!(error instanceof SourceError) && !(error instanceof DocumentError)) throw error
        fail(at.href, error.message)
        if (depth === 0 && error instanceof SourceError) firstFault ??= error
      }
    }
    waiting = [...next.values()]
  }
  if (pages.size === 0)
    throw (
      firstFault ??
      new SourceError(
        "source-unreadable",
        faults[0] ? `${faults[0].path}: ${faults[0].reason}` : `The sitemap of ${reading.site.host} names no page.`
      )
    )
  for (const [host, count] of others)
    faults.push({
      path: host,
      reason: `${count === 1 ? "An address" : `${count} addresses`} of this other host ${count === 1 ? "was" : "were"} left out.`
    })
  return { pages: [...pages.values()].sort((a, b) => (a.address < b.address ? -1 : 1)), faults, whole }
}

const DEEPEST = 5
const MOST_FILES = 500
const MOST_PAGES = 50_000
/** This many other hosts are reported by name. */
const MOST_HOSTS = 100
/** A longer address, in characters, is left out. */
const LONGEST = 2000
/** This is the size limit of the sitemap format, in bytes. */
const LARGEST = 52_428_800

interface Entry {
  address: string
  isMap: boolean
  lastmod?: string
  alternates: { locale: string; address: string }[]
}

async function* entriesOf({ web, signal }: SiteReading, at: URL): AsyncGenerator<Entry, void> {
  const { status, headers, address, bytes } = await web.read(
    at,
    { largest: LARGEST, headers: { accept: "application/xml, text/xml, text/plain;q=0.5" }, follow: onSameHost },
    signal
  )
  if (status !== 200)
    throw new SourceError(
      "source-unreadable",
      status === 404 ? "There is no sitemap at this address." : `It can't be read (status ${status}).`
    )
  const file = unpackedFile(singleChunk(bytes), address, LARGEST, signal)
  if (/^text\/plain/i.test(headers["content-type"] ?? "") || /\.txt$/i.test(at.pathname)) yield* linesOf(file)
  else yield* recordsOf(file, charsetOf(headers["content-type"]))
}

/** Reads a sitemap that is a list of addresses, one a line. */
async function* linesOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<Entry, void> {
  const decoder = new TextDecoder()
  let text = ""
  for await (const chunk of file) text += decoder.decode(chunk, { stream: true })
  for (const line of text.split(/\r?\n/))
    if (/^https?:\/\//i.test(line.trim())) yield { address: line.trim(), isMap: false, alternates: [] }
}

async function* recordsOf(file: AsyncIterable<Uint8Array>, charset: string | undefined): AsyncGenerator<Entry, void> {
  let begun = false
  for await (const event of xmlRecords(file, new Set(["url", "sitemap"]), charset)) {
    if (event.type === "root") {
      if (!ROOTS.has(localName(event.name)))
        throw new DocumentError(`It is no sitemap, but begins with <${event.name.slice(0, 40)}>.`)
      begun = true
    }
    if (event.type === "end" && !begun) throw new DocumentError("It is no sitemap, and perhaps a web page.")
    if (event.type === "end" && event.cut) throw new DocumentError("The sitemap ends in the middle.")
    if (event.type !== "record") continue
    const entry = entryOf(event.node)
    if (entry) yield entry
  }
}

const ROOTS = new Set(["urlset", "sitemapindex"])

/**
 * Reads one entry. Elements of other namespaces, for pictures or films, have a `loc` of their own, so only the entry's
 * own elements count.
 */
function entryOf(record: XmlNode): Entry | undefined {
  const own = (name: string) => children(record).filter((child) => localName(child.name) === name)
  const [loc] = own("loc")
  const [lastmod] = own("lastmod").map((node) => textOf(node).trim())
  if (!loc) return undefined
  const alternates = own("link").flatMap(({ attributes: { hreflang, href } }) =>
    hreflang !== undefined && href !== undefined ? [{ locale: hreflang, address: href }] : []
  )
  return {
    address: textOf(loc).trim(),
    isMap: localName(record.name) === "sitemap",
    alternates,
    ...(lastmod && { lastmod })
  }
}

function pageOf(address: URL, { lastmod, alternates }: Entry, former: SitePage | undefined): SitePage {
  const own = alternates.find(
    (alternate) => alternate.locale !== "x-default" && URL.parse(alternate.address, address)?.href === address.href
  )
  const [changed, locale] = [lastmod ?? former?.lastmod, own?.locale ?? former?.locale]
  return {
    address: address.href,
    ...(changed !== undefined && { lastmod: changed }),
    ...(locale !== undefined && { locale })
  }
}
