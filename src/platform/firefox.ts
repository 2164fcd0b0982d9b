interface WithSidebar {
  sidebarAction: { open(): Promise<void> }
}

/** Returns the API of Firefox's sidebar, which all own pages of an extension with a sidebar get there. */
export function firefoxSidebar(): WithSidebar["sidebarAction"] | undefined {
  const browser: object = "chrome" in globalThis ? chrome : {}
  return hasSidebar(browser) ? browser.sidebarAction : undefined
}

/** Returns whether this is Firefox. */
export const isFirefox = (): boolean => firefoxSidebar() !== undefined

const hasSidebar = (browser: object): browser is WithSidebar => "sidebarAction" in browser
