import type { CommandAnswer } from "../../protocol/panel.ts"
import type { PopupStatus } from "../../protocol/popup.ts"
import type { Browser } from "../../platform/browser.ts"
import { sitePattern } from "../../platform/permissions.ts"
import { managedPolicy } from "../session/managed-policy.ts"
import { framedSites, keptSites } from "./kept-sites.ts"
import type { HelpdeskTab, TrackedTabs } from "./tracked-tabs.ts"

/**
 * Sites besides the built-in ones on which tickets are read. The popup asks for the permission itself, in its click.
 */
export function createSiteSwitch(browser: Browser, tabs: TrackedTabs) {
  const sites = keptSites(browser.local, "sites")
  const framed = framedSites(browser)
  return {
    async set(origin: string, on: boolean): Promise<CommandAnswer> {
      if (!isWebOrigin(origin)) return { ok: false, code: "no-site" }
      if (!on) {
        await browser.contentScripts.unregister(origin)
        await sites.remove(origin)
        if (!browser.permissions.builtIn(origin)) await browser.permissions.remove(origin)
        return { ok: true }
      }
      if (!(await managedPolicy(browser)).allows(origin)) return { ok: false, code: "policy" }
      // Without the permission, registering would succeed and do nothing.
      if (!(await browser.permissions.contains(origin))) return { ok: false, code: "no-permission" }
      if (await browser.contentScripts.isRegistered(origin)) return { ok: true }
      if (!browser.permissions.builtIn(origin)) {
        await browser.contentScripts.register(origin)
        await sites.add(origin)
      }
      await browser.contentScripts.injectIntoOpenTabs(origin)
      return { ok: true }
    },
    /**
     * The site in front, in the given window or the one that was last used. If the popup is in a tab of its own, it is
     * the helpdesk that was last in front. The browser tells the address of a site that isn't allowed only after the
     * person has pressed the extension's icon there.
     */
    async inFront(windowId?: number): Promise<PopupStatus["site"]> {
      const front = await browser.tabs.inFront(windowId)
      const known =
        (front && (await tabs.byTab(front.id))) ?? (isWebOrigin(front?.url) ? undefined : await tabs.lastInFront())
      const origin = known?.origin ?? (front?.url === undefined ? undefined : new URL(front.url).origin)
      if (!isWebOrigin(origin)) return undefined
      const builtIn = browser.permissions.builtIn(origin)
      const { allows, unknown } = await managedPolicy(browser)
      if (!allows(origin)) return { origin, on: false, builtIn, forbidden: true, ...(unknown ? { unknown } : {}) }
      const on = await isSiteOn(browser, origin)
      const tabId = known?.tabId ?? front?.id
      return {
        origin,
        on,
        builtIn,
        ...(tabId !== undefined && { tabId }),
        ...((await framed.has(origin)) ? { framed: true } : {}),
        ...(known?.ticket ? { ticket: known.ticket.ticketId } : {})
      }
    },
    /**
     * If a site was removed in the browser's own settings, nothing is read there any more, so it is forgotten here too.
     */
    async takenAway(patterns: string[]): Promise<void> {
      for (const origin of await browser.contentScripts.registeredOrigins())
        if (patterns.includes(sitePattern(origin))) {
          await browser.contentScripts.unregister(origin)
          await sites.remove(origin)
        }
    },
    /**
     * Brings the script into the open pages of all sites that may be read. It is called when the extension was installed
     * or updated: an update ends the scripts that pages have, and the browser forgets which sites were registered, or
     * keeps them with the files of the version before.
     */
    async bringAnew(): Promise<void> {
      const { allows } = await managedPolicy(browser)
      const kept = new Set([...(await sites.all()), ...(await browser.contentScripts.registeredOrigins())])
      for (const origin of kept) {
        await browser.contentScripts.unregister(origin)
        if (await browser.permissions.contains(origin)) await browser.contentScripts.register(origin)
        else await sites.remove(origin)
      }
      const open = new Set((await browser.tabs.visible()).map(({ url }) => url).filter(isWebOrigin))
      for (const origin of new Set([...open].map((url) => new URL(url).origin)))
        if (allows(origin) && (await isSiteOn(browser, origin))) await browser.contentScripts.injectIntoOpenTabs(origin)
    },
    /**
     * Forgets the tabs of sites that aren't read any more. Their scripts live until the page is loaded anew, and nobody
     * listens to them, so that nobody hears what they show next. @returns what the tabs showed
     */
    async forgetTabs(): Promise<HelpdeskTab[]> {
      const { allows } = await managedPolicy(browser)
      const forgotten: HelpdeskTab[] = []
      for (const tabId of await tabs.all()) {
        const tab = await tabs.byTab(tabId)
        if (!tab || (allows(tab.origin, tab.ticket?.helpdesk) && (await isSiteOn(browser, tab.origin)))) continue
        await tabs.forget(tabId)
        forgotten.push(tab)
      }
      return forgotten
    },
    /** Notes whether the helpdesk itself greets and signs, so that Insert leaves both out of a draft. */
    async setFramed(origin: string, isFramed: boolean): Promise<CommandAnswer> {
      if (!isWebOrigin(origin)) return { ok: false, code: "no-site" }
      await (isFramed ? framed.add(origin) : framed.remove(origin))
      return { ok: true }
    },
    async forgetAll(): Promise<void> {
      for (const origin of await browser.contentScripts.registeredOrigins()) {
        await browser.contentScripts.unregister(origin)
        await browser.permissions.remove(origin)
        await sites.remove(origin)
      }
    }
  }
}

/**
 * Returns whether the person has allowed the site, and hasn't taken it back in the browser's settings. In Firefox that
 * can be done with built-in sites, too.
 */
export async function isSiteOn(
  { permissions, contentScripts }: Pick<Browser, "permissions" | "contentScripts">,
  origin: string
): Promise<boolean> {
  const isSet = permissions.builtIn(origin) || (await contentScripts.isRegistered(origin))
  return isSet && (await permissions.contains(origin))
}

/** Returns whether the organisation lets the page in a tab be read. A page of no website is none of its sites. */
export async function isTabAllowed(browser: Pick<Browser, "managed" | "tabs">, tabId: number): Promise<boolean> {
  const address = await browser.tabs.addressOf(tabId)
  return !isWebOrigin(address) || (await managedPolicy(browser)).allows(new URL(address).origin)
}

export function isWebOrigin(address: string | undefined): address is string {
  return address !== undefined && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}
