import { createHash } from "node:crypto"
import * as z from "zod/mini"
import { parseSavedState } from "../../source/saved-state.ts"
import type { SitePage } from "./site-map.ts"

/** Identifies a version of a page: "m" and the sitemap's date, "e" and its ETag, or "d" and its Last-Modified. */
export type PageValidator = `${"m" | "e" | "d"}${string}`
/** The validators by address. */
export type PageValidators = Map<string, PageValidator | undefined>

export interface Since {
  /** These are, by address, the validators of the pages that the last complete read found under their own address. */
  looks: { get(address: string): PageValidator | undefined }
  /**
   * This is when the sitemap's dates were last ignored, in milliseconds since 1970. It is absent if this read ignores
   * them, too.
   */
  full?: number
}

/**
 * Reads what `writeSince` wrote. Text that is invalid or from another version gives no validators, so everything is
 * read.
 */
export function readSince(since: string | undefined, now: number): Since {
  const saved = parseSavedState(since, shape)
  if (!saved) return { looks: new Map() }
  const { pages, full } = saved
  const rely = now - full < WEEK
  const lookOf = (address: string): PageValidator | undefined => {
    const look = pages[key(address)]
    return look !== undefined && isLook(look) && (rely || !look.startsWith("m")) ? look : undefined
  }
  return { looks: { get: lookOf }, ...(rely && { full }) }
}

export function writeSince({ looks, full }: { looks: PageValidators; full: number }): string {
  const pages = Object.fromEntries(
    [...looks].flatMap(([address, look]) => (look === undefined ? [] : [[key(address), look]]))
  )
  return JSON.stringify({ version: 1, full, pages })
}

/**
 * Returns the validator by which this page can be recognised. The sitemap's date counts only if it is old enough,
 * because a date without a time stays the same all day and a page may change twice.
 * @param validator the validator from the server's headers
 */
export function pageValidatorOf(
  { lastmod }: Pick<SitePage, "lastmod">,
  validator: PageValidator | undefined,
  now: number
): PageValidator | undefined {
  return lastmod !== undefined && isSettled(lastmod, now) ? `m${lastmod}` : validator
}

/** Some sitemaps never change their dates, so the dates are ignored once a week. */
const WEEK = 7 * 24 * 3600 * 1000
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const shape = z.object({ version: z.literal(1), full: z.number(), pages: z.record(z.string(), z.string()) })

const isLook = (text: string): text is PageValidator => /^[med]./.test(text)

function isSettled(lastmod: string, now: number): boolean {
  const time = Date.parse(lastmod)
  if (Number.isNaN(time)) return false
  return time + (/T\d/.test(lastmod) ? 5 * MINUTE : 2 * DAY) < now
}

/** The key is short, because a site has many addresses. */
const key = (address: string): string => createHash("sha256").update(address).digest("base64url").slice(0, 12)
