import { sitePattern } from "./permissions.ts"

/**
 * Registers the built content script on sites beyond the manifest's own. Without the host permission, registering
 * succeeds silently and does nothing (w3c/webextensions#356), so ask `permissions.contains` first.
 */
export const contentScripts = {
  /** Registers the script for good, also after a restart of the browser. Registering it twice has no further effect. */
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
   * Injects the script that reads and writes tickets into a page, after the scripts of those helpdesks, by which it
   * does so. Injecting one twice has no further effect. @throws if the tab has gone, or one of the scripts is missing
   */
  async injectDesk(tabId: number, helpdesks: readonly string[] = []): Promise<void> {
    await chrome.scripting.executeScript({ target: { tabId }, files: [...helpdesks.map(adapterOf), DESK] })
  },
  /** Injects the script by which an agent shows where the ticket is. @throws if the tab has gone or isn't allowed */
  async injectPicker(tabId: number): Promise<void> {
    await chrome.scripting.executeScript({ target: { tabId }, files: [PICKER] })
  },
  /**
   * Injects the script into pages of the site that are already open, so that they need no reload. A page that can't be
   * reached (crashed, discarded) is ignored.
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

/** The build gives the files these names (demo/build.ts). */
const DESK = "desk.js"
const PICKER = "picker.js"
const adapterOf = (helpdesk: string) => `adapter-${helpdesk}.js`
const PREFIX = "site:"
const idOf = (origin: string) => PREFIX + new URL(origin).origin

/**
 * Plasmo names the file by the hash of its content, so only the manifest knows the name. Firefox gives it as a whole
 * address, which it doesn't take back.
 */
function builtFiles(): string[] {
  const files = chrome.runtime.getManifest().content_scripts?.[0]?.js ?? []
  return files.map((file) => new URL(file, chrome.runtime.getURL("")).pathname.slice(1))
}
