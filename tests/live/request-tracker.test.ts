import { readFileSync, readdirSync } from "node:fs"
import { chromium, type Browser, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { browserProgram } from "../../demo/browser/find.ts"
import type { Message, Ticket } from "../../src/ticket/ticket.ts"
import { SOAK } from "../e2e/help/soak.ts"
import { liveRequestTracker } from "./installed.ts"
import { ask, listSeen, openTicket, startIn } from "./page-code.ts"
import { startRequestTracker, type RequestTracker } from "./rt/instance.ts"
import { agentPages, openAs } from "./rt/sign-in.ts"

const tracker = liveRequestTracker({ install: false })
const fold = (text: string) => text.replace(/\s+/g, " ").trim()

describe.skipIf(!tracker.ok)(
  tracker.ok ? "live Request Tracker" : `live Request Tracker, skipped: ${tracker.reason}`,
  () => {
    let rt: RequestTracker
    let browser: Browser
    beforeAll(async () => {
      rt = await startRequestTracker()
      browser = await chromium.launch({ executablePath: browserProgram(), headless: true, args: ["--no-sandbox"] })
    })
    afterAll(async () => {
      await browser?.close()
      await rt?.close()
    })

    test.each([
      { name: "agent", tickets: expectedTickets() },
      // A German interface whose long histories load while scrolling: the words and rows of the page must not matter.
      { name: "agentde", tickets: expectedTickets().filter(({ ticketId }) => ["2", "8", "12"].includes(ticketId)) }
    ])("$name reads $tickets.length tickets as a person would", async ({ name, tickets }) => {
      const page = await signedIn(name)
      for (const expected of tickets) {
        await visit(page, `/Ticket/Display.html?id=${expected.ticketId}`)
        expect(await openTicket(page)).toBe(expected.ticketId)
        const answer = await ask(page, { kind: "ticket-read", ticketId: expected.ticketId })
        expect(answer).toMatchObject({ ok: true })
        if (!("ticket" in answer)) continue
        const { subject, status, requester, tags, messages, agent } = answer.ticket
        expect({ subject, status, requester, tags }).toEqual({
          subject: expected.subject,
          status: expected.status,
          requester: expected.requester,
          tags: expected.tags
        })
        expect(messages.map(comparable)).toEqual(expected.messages.map(comparable))
        expect(agent?.email).toMatch(/@helpdesk\.test$/)
        const newest = messages.findLast(({ visibility }) => visibility === "public")?.id
        expect(await ask(page, { kind: "newest-public", ticketId: expected.ticketId })).toEqual({
          ok: true,
          version: newest
        })
      }
    })

    test("all twelve seeded tickets are compared", () => {
      expect(expectedTickets()).toHaveLength(12)
    })

    test("which ticket is in front: reply by the menu's own link, history, jumbo, search list, first page after signing in", async () => {
      const page = await openAs(browser, "agent", `${rt.url}/Ticket/Display.html?id=3`)
      await startIn(page)
      expect(await openTicket(page)).toBe("3")
      const reply = await page.locator("#page-actions-reply").getAttribute("href")
      expect(reply).toContain(";id=3")
      for (const path of [reply ?? "", "/Ticket/History.html?id=3", "/Ticket/ModifyAll.html?id=3"]) {
        await visit(page, path)
        expect(await openTicket(page), path).toBe("3")
      }
      await visit(page, "/Search/Results.html?Query=id>0")
      expect(await openTicket(page)).toBeUndefined()
      await page.context().close()
    })

    // Whose interface is German is looked at in the soak: what is read of the page's words is in the tickets above.
    test.each(SOAK ? ["agent", "agentde"] : ["agent"])(
      "%s: tickets of the first page and of a search in their order, then the next one; reading leaves no trace",
      async (name) => {
        const page = await signedIn(name)
        await visit(page, "/")
        const rows = await page
          .locator(".ticket-list td:first-child a[href*='/Ticket/Display.html?id=']")
          .allInnerTexts()
        expect(rows.length).toBeGreaterThan(5)
        expect(await listSeen(page)).toEqual(rows)
        const trace = () =>
          page.evaluate(async () => {
            const read = async (path: string) =>
              (await fetch(`/REST/2.0/ticket/9${path}`, { cache: "no-store" })).json()
            return [(await read("")).LastUpdated, (await read("/history?per_page=100")).count]
          })
        const before = await trace()
        expect(await ask(page, { kind: "ticket-read", ticketId: "9" })).toMatchObject({ ok: true })
        expect(await trace()).toEqual(before)
        await visit(page, "/Search/Results.html?Query=id>4&OrderBy=id&Order=ASC&Rows=4")
        expect(await listSeen(page)).toEqual(["5", "6", "7", "8"])
        await visit(page, "/Ticket/Display.html?id=6")
        expect(await listSeen(page)).toEqual(["7"])
      }
    )

    test.each(SOAK ? ["agentplain", "agentde"] : ["agentplain"])(
      "%s: no editor on the ticket's page; reply allowed, comment refused, also when switched",
      async (name) => {
        const page = await signedIn(name)
        const draft = async () =>
          ask(page, { kind: "draft-insert", ticketId: "4", version: await newest(page, "4"), text: "Hello Tom." })
        await visit(page, "/Ticket/Display.html?id=4")
        expect(await draft()).toEqual({ ok: false, code: "no-editor" })
        await visit(page, "/Ticket/Update.html?Action=Comment;id=4")
        expect(await draft()).toEqual({ ok: false, code: "not-public" })
        await visit(page, "/Ticket/ModifyAll.html?id=4")
        expect(await draft()).toMatchObject({ ok: false })
        await visit(page, "/Ticket/Update.html?Action=Respond;id=4")
        await page.locator("select[name=UpdateType]").selectOption("private", { force: true })
        expect(await draft()).toEqual({ ok: false, code: "not-public" })
      }
    )

    test("plain text: inserted, read back, taken back by Ctrl+Z; another ticket and newer mail refused", async () => {
      const page = await signedIn("agentplain")
      await visit(page, "/Ticket/Update.html?Action=Respond;id=4")
      const field = page.locator("textarea[name=UpdateContent]")
      const stood = await field.inputValue()
      const version = await newest(page, "4")
      const text = "Hello Tom,\n\nwe have corrected INV-2210.\n\nSam"
      expect(await ask(page, { kind: "draft-insert", ticketId: "4", version, text })).toMatchObject({ ok: true })
      expect(await field.inputValue()).toContain(text)
      expect(await ask(page, { kind: "editor-read", ticketId: "4" })).toMatchObject({
        ok: true,
        text: expect.stringContaining(text)
      })
      await page.keyboard.press("Control+z")
      expect(await field.inputValue()).toBe(stood)
      expect(await ask(page, { kind: "draft-insert", ticketId: "5", version, text })).toEqual({
        ok: false,
        code: "other-ticket"
      })
      await rt.mail("4", "tom.becker@example.com", "One more thing: please use the other card.")
      expect(await ask(page, { kind: "draft-insert", ticketId: "4", version, text })).toMatchObject({
        ok: false,
        code: "newer-message"
      })
      expect(await field.inputValue()).toBe(stood)
    })

    test("rich text: above quote and signature, read back, taken back by Ctrl+Z; comment refused", async () => {
      const page = await signedIn("agent")
      await visit(page, "/Ticket/Display.html?id=1")
      const quoting = await page.locator(".reply-link").first().getAttribute("href")
      await visit(page, new URL(quoting ?? "", page.url()).href)
      const body = page.frameLocator("iframe.cke_wysiwyg_frame").locator("body")
      await body.getByText("Customer Care").waitFor()
      const stood = await body.innerText()
      const model = await modelOf(page)
      const draft = {
        kind: "draft-insert",
        ticketId: "1",
        version: await newest(page, "1"),
        text: "Hello Marta,\n\nthe money is on its way.\n\nDana"
      } as const
      expect(await ask(page, draft)).toMatchObject({ ok: true })
      const holds = fold(await body.innerText())
      expect(holds).toMatch(/^Hello Marta, the money is on its way\. Dana .*wrote:.*-- Dana Okafor/)
      expect(holds.endsWith(fold(stood))).toBe(true)
      await page.keyboard.press("Control+z")
      expect(await modelOf(page)).toBe(model)
      await page.locator("select[name=UpdateType]").selectOption("private", { force: true })
      expect(await ask(page, draft)).toEqual({ ok: false, code: "not-public" })
    })

    // The last test of this agent.
    test("signed out while the page stays open: told as such, never an old copy", async () => {
      const page = await signedIn("agent")
      await visit(page, "/Ticket/Display.html?id=2")
      expect(await ask(page, { kind: "ticket-read", ticketId: "2" })).toMatchObject({ ok: true })
      await page.evaluate(() => fetch("/NoAuth/Logout.html"))
      expect(await ask(page, { kind: "ticket-read", ticketId: "2" })).toEqual({ ok: false, code: "logged-out" })
      expect(await ask(page, { kind: "newest-public", ticketId: "2" })).toEqual({ ok: false, code: "logged-out" })
    })

    test("nothing was mailed to anybody", () => {
      expect(rt.outbox()).toBe("")
    })

    const signedIn = agentPages(
      () => browser,
      () => rt.url
    )

    async function visit(page: Page, path: string): Promise<void> {
      await page.goto(new URL(path, rt.url).href, { waitUntil: "domcontentloaded" })
      await startIn(page)
    }
  }
)

/** What CKEditor itself would submit. Its global is the page's own, unknown to our types. */
function modelOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    (
      globalThis as unknown as { CKEDITOR: { instances: { UpdateContent: { getData(): string } } } }
    ).CKEDITOR.instances.UpdateContent.getData()
  )
}

async function newest(page: Page, ticketId: string): Promise<string> {
  const answer = await ask(page, { kind: "newest-public", ticketId })
  if (!("version" in answer) || answer.version === undefined) throw new Error(`ticket ${ticketId} can't be read`)
  return answer.version
}

/** What a person read in the seeded tickets: the recordings' expectations, one a ticket. */
function expectedTickets(): Ticket[] {
  const folder = "tests/pages/rt"
  const cases = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => JSON.parse(readFileSync(`${folder}/${name}/expected.json`, "utf8")) as Ticket)
  return [...new Map(cases.map((ticket) => [ticket.ticketId, ticket])).values()]
}

/** Ids and times are the server's own. */
function comparable({ author, role, visibility, text }: Message) {
  return { author, role, visibility, text: fold(text) }
}
