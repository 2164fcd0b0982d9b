import { allowedOrigins, isOwn } from "../../lookups/run-lookup.ts"
import type { Browser } from "../../platform/browser.ts"
import type { WipedPart } from "../../protocol/popup.ts"
import type { Database } from "../../store/database.ts"
import { helpdeskApis } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import type { Account } from "./account.ts"

interface WipedRooms {
  browser: Browser
  sites: { forgetAll(): Promise<void> }
  account: Account
  database: Database
}

/**
 * Deletes everything that is kept in this browser. What can't be deleted doesn't keep the rest.
 * @param failed is called with each error
 * @returns the parts of which something may still be there
 */
export async function wipe(
  { browser, sites, account, database }: WipedRooms,
  failed: (error: unknown) => Promise<void>
): Promise<WipedPart[]> {
  const parts: [WipedPart, () => Promise<void>][] = [
    ["sites", () => sites.forgetAll()],
    // The lookups are known until the sign-in is forgotten.
    ["sites", () => giveBackLookups(browser, account)],
    ["sites", () => giveBackApis(browser)],
    ["sign-in", () => account.forget()],
    ["drafts", () => database.wipe()]
  ]
  const left = new Set<WipedPart>()
  for (const [part, work] of parts)
    try {
      await work()
    } catch (error) {
      left.add(part)
      await failed(error)
    }
  return [...left]
}

/** Gives back the systems that lookups were allowed to ask. */
async function giveBackLookups({ permissions }: Browser, account: Account): Promise<void> {
  for (const one of await account.lookups.ready())
    for (const origin of isOwn(one) ? [] : allowedOrigins(one, "")) await permissions.remove(origin)
}

/** Gives back the APIs of helpdesks that were allowed to be asked. */
async function giveBackApis({ permissions }: Browser): Promise<void> {
  for (const { origin } of Object.values(helpdeskApis)) await permissions.remove(origin)
}
