import { createHash } from "node:crypto"
import * as z from "zod/mini"
import { parseSavedState } from "../../source/saved-state.ts"
import type { SitePage } from "./site-map.ts"

/** By what a page is known again: "m" and the sitemap's date, "e" and its ETag, or "d" and its Last-Modified. */
export type PageValidator = `${"m" | "e" | "d"}${string}`
/** By address. */
export type PageValidators = Map<string, PageValidator | undefined>

export interface Since {
  /** By address, of what the last whole read took under its own address. */
  looks: { get(address: string): PageValidator | undefined }
  /**
   * When the sitemap's dates were last not relied on, in milliseconds since 1970; absent where this read doesn't
   * either.
   */
  full?: number
}

/** Reads what `writeSince` wrote. What is none, or from another version, knows nothing, and all is read. */
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
 * By what this page can be known again. The sitemap's date counts only once it lies far enough back: a date without a
 * time is the same all day, and a page may change twice.
 * @param validator the server's word for this version, as a look
 */
export function pageValidatorOf(
  { lastmod }: Pick<SitePage, "lastmod">,
  validator: PageValidator | undefined,
  now: number
): PageValidator | undefined {
  return lastmod !== undefined && isSettled(lastmod, now) ? `m${lastmod}` : validator
}

/** Some sitemaps never change their dates: once a week they aren't relied on. */
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

/** Short, for a site has many addresses. */
const key = (address: string): string => createHash("sha256").update(address).digest("base64url").slice(0, 12)
