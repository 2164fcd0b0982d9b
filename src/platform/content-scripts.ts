import { sitePattern } from "./permissions.ts"

/**
 * The built content script on sites beyond the manifest's own. Without the host permission registering succeeds
 * silently and does nothing (w3c/webextensions#356): ask `permissions.contains` first.
 */
export const contentScripts = {
  /** For good, also after a restart of the browser. Twice is once. */
  async register(origin: string): Promise<void> {
    if (await contentScripts.isRegistered(origin)) return
    await chrome.scripting.registerContentScripts([
      {
        id: idOf(origin),
        js: builtFiles(),
        matches: [sitePattern(origin)],
        runAt: "document_idle",
        allFrames: false,
        persistAcrossSessions: true
      }
    ])
  },
  async unregister(origin: string): Promise<void> {
    if (await contentScripts.isRegistered(origin))
      await chrome.scripting.unregisterContentScripts({ ids: [idOf(origin)] })
  },
  async isRegistered(origin: string): Promise<boolean> {
    const found = await chrome.scripting.getRegisteredContentScripts({ ids: [idOf(origin)] })
    return found.length > 0
  },
  async registeredOrigins(): Promise<string[]> {
    const found = await chrome.scripting.getRegisteredContentScripts()
    return found.filter(({ id }) => id.startsWith(PREFIX)).map(({ id }) => id.slice(PREFIX.length))
  },
  /**
   * What reads and writes a helpdesk, into a page that may show a ticket. Twice is once. @throws when the tab has gone
   */
  async injectDesk(tabId: number): Promise<void> {
    await chrome.scripting.executeScript({ target: { tabId }, files: [DESK] })
  },
  /**
   * Pages of the site that are open already need no reload. One that can't be reached (crashed, discarded) is left
   * alone.
   */
  async injectIntoOpenTabs(origin: string): Promise<void> {
    const open = await chrome.tabs.query({ url: sitePattern(origin) })
    await Promise.allSettled(
      open.map(async ({ id }) => {
        if (id !== undefined) await chrome.scripting.executeScript({ target: { tabId: id }, files: builtFiles() })
      })
    )
  }
}

/** Given this name by the build (demo/build.ts). */
const DESK = "desk.js"
const PREFIX = "site:"
const idOf = (origin: string) => PREFIX + new URL(origin).origin

/** Plasmo names the file by its content's hash: only the manifest knows it. */
function builtFiles(): string[] {
  return chrome.runtime.getManifest().content_scripts?.[0]?.js ?? []
}
