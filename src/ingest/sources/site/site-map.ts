import { DocumentError } from "../../formats/common/format.ts"
import { singleChunk } from "../../formats/common/text.ts"
import { children, localName, textOf, xmlRecords, type XmlNode } from "../../formats/common/xml.ts"
import { SourceError } from "../../source/source.ts"
import { unpackedFile } from "../web/exchange.ts"
import { isSameHost, onSameHost, type WebClient, charsetOf } from "../web/web-client.ts"

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
  /** The parts that can't be read, and what was left out. */
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
  const walk = new SiteMapWalk(reading)
  let waiting = starts
  for (let depth = 0; waiting.length > 0; depth++) waiting = await walk.readLevel(waiting, depth)
  return walk.end()
}

class SiteMapWalk {
  readonly #reading: SiteReading
  readonly #pages = new Map<string, SitePage>()
  readonly #faults: SiteMap["faults"] = []
  readonly #seen = new Set<string>()
  /** How many addresses of each other host were left out. */
  readonly #others = new Map<string, number>()
  #isWhole = true
  #files = 0
  /** Why the first of the sitemaps at the start couldn't be read. */
  #firstFault: SourceError | undefined

  constructor(reading: SiteReading) {
    this.#reading = reading
  }

  /** Reads the sitemaps of one depth, and returns those that they name. */
  async readLevel(waiting: readonly URL[], depth: number): Promise<URL[]> {
    const next = new Map<string, URL>()
    for (const at of waiting) {
      if (this.#seen.has(at.href) || this.#pages.size >= MAX_PAGES) continue
      this.#seen.add(at.href)
      const isRead = depth < MAX_DEPTH && this.#files < MAX_FILES
      if (isRead) await this.#readFile(at, depth, next)
      else if (depth >= MAX_DEPTH) this.#fail(at.href, `It stands more than ${MAX_DEPTH} sitemaps deep.`)
      else this.#fail(at.href, `The site has more than ${MAX_FILES} sitemaps; those behind are not read.`)
      if (!isRead && this.#files >= MAX_FILES) break
    }
    return [...next.values()]
  }

  end(): SiteMap {
    if (this.#pages.size === 0) throw this.#emptiness()
    for (const [host, count] of this.#others)
      this.#faults.push({
        path: host,
        reason:
          count === 1
            ? "An address of this other host was left out."
            : `${count} addresses of this other host were left out.`
      })
    return {
      pages: [...this.#pages.values()].sort((a, b) => (a.address < b.address ? -1 : 1)),
      faults: this.#faults,
      whole: this.#isWhole
    }
  }

  #emptiness(): SourceError {
    const [fault] = this.#faults
    const reason = fault ? `${fault.path}: ${fault.reason}` : `The sitemap of ${this.#reading.site.host} names no page.`
    return this.#firstFault ?? new SourceError("source-unreadable", reason)
  }

  #fail(path: string, reason: string): void {
    this.#faults.push({ path, reason })
    this.#isWhole = false
  }

  async #readFile(at: URL, depth: number, next: Map<string, URL>): Promise<void> {
    this.#files++
    try {
      for await (const entry of entriesOf(this.#reading, at)) {
        const address = URL.parse(entry.address, at)
        if (!address || !/^https?:$/.test(address.protocol) || address.href.length > MAX_ADDRESS) continue
        address.hash = ""
        if (!isSameHost(address, this.#reading.site)) this.#countOther(address.host)
        else if (entry.isMap) {
          if (!this.#seen.has(address.href) && next.size <= MAX_FILES) next.set(address.href, address)
        } else this.#addPage(address, entry)
      }
    } catch (error) {
      if (!(error instanceof SourceError) && !(error instanceof DocumentError)) throw error
      this.#fail(at.href, error.message)
      if (depth === 0 && error instanceof SourceError) this.#firstFault ??= error
    }
  }

  #countOther(name: string): void {
    const host = this.#others.has(name) || this.#others.size < MAX_HOSTS ? name : "other hosts"
    this.#others.set(host, (this.#others.get(host) ?? 0) + 1)
  }

  #addPage(address: URL, entry: Entry): void {
    const former = this.#pages.get(address.href)
    if (!former && this.#pages.size >= MAX_PAGES)
      throw new SourceError(
        "source-unreadable",
        `The site has more than ${MAX_PAGES} addresses; those behind are not read.`
      )
    this.#pages.set(address.href, pageOf(address, entry, former))
  }
}

const MAX_DEPTH = 5
const MAX_FILES = 500
const MAX_PAGES = 50_000
/** This many other hosts are reported by name. */
const MAX_HOSTS = 100
/** A longer address, in characters, is left out. */
const MAX_ADDRESS = 2000
/** The size limit of the sitemap format, in bytes. */
const MAX_BYTES = 52_428_800

interface Entry {
  address: string
  isMap: boolean
  lastmod?: string
  alternates: { locale: string; address: string }[]
}

async function* entriesOf({ web, signal }: SiteReading, at: URL): AsyncGenerator<Entry, void> {
  const { status, headers, address, bytes } = await web.read(
    at,
    { largest: MAX_BYTES, headers: { accept: "application/xml, text/xml, text/plain;q=0.5" }, follow: onSameHost },
    signal
  )
  if (status !== 200)
    throw new SourceError(
      "source-unreadable",
      status === 404 ? "There is no sitemap at this address." : `It can't be read (status ${status}).`
    )
  const file = unpackedFile(singleChunk(bytes), address, MAX_BYTES, signal)
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
