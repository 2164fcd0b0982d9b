import type { Browser } from "../../../src/platform/browser.ts"
import type { KeyValue } from "../../../src/platform/key-value.ts"
import type { Sender } from "../../../src/platform/messages.ts"
import type { TabInFront } from "../../../src/platform/tabs.ts"

/** The browser as the background sees it. Storage and tabs outlive a worker; listeners and open ports die with it. */
export function fakeBrowser() {
  const kept = { local: new Map<string, string>(), session: new Map<string, string>() }
  const alarms = new Map<string, number>()
  const tabs = new Map<number, { windowId: number; url: string; answer: (message: unknown) => Promise<unknown> }>()
  const front = new Map<number, number>()
  const granted = new Set<string>()
  /** Sites that the manifest names, besides Zendesk's. */
  const named = new Set<string>()
  const registered = new Set<string>()
  const injected: string[] = []
  /** The tab, and the helpdesks whose adapters came with the script. */
  const desks: [number, ...string[]][] = []
  const pickers: number[] = []
  const opened: number[] = []
  const ownPages: string[] = []
  /** What the organisation has set. */
  const policy: { set: unknown } = { set: undefined }
  const counts = { allowed: true }
  /** The provider's window: to which address it sends the person back, or undefined if it is closed. */
  const provider: { answer: (url: string) => string | undefined } = { answer: () => undefined }
  let lastWindow = 1
  const isNamed = (origin: string) => origin.endsWith(".zendesk.com") || named.has(origin)

  /** What one worker sees; `dead` makes every later call hang for ever, as a dead worker's do. */
  const worker = () => {
    const life = { dead: false }
    const on: Record<string, ((...args: never[]) => unknown)[]> = {}
    const listen = (name: string) => (listener: (...args: never[]) => unknown) => void (on[name] ??= []).push(listener)
    const live = <T>(result: () => T | Promise<T>): Promise<T> =>
      life.dead
        ? new Promise<T>(() => undefined)
        : Promise.resolve().then(async () => {
            const value = await result()
            return life.dead ? new Promise<T>(() => undefined) : value
          })
    const area = (store: Map<string, string>): KeyValue => ({
      get: (name) =>
        live(() => {
          const value = store.get(name)
          return value === undefined ? undefined : JSON.parse(value)
        }),
      set: (name, value) => live(() => void store.set(name, JSON.stringify(value))),
      remove: (name) => live(() => void store.delete(name)),
      clear: () => live(() => store.clear())
    })
    const browser: Browser = {
      local: area(kept.local),
      session: area(kept.session),
      alarms: {
        set: (name, minutes) => live(() => void alarms.set(name, minutes)),
        clear: (name) => live(() => void alarms.delete(name)),
        onAlarm: listen("alarm")
      },
      version: () => "0.1.0",
      identity: {
        redirect: () => `https://${"ab".repeat(16)}.chromiumapp.org/`,
        open: (url) => live(() => provider.answer(url))
      },
      commands: { onCommand: listen("command") },
      messages: {
        onMessage: listen("message"),
        sendToTab: (tabId, message) =>
          live(async () => {
            const tab = tabs.get(tabId)
            if (!tab) throw new Error("Could not establish connection. Receiving end does not exist.")
            return JSON.parse(JSON.stringify(await tab.answer(message)))
          })
      },
      lifecycle: { onInstalled: listen("installed"), onFirstInstalled: listen("first-installed") },
      ports: { onConnect: listen("connect") },
      managed: { read: () => live(() => policy.set), onChange: listen("policy") },
      permissions: {
        contains: (origin) => live(() => granted.has(origin) || isNamed(origin)),
        remove: (origin) =>
          live(() => {
            const removed = granted.delete(origin)
            if (removed) fire("permission-removed", [`${origin}/*`])
            return removed
          }),
        allowsCounts: () => live(() => counts.allowed),
        onAdded: listen("permission-added"),
        onRemoved: listen("permission-removed"),
        builtIn: isNamed
      },
      contentScripts: {
        register: (origin) => live(() => void registered.add(origin)),
        unregister: (origin) => live(() => void registered.delete(origin)),
        isRegistered: (origin) => live(() => registered.has(origin)),
        registeredOrigins: () => live(() => [...registered]),
        injectDesk: (tabId, helpdesks = []) => live(() => void desks.push([tabId, ...helpdesks])),
        injectPicker: (tabId) => live(() => void pickers.push(tabId)),
        injectIntoOpenTabs: (origin) => live(() => void injected.push(origin))
      },
      sidePanel: { open: (windowId) => live(() => void opened.push(windowId)) },
      tabs: {
        inFront: (windowId = lastWindow) =>
          live((): TabInFront | undefined => {
            const id = front.get(windowId)
            const tab = id === undefined ? undefined : tabs.get(id)
            return id === undefined ? undefined : { id, windowId, ...(tab ? { url: tab.url } : {}) }
          }),
        visible: () =>
          live(() =>
            [...tabs]
              .map(([id, { url }]) => ({ id, url }))
              .filter(({ url }) => granted.has(new URL(url).origin) || isNamed(new URL(url).origin))
          ),
        openOwn: (name) => live(() => void ownPages.push(name)),
        addressOf: (tabId) => live(() => tabs.get(tabId)?.url),
        onActivated: listen("activated"),
        onRemoved: listen("removed"),
        onLoaded: listen("loaded"),
        onAttached: listen("attached")
      },
      windows: { onFocused: listen("focused") }
    }
    const fire = (name: string, ...args: unknown[]): unknown[] =>
      life.dead ? [] : (on[name] ?? []).map((listener) => listener(...(args as never[])))
    return {
      browser,
      fire,
      kill: () => {
        life.dead = true
      },
      get dead() {
        return life.dead
      },
      send: async (message: unknown, sender: Sender): Promise<unknown> =>
        fire("message", message, sender).find((answer) => answer !== undefined)
    }
  }
  return {
    worker,
    tabs,
    front,
    granted,
    named,
    registered,
    injected,
    desks,
    pickers,
    opened,
    ownPages,
    alarms,
    kept,
    policy,
    provider,
    counts,
    focus(windowId: number) {
      lastWindow = windowId
    }
  }
}
export type FakeBrowser = ReturnType<typeof fakeBrowser>
export type Worker = ReturnType<FakeBrowser["worker"]>
