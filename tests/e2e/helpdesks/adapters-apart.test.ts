import { rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { ANA, conversationPage, type Conversation } from "../../doubles/freescout/conversation-page.ts"
import { fdRow, freshdeskAnswer, freshdeskPage } from "../../doubles/freshdesk/freshdesk.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { draftReady, draftWritten, insert, openPanel, orTell } from "../help/steps.ts"
import { openZendesk, startZendeskDouble, type ZendeskDouble } from "../help/zendesk.ts"

/** A page gets the adapters of the helpdesks that it may be, and of no other. */
const parcel: Conversation = {
  id: 12,
  subject: "Where is my parcel?",
  open: "reply",
  threads: [
    { id: 31, type: "customer", by: ANA.name, shown: "Nov 16, 2026 06:30", html: "<p>Where is order 51877?</p>" }
  ]
}
const printer = {
  id: 10100,
  subject: "Printer",
  description: "<p>It prints nothing.</p>",
  rows: [fdRow(11, "note", "DEPOT-SECRET")]
}

const html = (text: string) => new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } })

let server: Server
let origin: string
let desk: ZendeskDouble
let model: ModelDouble
let world: World
let panel: Page
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "", origin)
    const made = url.pathname.startsWith("/api/_/")
      ? freshdeskAnswer(printer, url)
      : html(url.pathname === "/conversation/12" ? conversationPage(parcel) : "<p>No ticket</p>")
    void made.text().then((text) => response.writeHead(made.status, Object.fromEntries(made.headers)).end(text))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`
  desk = await startZendeskDouble()
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false, ownBrowser: true })
  panel = await openPanel(world)
})
afterAll(async () => {
  await world?.close()
  await model?.close()
  await desk?.close()
  server?.close()
})

/** The extension's scripts in the page that the browser has compiled, in their order, each as often as it came. */
async function scriptsIn(page: Page): Promise<string[]> {
  const session = await world.browser.context.newCDPSession(page)
  const own: string[] = []
  session.on("Debugger.scriptParsed", ({ url }) => {
    const [, file] = url.split(`chrome-extension://${world.browser.id}/`)
    if (file !== undefined) own.push(file.replace(/^helpdesk\.\w+\.js$/, "helpdesk.js"))
  })
  // The browser tells all that are there before it answers.
  await session.send("Debugger.enable")
  await session.detach()
  return own
}

/** Goes on to another page without a load, as a single-page application does. */
async function stepTo(page: Page, path: string, next: string): Promise<void> {
  await page.evaluate(
    ([to, text]) => {
      const drawn = new DOMParser().parseFromString(text, "text/html")
      document.head.replaceWith(document.adoptNode(drawn.head))
      document.body.replaceWith(document.adoptNode(drawn.body))
      history.pushState(null, "", to)
    },
    [path, next] as const
  )
}

test("Zendesk's page has Zendesk's adapter alone, and is read and written into", async () => {
  const agent = await openZendesk(world, desk, 35436)
  await draftReady(panel, "35436")
  expect(await scriptsIn(agent.page)).toEqual(["helpdesk.js", "adapter-zendesk.js", "desk.js"])
  await insert(panel)
  expect(await agent.data(35436)).toContain("Hello Ines Carvalho,")
  await agent.go(35442)
  await draftReady(panel, "35442")
  expect(await scriptsIn(agent.page)).toEqual(["helpdesk.js", "adapter-zendesk.js", "desk.js"])
  await agent.page.close()
})

test("FreeScout's has FreeScout's; when the same page goes on to another helpdesk's ticket, that adapter comes and reads it", async () => {
  const page = await world.browser.context.newPage()
  await page.goto(`${origin}/conversation/12`)
  await draftReady(panel, "12")
  expect(await scriptsIn(page)).toEqual(["helpdesk.js", "adapter-freescout.js", "desk.js"])
  await insert(panel)
  expect(await page.locator(".note-editable").innerText()).toMatch(/^Hello Ana Lindqvist,\s+Thank you/)

  await stepTo(page, "/a/tickets/10100", freshdeskPage(printer, true))
  await draftWritten(panel, "10100")
  const scripts = await scriptsIn(page)
  expect(scripts.filter((file) => file.startsWith("adapter-"))).toEqual([
    "adapter-freescout.js",
    "adapter-freshdesk.js"
  ])
  await page.close()
})

test("a page without a ticket has neither an adapter nor the script that reads by it, until it shows one", async () => {
  const page = await world.browser.context.newPage()
  await page.goto(`${origin}/mailbox/3`)
  await expect.poll(() => scriptsIn(page)).toEqual(["helpdesk.js"])
  await stepTo(page, "/conversation/12", conversationPage(parcel))
  await expect.poll(() => scriptsIn(page)).toEqual(["helpdesk.js", "adapter-freescout.js", "desk.js"])
  await page.close()
})

test("a page whose adapter is missing looks like one without a ticket, and a selected text of it is answered", async () => {
  rmSync(join(world.folder, "extension/adapter-freshdesk.js"))
  const page = await world.browser.context.newPage()
  await page.goto(`${origin}/conversation/none`)
  await stepTo(page, "/a/tickets/10100", freshdeskPage(printer, true))
  await page.bringToFront()
  await orTell(panel, panel.getByRole("heading", { name: "Open a ticket" }).waitFor())
  await page.locator(".ticket-details__item").selectText()
  const taken = await panel.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: address })
    return chrome.runtime.sendMessage({ kind: "panel-take-selection", of: { tabId: tab?.id } })
  }, page.url())
  expect(taken).toEqual({ ok: true })
  await panel.getByRole("region", { name: "Selected text" }).waitFor()
})
