import { onTestFinished, vi } from "vitest"

type Listener = (...args: unknown[]) => unknown

/** Provides just enough of the browser's API for the wrappers, and records their calls. */
export function fakeChrome() {
  const listeners: Record<string, Listener[]> = {}
  const event = (name: string) => ({
    addListener: (listener: Listener) => void (listeners[name] ??= []).push(listener),
    removeListener: (listener: Listener) => {
      listeners[name] = (listeners[name] ?? []).filter((one) => one !== listener)
    }
  })
  const scripts: { id: string }[] = []
  const chrome = {
    runtime: {
      id: "ours",
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      onMessage: event("message"),
      onConnect: event("connect"),
      onInstalled: event("installed"),
      getManifest: () => ({
        host_permissions: ["https://*.zendesk.com/*", "http://127.0.0.1/*"],
        content_scripts: [{ js: ["helpdesk.1a2b.js"] }]
      })
    },
    scripting: {
      registerContentScripts: vi.fn(async (added: { id: string }[]) => void scripts.push(...added)),
      unregisterContentScripts: vi.fn(
        async ({ ids }: { ids: string[] }) =>
          void scripts.splice(0, scripts.length, ...scripts.filter(({ id }) => !ids.includes(id)))
      ),
      getRegisteredContentScripts: async (filter?: { ids: string[] }) =>
        scripts.filter(({ id }) => !filter || filter.ids.includes(id)),
      executeScript: vi.fn(async () => [])
    },
    tabs: {
      query: vi.fn(async (): Promise<{ id?: number; windowId: number; url?: string }[]> => []),
      onActivated: event("activated"),
      onUpdated: event("updated")
    },
    permissions: {
      contains: vi.fn(async () => true),
      remove: vi.fn(async () => {
        throw new Error("You cannot remove required permissions.")
      }),
      onRemoved: event("removed")
    },
    storage: {
      managed: { get: vi.fn(async (): Promise<unknown> => ({})), onChanged: event("policy") }
    },
    windows: { WINDOW_ID_NONE: -1, onFocusChanged: event("focus") }
  }
  vi.stubGlobal("chrome", chrome)
  onTestFinished(() => void vi.unstubAllGlobals())
  return {
    chrome,
    fire: (name: string, ...args: unknown[]) => (listeners[name] ?? []).map((listener) => listener(...args))
  }
}
