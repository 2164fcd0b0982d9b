import { storageArea } from "../../src/platform/key-value.ts"
import { expect, test, vi } from "vitest"
import { contentScripts } from "../../src/platform/content-scripts.ts"
import { lifecycle, windows, managed } from "../../src/platform/browser-events.ts"
import { messages, type Sender } from "../../src/platform/messages.ts"
import { serveOffscreen } from "../../src/platform/offscreen.ts"
import { permissions } from "../../src/platform/permissions.ts"
import { ports } from "../../src/platform/ports.ts"
import { tabs } from "../../src/platform/tabs.ts"
import { soon } from "../soon.ts"
import { fakeChrome } from "./fake-chrome.ts"

test("a site gets the built script by the manifest's name, once, and again after it was switched off", async () => {
  const { chrome } = fakeChrome()
  await contentScripts.register("https://rt.example.org/Ticket/")
  await contentScripts.register("https://rt.example.org")
  expect(chrome.scripting.registerContentScripts.mock.calls).toEqual([
    [
      [
        expect.objectContaining({
          js: ["helpdesk.1a2b.js"],
          matches: ["https://rt.example.org/*"],
          persistAcrossSessions: true,
          allFrames: false
        })
      ]
    ]
  ])
  expect(await contentScripts.registeredOrigins()).toEqual(["https://rt.example.org"])
  await contentScripts.unregister("https://rt.example.org")
  expect(await contentScripts.isRegistered("https://rt.example.org")).toBe(false)
})

test("one open page that can't be reached doesn't keep the others from the script", async () => {
  const { chrome } = fakeChrome()
  chrome.tabs.query.mockResolvedValue([{ id: 1, windowId: 1 }, { id: 2, windowId: 1 }, { windowId: 1 }])
  chrome.scripting.executeScript.mockRejectedValueOnce(new Error("crashed"))
  await contentScripts.injectIntoOpenTabs("http://localhost:8080")
  expect(chrome.tabs.query).toHaveBeenCalledWith({ url: "http://localhost:8080/*" })
  expect(chrome.scripting.executeScript).toHaveBeenCalledTimes(2)
})

test("adapters are injected before what reads by them, in one call", async () => {
  const { chrome } = fakeChrome()
  await contentScripts.injectDesk(5, ["zendesk", "help-scout"])
  await contentScripts.injectDesk(6)
  expect(chrome.scripting.executeScript.mock.calls).toEqual([
    [{ target: { tabId: 5 }, files: ["adapter-zendesk.js", "adapter-help-scout.js", "desk.js"] }],
    [{ target: { tabId: 6 }, files: ["desk.js"] }]
  ])
})

test.each([
  ["https://acme.zendesk.com", true],
  ["https://zendesk.com", true],
  ["http://acme.zendesk.com", false],
  ["https://zendesk.com.evil.example", false],
  ["https://evilzendesk.com", false],
  ["http://127.0.0.1:8787", true],
  ["https://127.0.0.1", false],
  ["http://localhost:4000", false]
])("%s is built in: %s", (origin, builtIn) => {
  fakeChrome()
  expect(permissions.builtIn(origin)).toBe(builtIn)
})

test("a permission that can't be given back is no error", async () => {
  fakeChrome()
  expect(await permissions.remove("https://acme.zendesk.com")).toBe(false)
})

test("messages say who speaks, another extension's are not heard, and what fails is answered", async () => {
  const { fire } = fakeChrome()
  const heard: Sender[] = []
  messages.onMessage((message, sender) => {
    heard.push(sender)
    return message === "mine" ? Promise.reject(new Error("it broke")) : undefined
  })
  const respond = vi.fn()
  expect(fire("message", "mine", { id: "other" }, respond)).toEqual([false])
  expect(
    fire(
      "message",
      "not mine",
      {
        id: "ours",
        url: "https://acme.zendesk.com/agent",
        origin: "https://acme.zendesk.com",
        tab: { id: 3, windowId: 1, active: true }
      },
      respond
    )
  ).toEqual([false])
  expect(
    fire(
      "message",
      "mine",
      { id: "ours", url: "chrome-extension://ours/popup.html", origin: "chrome-extension://ours" },
      respond
    )
  ).toEqual([true])
  await soon(() => expect(respond).toHaveBeenCalledWith({ ok: false, code: "failed", message: "it broke" }))
  expect(heard).toEqual([
    { own: false, tab: { id: 3, windowId: 1, active: true, url: "https://acme.zendesk.com/agent" } },
    { own: true }
  ])
})

test("only pages of the extension get a lasting line, and one that has gone is not written to", () => {
  const { fire } = fakeChrome()
  const lines: Parameters<Parameters<typeof ports.onConnect>[0]>[0][] = []
  ports.onConnect((port) => lines.push(port))
  const ended: (() => void)[] = []
  const port = (url: string) => ({
    name: "panel",
    sender: { id: "ours", url },
    postMessage: vi.fn(),
    onMessage: { addListener: vi.fn() },
    onDisconnect: { addListener: (listener: () => void) => ended.push(listener) }
  })
  fire("connect", port("https://acme.zendesk.com/agent"))
  expect(lines).toEqual([])
  const own = port("chrome-extension://ours/sidepanel.html")
  fire("connect", own)
  lines[0]?.post("one")
  ended.forEach((end) => end())
  lines[0]?.post("two")
  expect(own.postMessage.mock.calls).toEqual([["one"]])
})

test("the tab in front of a window, with its address only where it may be seen; another program in front is no window", async () => {
  const { chrome, fire } = fakeChrome()
  chrome.tabs.query.mockResolvedValue([{ id: 5, windowId: 2 }])
  expect(await tabs.inFront(2)).toEqual({ id: 5, windowId: 2 })
  expect(chrome.tabs.query).toHaveBeenCalledWith({ active: true, windowId: 2 })
  const focused = vi.fn()
  windows.onFocused(focused)
  fire("focus", -1)
  fire("focus", 2)
  expect(focused.mock.calls).toEqual([[2]])
  const loaded = vi.fn()
  tabs.onLoaded(loaded)
  fire("updated", 5, { status: "loading" })
  fire("updated", 5, { status: "complete" })
  expect(loaded.mock.calls).toEqual([[5]])
})

test("storage is closed to content scripts before anything is read or written, and nothing is where that fails", async () => {
  fakeChrome()
  const calls: string[] = []
  const closing = Promise.withResolvers<void>()
  const storage = {
    setAccessLevel: vi.fn(async ({ accessLevel }: { accessLevel: string }) => {
      calls.push(accessLevel)
      await closing.promise
    }),
    get: vi.fn(async () => {
      calls.push("get")
      return {}
    }),
    set: vi.fn(async () => void calls.push("set"))
  }
  vi.stubGlobal("chrome", { storage: { local: storage } })
  const area = storageArea(() => chrome.storage.local)
  const both = [area.set("pairing", {}), area.get("pairing")]
  await Promise.resolve()
  expect(calls).toEqual(["TRUSTED_CONTEXTS"])
  closing.resolve()
  await Promise.all(both)
  expect(calls.sort()).toEqual(["TRUSTED_CONTEXTS", "get", "set"])
  storage.setAccessLevel.mockRejectedValue(new Error("not today"))
  await expect(storageArea(() => chrome.storage.local).set("pairing", {})).rejects.toThrow("not today")
  expect(storage.set).toHaveBeenCalledTimes(1)
})

test("the masking page works for the background alone", async () => {
  const { fire } = fakeChrome()
  const work = vi.fn(async () => "masked")
  serveOffscreen(work)
  const job = { target: "offscreen", id: "1", job: { kind: "text" } }
  const respond = vi.fn()
  const from = (sender: object) => fire("message", job, { id: "ours", ...sender }, respond)
  expect(from({ url: "https://acme.zendesk.com/agent", tab: { id: 3 } })).toEqual([false])
  expect(from({ url: "chrome-extension://ours/popup.html" })).toEqual([false])
  expect(from({ url: "chrome-extension://ours/tabs/review.html", tab: { id: 4 } })).toEqual([false])
  expect(from({ id: "other", url: "chrome-extension://other/worker.js" })).toEqual([false])
  expect(from({ url: "https://evil.example/worker.js" })).toEqual([false])
  expect(work).not.toHaveBeenCalled()
  expect(from({ url: "chrome-extension://ours/static/background/index.js" })).toEqual([true])
  await soon(() => expect(respond).toHaveBeenCalledWith({ ok: true, result: "masked" }))
})

test("a policy is asked for once, and again after the browser said that it changed", async () => {
  const { chrome, fire } = fakeChrome()
  const set = chrome.storage.managed
  set.get.mockResolvedValueOnce({ lookups: true }).mockResolvedValueOnce({ lookups: false })
  expect(await managed.read()).toEqual({ lookups: true })
  expect(await managed.read()).toEqual({ lookups: true })
  fire("policy")
  expect(await managed.read()).toEqual({ lookups: false })
  expect(set.get).toHaveBeenCalledTimes(2)
  fire("policy")
})

test("who waits for a change of the policy reads the new one", async () => {
  const { chrome, fire } = fakeChrome()
  const set = chrome.storage.managed
  set.get.mockResolvedValueOnce({ lookups: true }).mockResolvedValueOnce({ lookups: false })
  const heard: unknown[] = []
  managed.onChange(() => void managed.read().then((policy) => heard.push(policy)))
  await managed.read()
  fire("policy")
  await soon(() => expect(heard).toEqual([{ lookups: false }]))
  fire("policy")
})

test("an installation and an update are told, an update of the browser is not", () => {
  const { fire } = fakeChrome()
  const heard = vi.fn()
  lifecycle.onInstalled(heard)
  for (const reason of ["install", "update", "chrome_update", "shared_module_update"]) fire("installed", { reason })
  expect(heard).toHaveBeenCalledTimes(2)
})
