import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pair } from "../../demo/tour/browser.ts"
import { startWorld, type World } from "./help/harness.ts"
import { button, draftReady, openPanel, openTicket } from "./help/steps.ts"
import { killWorker } from "./help/worker.ts"

let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld({}, { ownBrowser: true })
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
})
afterAll(() => world?.close())

/** The world of this extension's content scripts in the ticket's page. */
async function contentScriptWorld(asked: "local" | "session" | "offscreen"): Promise<unknown> {
  const popup = await world.browser.page("popup.html")
  try {
    return await popup.evaluate(
      async ({ url, what: given }) => {
        const [tab] = await chrome.tabs.query({ url })
        const told = await chrome.scripting.executeScript({
          target: { tabId: tab?.id ?? 0 },
          args: [given],
          func: async (what: string) => {
            try {
              if (what === "local") return JSON.stringify(await chrome.storage.local.get())
              if (what === "session") return JSON.stringify(await chrome.storage.session.get())
              return JSON.stringify(
                (await chrome.runtime.sendMessage({
                  target: "offscreen",
                  id: "x",
                  job: { kind: "text", text: "Mia", table: { entries: [] }, known: [] }
                })) ?? null
              )
            } catch (error) {
              return `refused: ${error instanceof Error ? error.message : String(error)}`
            }
          }
        })
        return told[0]?.result
      },
      { url: `${world.helpdesk.url}/*`, what: asked }
    )
  } finally {
    await popup.close()
  }
}

test("the world of content scripts reads neither the tokens nor the key, and the masking page doesn't hear it", async () => {
  const popup = await world.browser.page("popup.html")
  // What is asked for is there: the extension's own pages can read it.
  expect(await popup.evaluate(async () => JSON.stringify(await chrome.storage.local.get("pairing")))).toMatch(
    /"token":"[\w-]{43}"/
  )
  expect(await popup.evaluate(async () => Object.keys(await chrome.storage.session.get()))).toContain("key")
  for (const area of ["local", "session"] as const)
    expect(await contentScriptWorld(area)).toMatch(/^refused: .*not allowed/i)
  expect(await contentScriptWorld("offscreen")).toMatch(/^null$|^refused: /)
  // Nor one of the extension's own pages.
  expect(
    await popup.evaluate(async () =>
      JSON.stringify(
        (await chrome.runtime
          .sendMessage({ target: "offscreen", id: "y", job: { kind: "text", text: "Mia" } })
          .catch((error: unknown) => String(error))) ?? null
      )
    )
  ).not.toMatch(/"ok":true/)
  await popup.close()
})

test("the key that renews can be used and not read, also by the extension's own pages", async () => {
  const popup = await world.browser.page("popup.html")
  const found = await popup.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error("the database can't be read", { cause: request.error }))
      })
    const db = await done(indexedDB.open("replywright"))
    const rows = await done<{ id: string; key: CryptoKey }[]>(db.transaction("keys").objectStore("keys").getAll())
    db.close()
    return Promise.all(
      rows.map(async ({ key }) => ({
        type: key.type,
        extractable: key.extractable,
        usages: key.usages,
        exported: await crypto.subtle.exportKey("pkcs8", key).then(
          () => "exported",
          (error: Error) => error.name
        )
      }))
    )
  })
  expect(found).toEqual([{ type: "private", extractable: false, usages: ["sign"], exported: "InvalidAccessError" }])
  await popup.close()
})

test("twelve hours later, with the worker gone, a draft comes by a renewed token, and nobody notices", async () => {
  const { db } = world.relay
  const before = await db.selectFrom("refresh_tokens").select("hash").execute()
  await db
    .updateTable("tokens")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute()
  await killWorker(panel)
  await openTicket(world, "1002", ticket)
  await draftReady(panel, "1002")
  expect((await db.selectFrom("refresh_tokens").select("hash").execute()).length).toBe(before.length + 1)
  expect(await db.selectFrom("token_families").select("ended_at").execute()).toEqual([{ ended_at: null }])
})

test("the browser again, next morning: what is kept opens by a renewal", async () => {
  const { db } = world.relay
  await world.browser.context.close()
  await db
    .updateTable("tokens")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute()
  await world.browserAgain()
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
  expect(await db.selectFrom("token_families").select("ended_at").execute()).toEqual([{ ended_at: null }])
})

test("where a copy of the sign-in has come to the relay, the panel says why it is signed out, and pairing again goes on", async () => {
  const { db } = world.relay
  await db.updateTable("token_families").set({ ended_at: new Date(), ended_why: "reused" }).execute()
  await db.updateTable("tokens").set({ revoked_at: new Date() }).execute()
  await openTicket(world, "1003", ticket)
  await panel.getByRole("heading", { name: "The relay signed this browser out" }).waitFor()
  await panel.getByText("The relay received an earlier copy of this browser’s sign-in").waitFor()
  await pair(world.browser, await world.relay.pair("agent", "Tom"), world.relay.url)
  await draftReady(panel, "1003")
  await button(panel, "Insert").waitFor()
})

test("the policy lets the extension's pages and its worker reach HTTPS and this computer, and nothing without HTTPS elsewhere", async () => {
  const popup = await world.browser.page("popup.html")
  const [worker] = world.browser.context.serviceWorkers()
  const port = world.relay.port
  const refused = async (url: string) => {
    const told = Promise.withResolvers<string>()
    const listen = (event: SecurityPolicyViolationEvent) =>
      told.resolve(`${event.effectiveDirective} refuses ${event.blockedURI}`)
    addEventListener("securitypolicyviolation", listen)
    await fetch(url, { signal: AbortSignal.timeout(5000) }).then(
      ({ status }) => told.resolve(`answered ${status}`),
      () => setTimeout(() => told.resolve("not answered"), 200)
    )
    const said = await told.promise
    removeEventListener("securitypolicyviolation", listen)
    return said
  }
  const asks = [(url: string) => popup.evaluate(refused, url), (url: string) => worker?.evaluate(refused, url)]
  for (const ask of asks) {
    for (const url of [
      `http://localhost:${port}/v1/health`,
      `http://[::1]:${port}/v1/health`,
      "http://192.0.2.1/v1/health",
      "http://relay.example.com/"
    ])
      expect(await ask(url), url).toMatch(/^connect-src refuses/)
    expect(await ask(`http://127.0.0.1:${port}/v1/health`)).toBe("answered 200")
    expect(await ask("https://127.0.0.1:9/")).toBe("not answered")
  }
  await popup.close()
})
