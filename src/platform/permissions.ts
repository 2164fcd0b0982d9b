import { isFirefox } from "./firefox.ts"

/**
 * The sites that the person has allowed. Asking for one needs a click in a page of the extension, so the popup does
 * that itself.
 */
export const permissions = {
  contains(origin: string): Promise<boolean> {
    return chrome.permissions.contains({ origins: [sitePattern(origin)] })
  },
  /** Removes the permission for a site. Resolves to false for a site that the manifest itself names. */
  async remove(origin: string): Promise<boolean> {
    return chrome.permissions.remove({ origins: [sitePattern(origin)] }).catch(() => false)
  },
  /** The person agreed to the browser's question or allowed a site in its settings. */
  onAdded(listener: () => void): void {
    chrome.permissions.onAdded.addListener(() => listener())
  },
  /** The person removed a site in the browser's own settings. */
  onRemoved(listener: (patterns: string[]) => void): void {
    chrome.permissions.onRemoved.addListener((removed) => listener(removed.origins ?? []))
  },
  /**
   * Returns whether counts of how well pages fit may leave. In Firefox they are "technical and interaction data", which
   * a person can refuse when the add-on is installed, and in its settings later.
   */
  async allowsCounts(): Promise<boolean> {
    if (!isFirefox()) return true
    const { data_collection: collected = [] }: FirefoxPermissions = await chrome.permissions.getAll()
    return collected.includes(COUNTS_FIREFOX)
  },
  /** Returns whether the manifest itself names the site. */
  builtIn(origin: string): boolean {
    const { hostname, protocol } = new URL(origin)
    return (chrome.runtime.getManifest().host_permissions ?? []).some((pattern: string) => {
      const named = /^(\*|https?):\/\/([^/:]+)/.exec(pattern)
      if (!named || (named[1] !== "*" && `${named[1]}:` !== protocol)) return false
      const host = named[2] ?? ""
      return host.startsWith("*.") ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host
    })
  }
}

interface FirefoxPermissions extends chrome.permissions.Permissions {
  data_collection?: string[]
}

/** Firefox's name for counts of use and of what goes wrong. It takes it only among what is optional. */
export const COUNTS_FIREFOX = "technicalAndInteraction"

/**
 * Returns the match pattern for all pages of an origin. In Firefox it is for all ports of the host, because a pattern
 * with a port matches nothing there.
 */
export function sitePattern(origin: string): string {
  const { protocol, host, hostname } = new URL(origin)
  return `${protocol}//${isFirefox() ? hostname : host}/*`
}
