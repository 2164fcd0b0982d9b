/** Returns whether this is Firefox, whose extensions that have a sidebar get an API for it in all their own pages. */
export function isFirefox(): boolean {
  return "chrome" in globalThis && "sidebarAction" in chrome
}
