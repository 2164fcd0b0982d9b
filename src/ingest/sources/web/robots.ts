import parseRobots from "robots-parser"
import { SourceError } from "../../source/source.ts"
import { USER_AGENT, onSameHost, type WebClient } from "./web-client.ts"

/** What a host's robots.txt allows this import to do. */
export interface Robots {
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
export async function readRobots(web: WebClient, site: URL, signal: AbortSignal): Promise<Robots> {
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
export function robotsOf(at: URL, text: string): Robots {
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
