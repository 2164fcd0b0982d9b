import parseRobots from "robots-parser"
import { SourceError } from "../../source/source.ts"
import { USER_AGENT, onSameHost, type WebClient } from "./web-client.ts"

/** What a host's robots.txt lets us do. */
export interface Robots {
  allows(address: URL): boolean
  /** Addresses of the sitemaps it names, as they stand there. */
  sitemaps: string[]
  /** Milliseconds that it wants between two requests. */
  apart?: number
}

/**
 * Reads a host's robots.txt. One that isn't there (any 4xx) allows everything; one that can't be read now allows
 * nothing, so the reading ends (RFC 9309).
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

/** @param apart "crawl-delay" beyond a minute is taken as one */
export function robotsOf(at: URL, text: string): Robots {
  const rules = parseRobots(at.href, text.slice(0, LONGEST).replace(/\*{2,}/g, "*"))
  const delay = rules.getCrawlDelay(USER_AGENT)
  return {
    allows: (address) => rules.isAllowed(address.href, USER_AGENT) ?? true,
    sitemaps: rules.getSitemaps(),
    ...(delay !== undefined && delay > 0 && { apart: Math.min(delay, LONGEST_DELAY) * 1000 })
  }
}

const LARGEST = 2_000_000
/** Characters that count, as RFC 9309 has it. */
const LONGEST = 512_000
/** Seconds. */
const LONGEST_DELAY = 60
