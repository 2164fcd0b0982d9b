import { createServer, type Server } from "node:http"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { chatwootAnswer, COOKIE, dashboard, row } from "../../doubles/chatwoot/chatwoot.ts"
import { ANA, conversationPage, type Conversation } from "../../doubles/freescout/conversation-page.ts"
import { fdRow, freshdeskAnswer, freshdeskPage } from "../../doubles/freshdesk/freshdesk.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { bar, draftReady, draftWritten, insert, letter, openPanel, ready } from "../help/steps.ts"

/**
 * Helpdesks written from their source, on pages made by hand: recognised, read, drafted for, and written into or not.
 */
const parcel: Conversation = {
  id: 12,
  subject: "Where is my parcel?",
  open: "reply",
  threads: [
    { id: 31, type: "customer", by: ANA.name, shown: "Nov 16, 2026 06:30", html: "<p>Where is order 51877?</p>" },
    { id: 33, type: "note", by: "Sam Holt", shown: "Nov 17, 2026 06:30", html: "<p>DEPOT-SECRET</p>" }
  ]
}
const printer = {
  id: 10100,
  subject: "Printer",
  description: "<p>It prints nothing.</p>",
  rows: [fdRow(11, "note", "DEPOT-SECRET")]
}
const teapot = {
  accountId: 3,
  number: 104,
  rows: [row(11, "in", "Where is my teapot?"), row(12, "note", "DEPOT-SECRET")]
}

let conversationsSent = 0
const html = (text: string) => new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } })

function answer(url: URL, headers: Headers): Response {
  if (url.pathname === "/conversation/12") {
    conversationsSent++
    return html(conversationPage(parcel))
  }
  if (url.pathname === "/inbox/7")
    return html(
      "<h1>Inbox of Hanna Ek</h1><p>My kettle leaks at the handle. Erik Ulvaeus</p><p>OTHER-SECRET</p><textarea></textarea>"
    )
  if (url.pathname === "/a/tickets/10100") return html(freshdeskPage(printer, true))
  if (url.pathname === "/app/accounts/3/conversations/104")
    return html(dashboard(teapot, { mode: "reply", editor: "plain" }))
  return url.pathname.startsWith("/api/_/") ? freshdeskAnswer(printer, url) : chatwootAnswer(teapot, url, { headers })
}

let server: Server
let origin: string
let model: ModelDouble
let world: World
let panel: Page
let page: Page
beforeAll(async () => {
  server = createServer((request, response) => {
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
    const made = answer(new URL(request.url ?? "", origin), headers)
    void made.text().then((text) => response.writeHead(made.status, Object.fromEntries(made.headers)).end(text))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false })
  page = await world.browser.context.newPage()
  panel = await openPanel(world)
})
afterAll(async () => {
  await world.close()
  await model.close()
  server.close()
})

test("FreeScout: the reply gets the draft, a note is refused, and what notes say stays in the browser", async () => {
  await page.goto(`${origin}/conversation/12`)
  await draftReady(panel, "12")
  // Read where it stands: the helpdesk doesn't make the page twice.
  expect(conversationsSent).toBe(1)
  await insert(panel)
  // Before anything is put in, it is asked.
  expect(conversationsSent).toBe(2)
  const editor = page.locator(".note-editable")
  expect(await editor.innerText()).toMatch(/^Hello Ana Lindqvist,\s+Thank you for your message\.\s+Kind regards/)
  await page.locator("[name=is_note]").evaluate((field: HTMLInputElement) => (field.value = "1"))
  const before = await editor.innerText()
  await insert(panel, "The editor in front may not be a public reply.")
  expect(await editor.innerText()).toBe(before)
})

test("Freshdesk: read and drafted for; nothing proves a reply, so the panel says that and offers Copy", async () => {
  await page.goto(`${origin}/a/tickets/10100`)
  await draftWritten(panel, "10100")
  await ready(panel, "Copy").waitFor()
  expect(await ready(panel, "Insert").count()).toBe(0)
  await bar(panel).getByText("Nothing in this helpdesk’s page tells a reply from an internal note.").waitFor()
  expect(await page.locator(".fr-element").innerText()).toBe("")
})

test("Chatwoot: read with the session that its page uses; the reply gets the draft and isn't sent", async () => {
  const [name = "", value = ""] = COOKIE.split("=")
  await page.context().addCookies([{ name, value, url: origin }])
  await page.goto(`${origin}/app/accounts/3/conversations/104`)
  await page.locator(".send").evaluate((send) => send.addEventListener("click", () => (send.textContent = "SENT")))
  await draftReady(panel, "3-104")
  await insert(panel)
  expect(await page.locator("textarea").inputValue()).toMatch(/^Hello Joel Quist,\n\nThank you/)
  expect(await page.locator(".send").innerText()).toBe("Send")
  const sent = model.requests.map(({ body }) => body).join()
  expect(sent).toContain("teapot")
  expect(sent).not.toMatch(/DEPOT-SECRET|TOKEN-SECRET|Lindqvist|Quist/)
})

test("a page that nobody has written an adapter for: the selected text is answered, nothing else of it is read", async () => {
  await page.goto(`${origin}/inbox/7`)
  const take = () =>
    panel.evaluate(async (start) => {
      const [tab] = await chrome.tabs.query({ url: `${start}/*` })
      return chrome.runtime.sendMessage({ kind: "panel-take-selection", of: { tabId: tab?.id } })
    }, origin)
  expect(await take()).toEqual({ ok: false, code: "no-selection" })
  await page.locator("p").first().selectText()
  expect(await take()).toEqual({ ok: true })
  const card = panel.getByRole("region", { name: "Selected text" })
  await card.waitFor()
  await ready(panel, "Copy").waitFor()
  await letter(panel).getByText("Thank you for your message.").waitFor()
  expect(await ready(panel, "Insert").count()).toBe(0)
  const sent = model.requests.map(({ body }) => body).join()
  expect(sent).toContain("kettle leaks")
  expect(sent).not.toMatch(/OTHER-SECRET|Hanna|Ulvaeus/)
  // Another text of the same page, by the panel's own button.
  await page.locator("h1").selectText()
  await card.getByRole("button", { name: "Use what is selected now" }).click()
  await expect.poll(() => model.requests.map(({ body }) => body).join()).toMatch(/Inbox of/)
})
