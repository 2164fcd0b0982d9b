/** Returns whether this is Firefox. Its extensions have addresses of their own kind. */
export function isFirefox(): boolean {
  return chrome.runtime.getURL("").startsWith("moz-extension:")
}
