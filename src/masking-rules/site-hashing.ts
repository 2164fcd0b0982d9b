import { createHmac, randomBytes } from "node:crypto"
import type { Kysely } from "kysely"
import * as z from "zod/mini"
import type { Schema } from "../storage/schema.ts"
import { readSetting, writeSetting } from "../storage/team-setting.ts"

/** How this team's sites are stored. @see docs/decisions/0026-tickets-by-site-and-number.md */
export interface SiteHashing {
  /** 32 bytes in base64 while sites are hashed. The team's browsers make their hashes with it. */
  key: string | undefined
  /** Returns the site as it is stored. A browser that doesn't know of the switch yet sends the origin itself. */
  stored(site: string): string
  /** Returns every form in which the site may be stored, because hashing may have been switched on and off since. */
  forms(site: string): string[]
}

export async function readSiteHashing(db: Kysely<Schema>): Promise<SiteHashing> {
  return siteHashingOf((await readSetting(db, SITES_SETTING)) ?? null)
}

/** Returns the same for the value of {@link SITES_SETTING}, where it was read with something else. */
export function siteHashingOf(value: string | null): SiteHashing {
  const { key, hashed } = value === null ? NEVER : setting.parse(JSON.parse(value))
  const hash = (site: string) => (key === undefined || !isOrigin(site) ? site : hashOf(key, site))
  return {
    key: hashed ? key : undefined,
    stored: (site) => (hashed ? hash(site) : site),
    forms: (site) => [...new Set([site, hash(site)])]
  }
}

/**
 * Sets whether sites are hashed from now on. The key is made once, so that a hash stays the same when hashing is
 * switched off and on again.
 */
export async function setSiteHashing(work: Kysely<Schema>, hashed: boolean): Promise<void> {
  const value = await readSetting(work, SITES_SETTING)
  const { key = randomBytes(32).toString("base64") } = value === undefined ? NEVER : setting.parse(JSON.parse(value))
  await writeSetting(work, SITES_SETTING, JSON.stringify({ key, hashed } satisfies z.infer<typeof setting>))
}

/** The name of the setting. */
export const SITES_SETTING = "sites"
const setting = z.object({ key: z.optional(z.string()), hashed: z.boolean() })
const NEVER: z.infer<typeof setting> = { hashed: false }

const isOrigin = (site: string) => site.startsWith("http")

/** Hashes a site as `keyedHash` of the extension does. */
function hashOf(key: string, site: string): string {
  return `hmac:${createHmac("sha256", Buffer.from(key, "base64")).update(site).digest("base64url")}`
}
