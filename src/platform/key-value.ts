/** Small things kept by name. Values are what JSON can say; what comes back is foreign and has to be parsed. */
export interface KeyValue {
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
  clear(): Promise<void>
}

/** On disk, unencrypted, until the extension goes. */
export const localArea: KeyValue = area(() => chrome.storage.local)
/** In memory, gone with the browser; hidden from content scripts. */
export const sessionArea: KeyValue = area(() => chrome.storage.session)

function area(storage: () => chrome.storage.StorageArea): KeyValue {
  return {
    async get(name) {
      const found: Record<string, unknown> = await storage().get(name)
      return found[name]
    },
    set: (name, value) => storage().set({ [name]: value }),
    remove: (name) => storage().remove(name),
    clear: () => storage().clear()
  }
}
