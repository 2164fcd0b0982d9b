/** Small things kept by name. Values are what JSON can say; what comes back is foreign and has to be parsed. */
export interface KeyValue {
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
  clear(): Promise<void>
}

/** On disk, unencrypted, until the extension goes. */
export const localArea: KeyValue = storageArea(() => chrome.storage.local)
/** In memory, gone with the browser. */
export const sessionArea: KeyValue = storageArea(() => chrome.storage.session)

/**
 * Closed to content scripts, which share a process with a helpdesk's page, before anything is read or written. @throws
 * what the browser says to that
 */
export function storageArea(storage: () => chrome.storage.StorageArea): KeyValue {
  let closing: Promise<void> | undefined
  const closed = async (): Promise<chrome.storage.StorageArea> => {
    closing ??= storage().setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" })
    await closing.catch((error: unknown) => {
      closing = undefined
      throw error
    })
    return storage()
  }
  return {
    async get(name) {
      const found: Record<string, unknown> = await (await closed()).get(name)
      return found[name]
    },
    set: async (name, value) => (await closed()).set({ [name]: value }),
    remove: async (name) => (await closed()).remove(name),
    clear: async () => (await closed()).clear()
  }
}
