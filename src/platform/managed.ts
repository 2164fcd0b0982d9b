/** What an organisation sets for the extension by the browser's policies. It is untrusted and has to be parsed. */
export const managed = {
  /** Resolves to nothing where no policy is set, and in a browser that has none for this extension. */
  async read(): Promise<unknown> {
    // Firefox rejects where no policy file names the extension.
    return chrome.storage.managed.get(null).catch(() => undefined)
  }
}
