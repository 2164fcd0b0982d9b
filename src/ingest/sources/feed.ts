import * as z from "zod/mini"
import type { Visibility } from "../../ticket/ticket.ts"
import { feed as format } from "../formats/feed.ts"
import { DocumentError } from "../formats/common/format.ts"
import { productsOfFeed } from "../reading/documents-of-file.ts"
import type { ImportSourceKind } from "../source/source-kind.ts"
import {
  collectionNamed,
  parseSavedState,
  SourceError,
  type ReadFrom,
  type ImportSource,
  type SourceItem
} from "../source/source.ts"
import { unpackedFile } from "./web/exchange.ts"
import {
  createWebClient,
  type WebClient,
  type WebAnswer,
  type WebOptions,
  charsetOf,
  addressIn,
  allowedHosts,
  WEB_OPTIONS
} from "./web/web-client.ts"
import { readAddress } from "./web/ssrf-guard.ts"

/** Opens an address that ends as feeds do, unless it is a sitemap's. */
export const feed: ImportSourceKind = {
  kind: "feed",
  usage:
    "[feed:]https://SHOP.EXAMPLE.COM/products.xml [--allow-host HOST]   a product feed: Google Merchant XML, JSON or CSV",
  options: WEB_OPTIONS,
  async open(argument, { visibility, values }) {
    const { address, named } = addressIn(argument, "feed") ?? {}
    if (address === undefined) return undefined
    const { href, pathname } = readAddress(address)
    if (
      named !== true &&
      (/sitemap/i.test(href) || !/\.(?:xml|rss|atom|csv|tsv|jsonl?|ndjson)(?:\.gz)?$/i.test(pathname))
    )
      return undefined
    return { source: feedSource({ address, visibility, allowHosts: allowedHosts(values) }), argument: `feed:${href}` }
  }
}

export interface FeedOptions extends WebOptions {
  address: string
  visibility?: Visibility
}

/**
 * Reads the products of the feed at an address. The feed is read as a stream, whatever its size. If the server reports
 * it as unchanged, it isn't fetched again.
 * @throws SourceError if the address is invalid
 */
export function feedSource({ address, visibility = "public", ...options }: FeedOptions): ImportSource {
  const at = readAddress(address)
  return {
    kind: "feed",
    collection: collectionNamed(at.hostname, at.href),
    label: at.host + at.pathname,
    async *read(from, signal) {
      const web = createWebClient(options)
      try {
        yield* readAt({ web, at, visibility }, from, signal)
      } finally {
        web.close()
      }
    }
  }
}

/** These headers identify one version of the feed. */
const version = z.object({ etag: z.optional(z.string()), modified: z.optional(z.string()) })
type Version = z.infer<typeof version>

const STRETCH = 500
const HALF_AN_HOUR = 30 * 60_000

async function* readAt(
  { web, at, visibility }: { web: WebClient; at: URL; visibility: Visibility },
  from: ReadFrom,
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const before = parseSavedState(from.since, version) ?? {}
  const unless = from.at === undefined ? before : {}
  const answer = await web.open(
    at,
    {
      largest: format.largest,
      total: HALF_AN_HOUR,
      unless,
      headers: { accept: "application/xml, application/json, text/csv, */*;q=0.5" }
    },
    signal
  )
  if (answer.status === 304)
    return yield { type: "end", all: false, ...(from.since !== undefined && { since: from.since }) }
  if (answer.status !== 200) throw refusal(at, answer)
  const now = versionOf(answer)
  const mark = JSON.stringify(now)
  // Products stand at the same positions only if the feed's version is exactly the same.
  const known = from.at?.endsWith(` ${mark}`) === true && mark !== "{}" ? Number.parseInt(from.at) : 0
  const path = at.host + at.pathname
  const open = async () => unpackedFile(answer.body, at, format.largest, signal)
  let count = 0
  try {
    for await (const item of productsOfFeed(
      { path, size: 0, visibility, open },
      signal,
      charsetOf(answer.headers["content-type"])
    )) {
      if (++count > known) yield item
      if (count > known && count % STRETCH === 0) yield { type: "at", at: `${count} ${mark}` }
    }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    if (count === 0) throw new SourceError("source-unreadable", `${at.href}: ${error.message}`, { cause: error })
    yield { type: "failed", path, reason: error.message }
    return yield { type: "end", all: false }
  } finally {
    answer.discard()
  }
  yield { type: "end", all: true, ...(mark !== "{}" && { since: mark }) }
}

function refusal({ href, host }: URL, { status, discard }: WebAnswer): SourceError {
  discard()
  if (status === 401 || status === 403)
    return new SourceError(
      "source-refused",
      `${host} doesn't let us read the feed without signing in (status ${status}).`
    )
  if (status === 404 || status === 410)
    return new SourceError(
      "source-unreadable",
      `There is no feed at ${href} (status ${status}). What was taken of it before stays.`
    )
  return new SourceError(
    status >= 500 ? "source-away" : "source-unreadable",
    `The feed at ${href} can't be read (status ${status}).`
  )
}

function versionOf({ headers: { etag, "last-modified": modified } }: WebAnswer): Version {
  return { ...(etag !== undefined && { etag }), ...(modified !== undefined && { modified }) }
}
