import type { CommandAnswer } from "../../protocol/panel.ts"
import type { PopupStatus } from "../../protocol/popup.ts"
import type { Browser } from "../../platform/browser.ts"
import { sitePattern } from "../../platform/permissions.ts"
import { managedPolicy } from "../session/managed-policy.ts"
import type { HelpdeskTab, TrackedTabs } from "./tracked-tabs.ts"
import * as z from "zod/mini"

/**
 * Sites besides the built-in ones on which tickets are read. The popup asks for the permission itself, in its click.
 */
export class SiteSwitch {
  readonly #browser: Browser
  readonly #tabs: TrackedTabs
  readonly #sites: KeptSites
  readonly #framed: KeptSites

  constructor(browser: Browser, tabs: TrackedTabs) {
    this.#browser = browser
    this.#tabs = tabs
    this.#sites = keptSites(browser.local, "sites")
    this.#framed = framedSites(browser)
  }

  async set(origin: string, on: boolean): Promise<CommandAnswer> {
    if (!isWebOrigin(origin)) return { ok: false, code: "no-site" }
    if (!on) {
      await this.#browser.contentScripts.unregister(origin)
      await this.#sites.remove(origin)
      if (!this.#browser.permissions.builtIn(origin)) await this.#browser.permissions.remove(origin)
      return { ok: true }
    }
    if (!(await managedPolicy(this.#browser)).allows(origin)) return { ok: false, code: "policy" }
    // Without the permission, registering would succeed and do nothing.
    if (!(await this.#browser.permissions.contains(origin))) return { ok: false, code: "no-permission" }
    if (await this.#browser.contentScripts.isRegistered(origin)) return { ok: true }
    if (!this.#browser.permissions.builtIn(origin)) {
      await this.#browser.contentScripts.register(origin)
      await this.#sites.add(origin)
    }
    await this.#browser.contentScripts.injectIntoOpenTabs(origin)
    return { ok: true }
  }

  /**
   * The site in front, in the given window or the one that was last used. If the popup is in a tab of its own, it is
   * the helpdesk that was last in front. The browser tells the address of a site that isn't allowed only after the
   * person has pressed the extension's icon there.
   */
  async inFront(windowId?: number): Promise<PopupStatus["site"]> {
    const front = await this.#browser.tabs.inFront(windowId)
    const tracked =
      (front && (await this.#tabs.byTab(front.id))) ??
      (isWebOrigin(front?.url) ? undefined : await this.#tabs.lastInFront())
    const origin = tracked?.origin ?? (front?.url === undefined ? undefined : new URL(front.url).origin)
    if (!isWebOrigin(origin)) return undefined
    const builtIn = this.#browser.permissions.builtIn(origin)
    const { allows, unknown } = await managedPolicy(this.#browser)
    if (!allows(origin)) return { origin, on: false, builtIn, forbidden: true, ...(unknown ? { unknown } : {}) }
    const on = await isSiteOn(this.#browser, origin)
    const tabId = tracked?.tabId ?? front?.id
    return {
      origin,
      on,
      builtIn,
      ...(tabId !== undefined && { tabId }),
      ...((await this.#framed.has(origin)) ? { framed: true } : {}),
      ...(tracked?.ticket ? { ticket: tracked.ticket.ticketId } : {})
    }
  }

  /**
   * If a site was removed in the browser's own settings, nothing is read there any more, so it is forgotten here too.
   */
  async takenAway(patterns: string[]): Promise<void> {
    for (const origin of await this.#browser.contentScripts.registeredOrigins())
      if (patterns.includes(sitePattern(origin))) {
        await this.#browser.contentScripts.unregister(origin)
        await this.#sites.remove(origin)
      }
  }

  /**
   * Brings the script into the open pages of all sites that may be read. It is called when the extension was installed
   * or updated: an update ends the scripts that pages have, and the browser forgets which sites were registered, or
   * keeps them with the files of the version before.
   */
  async bringAnew(): Promise<void> {
    const { allows } = await managedPolicy(this.#browser)
    const origins = new Set([...(await this.#sites.all()), ...(await this.#browser.contentScripts.registeredOrigins())])
    for (const origin of origins) {
      await this.#browser.contentScripts.unregister(origin)
      if (await this.#browser.permissions.contains(origin)) await this.#browser.contentScripts.register(origin)
      else await this.#sites.remove(origin)
    }
    const open = new Set((await this.#browser.tabs.visible()).map(({ url }) => url).filter(isWebOrigin))
    for (const origin of new Set([...open].map((url) => new URL(url).origin)))
      if (allows(origin) && (await isSiteOn(this.#browser, origin)))
        await this.#browser.contentScripts.injectIntoOpenTabs(origin)
  }

  /**
   * Forgets the tabs of sites that aren't read any more. Their scripts live until the page is loaded anew, and nobody
   * listens to them, so that nobody hears what they show next. @returns what the tabs showed
   */
  async forgetTabs(): Promise<HelpdeskTab[]> {
    const { allows } = await managedPolicy(this.#browser)
    const forgotten: HelpdeskTab[] = []
    for (const tabId of await this.#tabs.all()) {
      const tab = await this.#tabs.byTab(tabId)
      if (!tab || (allows(tab.origin, tab.ticket?.helpdesk) && (await isSiteOn(this.#browser, tab.origin)))) continue
      await this.#tabs.forget(tabId)
      forgotten.push(tab)
    }
    return forgotten
  }

  /** Notes whether the helpdesk itself greets and signs, so that Insert leaves both out of a draft. */
  async setFramed(origin: string, isFramed: boolean): Promise<CommandAnswer> {
    if (!isWebOrigin(origin)) return { ok: false, code: "no-site" }
    await (isFramed ? this.#framed.add(origin) : this.#framed.remove(origin))
    return { ok: true }
  }

  async forgetAll(): Promise<void> {
    for (const origin of await this.#browser.contentScripts.registeredOrigins()) {
      await this.#browser.contentScripts.unregister(origin)
      await this.#browser.permissions.remove(origin)
      await this.#sites.remove(origin)
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

type KeptSites = ReturnType<typeof keptSites>

/**
 * Sites that are kept under a name: "sites" were switched on, which outlives an update of the extension as the
 * browser's own list does not; at "framed-sites" the helpdesk itself greets and signs.
 */
function keptSites(local: Browser["local"], name: "sites" | "framed-sites") {
  const all = async (): Promise<string[]> => {
    const found = z.array(z.string()).safeParse(await local.get(name))
    return found.success ? found.data : []
  }
  const change = async (of: (before: string[]) => string[]) => local.set(name, of(await all()))
  return {
    all,
    has: async (origin: string) => (await all()).includes(origin),
    add: (origin: string) => change((before) => [...new Set([...before, origin])]),
    remove: (origin: string) => change((before) => before.filter((one) => one !== origin))
  }
}

/** The sites at which the helpdesk itself greets and signs. */
export const framedSites = ({ local }: Pick<Browser, "local">) => keptSites(local, "framed-sites")
