import { IDBFactory } from "fake-indexeddb"
import { expect, onTestFinished, test, vi } from "vitest"
import { contentScripts } from "../../src/platform/content-scripts.ts"
import { databaseArea } from "../../src/platform/key-value.ts"
import { askOffscreen, serveOffscreen } from "../../src/platform/offscreen.ts"
import { permissions, sitePattern } from "../../src/platform/permissions.ts"
import { sidePanel } from "../../src/platform/firefox.ts"
import { fakeChrome } from "./fake-chrome.ts"

/** The same wrappers where the browser is Firefox, as far as a fake can tell; tests/e2e/firefox has the real one. */
function fakeFirefox() {
  const { chrome } = fakeChrome()
  const firefox = {
    ...chrome,
    runtime: { ...chrome.runtime, getURL: (path: string) => `moz-extension://ours/${path}`, sendMessage: vi.fn() },
    sidebarAction: { open: vi.fn(async () => undefined) }
  }
  vi.stubGlobal("chrome", firefox)
  return firefox
}

test("a site's pattern has no port there, because one with a port matches nothing", () => {
  fakeChrome()
  expect(sitePattern("https://help.example.com:8443")).toBe("https://help.example.com:8443/*")
  fakeFirefox()
  expect(sitePattern("https://help.example.com:8443/tickets")).toBe("https://help.example.com/*")
})

test("a site gets the built script by its name, which Firefox's manifest has as a whole address", async () => {
  const { runtime, scripting } = fakeFirefox()
  runtime.getManifest = () => ({
    host_permissions: [],
    content_scripts: [{ js: ["moz-extension://ours/helpdesk.1a2b.js"] }]
  })
  await contentScripts.register("http://localhost:8080")
  expect(scripting.registerContentScripts).toHaveBeenCalledWith([
    expect.objectContaining({ js: ["helpdesk.1a2b.js"], matches: ["http://localhost/*"] })
  ])
})

test("the sidebar is opened for the side panel", async () => {
  const { sidebarAction } = fakeFirefox()
  await sidePanel.open(1)
  expect(sidebarAction.open).toHaveBeenCalledOnce()
})

test("a job of the masking page is done in the background page, without a message; its errors and its end are the same", async () => {
  const { runtime } = fakeFirefox()
  onTestFinished(() => void Reflect.deleteProperty(globalThis, "replywrightJobs"))
  const { signal } = new AbortController()
  serveOffscreen(async (job) => {
    if (job === "late") return new Promise(() => undefined)
    if (job === "bad")
      throw Object.assign(new Error("too slow"), { name: "MaskError", code: "deadline", retryable: true })
    return `done: ${String(job)}`
  })
  expect(await askOffscreen("one", signal)).toBe("done: one")
  await expect(askOffscreen("bad", signal)).rejects.toMatchObject({
    name: "MaskError",
    code: "deadline",
    retryable: true
  })
  const stop = new AbortController()
  const late = askOffscreen("late", stop.signal)
  stop.abort(new Error("not wanted any more"))
  await expect(late).rejects.toThrow("not wanted any more")
  expect(runtime.sendMessage).not.toHaveBeenCalled()
})

test("what is kept on disk is in a database, which another script's store of the same name shares", async () => {
  vi.stubGlobal("indexedDB", new IDBFactory())
  onTestFinished(() => void vi.unstubAllGlobals())
  const [area, again] = [databaseArea("values"), databaseArea("values")]
  expect(await area.get("account")).toBeUndefined()
  await area.set("account", { token: "t" })
  await area.set("other", 1)
  expect(await again.get("account")).toEqual({ token: "t" })
  await again.remove("account")
  expect(await area.get("account")).toBeUndefined()
  await area.clear()
  expect(await again.get("other")).toBeUndefined()
  await expect(area.set("function", () => undefined)).rejects.toThrow()
})

test("counts leave Firefox only with its consent, and Chromium asks for none", async () => {
  fakeChrome()
  expect(await permissions.allowsCounts()).toBe(true)
  const firefox = fakeFirefox()
  const getAll = vi.fn(async (): Promise<object> => ({ origins: [] }))
  Object.assign(firefox.permissions, { getAll })
  expect(await permissions.allowsCounts()).toBe(false)
  getAll.mockResolvedValue({ origins: [], data_collection: ["technicalAndInteraction"] })
  expect(await permissions.allowsCounts()).toBe(true)
})
