/** The window in which an organisation's provider signs a person in. */
export const identity = {
  /** Returns the address to which the provider sends the person back. It ends in this extension. */
  redirect(): string {
    return chrome.identity.getRedirectURL()
  },
  /**
   * Opens the provider's page and resolves to the address to which it has sent the person back, or to undefined if the
   * window was closed or its page can't be loaded.
   */
  async open(url: string): Promise<string | undefined> {
    return chrome.identity.launchWebAuthFlow({ url, interactive: true }).catch(() => undefined)
  }
}
