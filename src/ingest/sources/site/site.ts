import parseRobots from "robots-parser"
import type { Visibility } from "../../../ticket/ticket.ts"
import { readSiteMap, type SitePage } from "./site-map.ts"
import { readPage, type PageOutcome, pageValidatorOf, readSince, writeSince, type PageValidators } from "./site-page.ts"
import type { ImportSourceKind } from "../../source/source-kind.ts"
import { collectionNamed, SourceError, type ReadFrom, type ImportSource, type SourceItem } from "../../source/source.ts"
import {
  createWebClient,
  isSameHost,
  type WebOptions,
  USER_AGENT,
  onSameHost,
  type WebClient,
  addressIn,
  allowedHosts,
  numberIn,
  WEB_OPTIONS
} from "../web/web-client.ts"
import { readAddress } from "../web/ssrf-guard.ts"
import { createRateLimiter, systemClock } from "../web/retry-request.ts"

/** Opens an address that no other kind accepts. */
export const site: ImportSourceKind = {
  kind: "site",
  usage:
    "[site:]https://HELP.EXAMPLE.COM/ [--rate N] [--allow-host HOST]   the pages of a site, or of a part of it, by its sitemap; N requests a second, 5 unless told",
  options: { ...WEB_OPTIONS, rate: { type: "string" } },
  async open(argument, { visibility, values }) {
    const { address } = addressIn(argument, "site") ?? {}
    if (address === undefined) return undefined
    const perSecond = numberIn(values, "rate", 0.01, 50)
    const source = siteSource({
      address,
      visibility,
      allowHosts: allowedHosts(values),
      ...(perSecond !== undefined && { perSecond })
    })
    return { source, argument: `site:${readAddress(address).href}` }
  }
}

export interface SiteOptions extends WebOptions {
  /** The address is that of a sitemap, of a whole site or of a part of it (`https://example.com/help/`). */
  address: string
  visibility?: Visibility
  /** This many requests a second are sent at most. The site's robots.txt may ask for fewer. The default is 5. */
  perSecond?: number
}

/**
 * Reads a web site by its sitemap: the pages of its own host that robots.txt allows, in the order of their addresses. A
 * page that hasn't changed since the last read, by the sitemap's dates or the server's headers, isn't fetched again.
 * @throws SourceError if the address is invalid
 */
export function siteSource({
  address,
  visibility = "public",
  perSecond = 5,
  clock = systemClock,
  ...options
}: SiteOptions): ImportSource {
  const start = readAddress(address)
  return {
    kind: "site",
    collection: collectionNamed(start.hostname, start.href),
    label: start.host + (start.pathname === "/" ? "" : start.pathname),
    async *read(from, caller) {
      const ended = new AbortController()
      const signal = AbortSignal.any([caller, ended.signal])
      const pace = createRateLimiter(perSecond, clock)
      const web = createWebClient({ ...options, clock, turn: pace.turn })
      try {
        yield* readSite({ web, site: start, slowDown: pace.slowDown, now: clock.now(), visibility, signal }, from)
      } finally {
        ended.abort()
        web.close()
      }
    }
  }
}

export interface Reading {
  web: ReturnType<typeof createWebClient>
  site: URL
  slowDown(apart: number): void
  /** When the read began, in milliseconds since 1970. */
  now: number
  visibility: Visibility
  signal: AbortSignal
}

/** This many pages are requested before the first of them has arrived. */
const AHEAD = 4
/** If this many pages in a row can't be fetched, the read ends and can be continued later. */
const MAX_AWAY = 5
/** An interrupted read repeats at most this many pages. */
const STRETCH = 10

async function* readSite(reading: Reading, { at, since }: ReadFrom): AsyncGenerator<SourceItem, void> {
  const { pages, faults, whole, allows } = await pagesOf(reading)
  for (const { path, reason } of faults) yield { type: "failed", path, reason }
  yield { type: "total", documents: pages.length }
  const addresses = new Set(pages.map(({ address }) => address))
  const before = readSince(since, reading.now)
  const looks: PageValidators = new Map()
  const rest = at === undefined ? pages : pages.filter(({ address }) => address > at)
  if (at !== undefined)
    for (const page of pages) if (page.address <= at) looks.set(page.address, before.looks.get(page.address))
  const addressOfDocument = new Map<string, string>()
  let [away, stretch, twins] = [0, 0, 0]
  const read = (page: SitePage) => readPage(reading, page, { known: before.looks.get(page.address), allows, addresses })
  for await (const outcome of readAhead(rest, AHEAD, read)) {
    away = outcome.away ? away + 1 : 0
    if (outcome.away && away >= MAX_AWAY) throw outcome.away
    const twin = outcome.item.type === "document" ? addressOfDocument.get(outcome.item.document.id) : undefined
    if (twin !== undefined)
      yield {
        type: "failed",
        path: outcome.page.address,
        id: outcome.page.address,
        reason: `It leads to the same page as ${twin}.`
      }
    else if (outcome.item.type === "twin") twins++
    else yield outcome.item
    note(outcome, addressOfDocument, looks, reading.now)
    if (away === 0 && ++stretch % STRETCH === 0) yield { type: "at", at: outcome.page.address }
  }
  if (twins > pages.length / 2)
    yield {
      type: "failed",
      path: reading.site.href,
      reason: `${twins} of ${pages.length} pages say that another address of the site is their own (rel="canonical"), so they were not taken.`
    }
  yield { type: "end", all: whole, since: writeSince({ looks, full: before.full ?? reading.now }) }
}

/** Returns the pages to read, and what was left out. */
async function pagesOf(reading: Reading) {
  const { web, site, signal } = reading
  const robots = await readRobots(web, site, signal)
  if (robots.apart !== undefined) reading.slowDown(robots.apart)
  const isMap = /\.(?:xml|txt|gz)$/i.test(site.pathname) || /sitemap/i.test(site.pathname + site.search)
  const named = robots.sitemaps
    .map((text) => URL.parse(text, site))
    .filter((address) => address !== null)
    .filter((address) => isSameHost(address, site))
  const starts = isMap ? [site] : named.length > 0 ? named : [new URL("/sitemap.xml", site)]
  const map = await readSiteMap(reading, starts)
  const below = isMap ? "/" : site.pathname
  const inside = map.pages.filter(({ address }) => new URL(address).pathname.startsWith(below))
  const allows = (address: URL) => robots.allows(new URL(address.pathname + address.search, site))
  const pages = inside.filter(({ address }) => allows(new URL(address)))
  if (inside.length === 0)
    throw new SourceError("source-unreadable", `The sitemap of ${site.host} names no page below ${below}.`)
  if (pages.length === 0)
    throw new SourceError(
      "source-refused",
      `The robots.txt of ${site.host} doesn't allow its pages to be read. It can allow "Replywright" by that name.`
    )
  const shut = inside.length - pages.length
  const faults =
    shut === 0
      ? map.faults
      : [
          ...map.faults,
          {
            path: new URL("/robots.txt", site).href,
            reason: `It keeps ${shut} of ${inside.length} pages from being read.`
          }
        ]
  return { pages, faults, whole: map.whole, allows }
}

function note(
  { page, item, validator }: PageOutcome,
  addressOfDocument: Map<string, string>,
  looks: PageValidators,
  now: number
): void {
  if (item.type === "document")
    addressOfDocument.set(item.document.id, addressOfDocument.get(item.document.id) ?? page.address)
  // Only a page that stands under its own address can be recognised as unchanged next time.
  if (item.type === "standing" || (item.type === "document" && item.document.id === page.address))
    looks.set(page.address, pageValidatorOf(page, validator, now))
}

/**
 * Works on the next few items while the caller waits for the first. It yields the results in the order of the items,
 * and the first error ends it.
 */
async function* readAhead<T, R>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>
): AsyncGenerator<R, void> {
  const running: Promise<R>[] = []
  for (const item of items) {
    const job = work(item)
    // An error that occurs while an earlier item is awaited is thrown when its own item is awaited. If the earlier item
    // fails, it is dropped.
    job.catch(() => undefined)
    running.push(job)
    const first = running.length >= atOnce ? running.shift() : undefined
    if (first) yield await first
  }
  for (const job of running) yield await job
}

/** What a host's robots.txt allows this import to do. */
interface Robots {
  allows(address: URL): boolean
  /** The sitemap addresses that the file names, as written. */
  sitemaps: string[]
  /** This many milliseconds are requested between two requests. */
  apart?: number
}

/**
 * Reads a host's robots.txt. A file that doesn't exist (any 4xx) allows everything. A file that can't be read at the
 * moment allows nothing, so the read ends (RFC 9309).
 * @throws SourceError
 */
async function readRobots(web: WebClient, site: URL, signal: AbortSignal): Promise<Robots> {
  const at = new URL("/robots.txt", site)
  const { status, bytes } = await web.read(at, { largest: LARGEST, follow: onSameHost }, signal)
  if (status >= 500)
    throw new SourceError(
      "source-away",
      `${at.href} can't be read (status ${status}), so it isn't known what of ${at.host} may be read.`
    )
  return robotsOf(at, status === 200 ? new TextDecoder().decode(bytes) : "")
}

/** Reads the text of a robots.txt. A "crawl-delay" of more than a minute counts as a minute. */
function robotsOf(at: URL, text: string): Robots {
  const rules = parseRobots(at.href, text.slice(0, LONGEST).replace(/\*{2,}/g, "*"))
  const delay = rules.getCrawlDelay(USER_AGENT)
  return {
    allows: (address) => rules.isAllowed(address.href, USER_AGENT) ?? true,
    sitemaps: rules.getSitemaps(),
    ...(delay !== undefined && delay > 0 && { apart: Math.min(delay, MAX_DELAY) * 1000 })
  }
}

const LARGEST = 2_000_000
/** This many characters count, as RFC 9309 says. */
const LONGEST = 512_000
/** The delay is in seconds. */
const MAX_DELAY = 60
