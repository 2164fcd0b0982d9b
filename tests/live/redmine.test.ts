import { readFileSync, readdirSync } from "node:fs"
import { chromium, type Browser, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { browserProgram } from "../../demo/browser/find.ts"
import type { Message } from "../../src/ticket/ticket.ts"
import { liveRedmine } from "./installed.ts"
import { ask, listSeen, openTicket, startIn } from "./page-code.ts"
import { signIn, startRedmine, type Redmine } from "./redmine/instance.ts"

const installed = liveRedmine({ install: false })
const fold = (text: string) => text.replace(/\s+/g, " ").trim()

describe.skipIf(!installed.ok)(installed.ok ? "live Redmine" : `live Redmine, skipped: ${installed.reason}`, () => {
  let server: Redmine
  let browser: Browser
  let page: Page
  const pages = new Map<string, Page>()
  beforeAll(async () => {
    server = await startRedmine()
    browser = await chromium.launch({ executablePath: browserProgram(), headless: true, args: ["--no-sandbox"] })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  describe.each([
    { name: "agent", cases: recorded().filter((one) => one.name !== "german-ui") },
    // A German interface: the words of the page must not matter. Its issue has one more note, of a reply that was sent.
    { name: "agentde", cases: recorded().filter((one) => one.name === "german-ui") }
  ])("$name", ({ name, cases }) => {
    beforeAll(async () => {
      if (name === "agentde") await server.note("2", "agent", "Hi Liam,\n\n*plain* <b>x</b> 日本")
      page = await signedIn(name)
    })

    test.each(cases)("reads as a person would: $name", async (one) => {
      const { ticketId } = one
      await visit(`/issues/${ticketId}`)
      if (one.composer) await page.locator("#content > .contextual a.icon-edit").first().click()
      expect(await openTicket(page)).toBe(ticketId)
      const answer = await ask(page, { kind: "ticket-read", ticketId })
      if (!("ticket" in answer)) throw new Error(`issue ${ticketId} can't be read: ${JSON.stringify(answer)}`)
      const { subject, status, requester, tags, messages, agent } = answer.ticket
      expect({ subject, status, requester, tags }).toEqual({
        subject: one.subject,
        status: one.status,
        requester: { name: one.requester.name },
        tags: one.tags.toSorted()
      })
      expect(messages.map(comparable)).toEqual(one.messages.map(comparable))
      expect(messages.map(({ at }) => at)).toEqual(messages.map(({ at }) => at).toSorted())
      expect(agent?.name).toBe(name === "agent" ? "Dana Okafor" : "Ute Brandt")
      const newest = messages.findLast(({ visibility }) => visibility === "public")?.id
      expect(await ask(page, { kind: "newest-public", ticketId })).toEqual({ ok: true, version: newest })
      expect(await ask(page, { kind: "editor-read", ticketId })).toEqual(
        one.composer ? { ok: true, text: "" } : { ok: false, code: "no-editor" }
      )
    })
  })

  test("all twelve recorded cases are compared", () => {
    expect(recorded()).toHaveLength(12)
  })

  describe("an agent", () => {
    beforeAll(async () => {
      page = await signedIn("agent")
    })

    test("an address that is shown, a colleague of the customer's, a file with its note, Textile that plays a note", async () => {
      await visit("/issues/11")
      const answer = await ask(page, { kind: "ticket-read", ticketId: "11" })
      expect(answer).toMatchObject({ ok: true, ticket: { requester: { name: "Eva Lund", email: "eva@example.com" } } })
      if (!("ticket" in answer)) return
      expect(
        answer.ticket.messages.map(({ author, role, visibility, text, attachments }) => ({
          author,
          role,
          visibility,
          text,
          attachments
        }))
      ).toEqual([
        {
          author: "Eva Lund",
          role: "customer",
          visibility: "public",
          text: "Invoice\n\nOur invoice INV-3310 shows the wrong VAT number.\n\n- INV-3310\n- INV-3311\n\nline 1\n  line 2",
          attachments: undefined
        },
        {
          author: "Bo Lund",
          role: "customer",
          visibility: "public",
          text: "It should be HR12345678901.\n\nFAKE private note",
          attachments: undefined
        },
        {
          author: "Dana Okafor",
          role: "agent",
          visibility: "public",
          text: "Corrected, see the file.",
          attachments: [{ name: "INV-3310.txt", size: 18, url: `${server.url}/attachments/download/2/INV-3310.txt` }]
        }
      ])
    })

    test("reading leaves the agent's filter of the issue list alone", async () => {
      await page.goto(`${server.url}/issues?set_filter=1&status_id=c`)
      await visit("/issues/2")
      await ask(page, { kind: "ticket-read", ticketId: "2" })
      await page.goto(`${server.url}/issues`)
      expect(await page.locator("#operators_status_id").inputValue()).toBe("c")
    })

    test("a list tells the issues that can be read without another project being noted as the last used one", async () => {
      const lastUsed = async () => {
        await page.goto(`${server.url}/my/page`)
        return page.locator("#project-jump .projects a").first().textContent()
      }
      const told = async (path: string) => {
        await visit(path)
        return listSeen(page)
      }
      await visit("/projects/warehouse")
      expect(await told("/issues?set_filter=1&sort=id:desc")).toEqual(["14"])
      expect(await told("/projects/support/issues?set_filter=1")).toBeUndefined()
      expect(await told("/projects/support/issues?set_filter=1&sort=id&c[]=subject&c[]=project")).toEqual([
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10"
      ])
      expect(await told("/issues?set_filter=1&sort=id")).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"])
      expect(await ask(page, { kind: "ticket-read", ticketId: "3" })).toMatchObject({
        ok: true,
        ticket: { requester: { name: "Priya Nair" } }
      })
      expect(await lastUsed()).toBe("Support")
      // One that isn't told would have been noted.
      await visit("/issues")
      expect(await ask(page, { kind: "ticket-read", ticketId: "13" })).toMatchObject({ ok: true })
      expect(await lastUsed()).toBe("Support Returns")
    })

    test("which ticket is in front: form, notes, list, project, new issue", async () => {
      for (const [path, ticketId] of [
        ["/issues/3/edit", "3"],
        ["/issues/3?tab=notes", "3"],
        ["/issues", undefined],
        ["/projects/support", undefined],
        ["/projects/support/issues/new", undefined]
      ] as const) {
        await visit(path)
        expect(await openTicket(page), path).toBe(ticketId)
      }
    })

    test("closed form and preview are told; private notes refused, also when switched; another issue and newer notes refused", async () => {
      await visit("/issues/4")
      const version = await newest("4")
      const draft = (ticketId = "4") => ask(page, { kind: "draft-insert", ticketId, version, text: "Hallo Jürgen." })
      expect(await draft()).toEqual({ ok: false, code: "no-editor" })
      await edit()
      await page.locator("#issue_private_notes").check()
      expect(await draft()).toEqual({ ok: false, code: "not-public" })
      await page.locator("#issue_private_notes").uncheck()
      expect(await draft("5")).toEqual({ ok: false, code: "other-ticket" })
      await page.locator("#issue_notes").fill("x")
      await page.locator("#update .tab-preview").last().click()
      await page.locator("#preview_issue_notes p").waitFor()
      expect(await draft()).toEqual({ ok: false, code: "no-editor" })
      await page.locator("#update .tab-edit").last().click()
      await server.note("4", "jm", "Bitte bis Freitag.")
      expect(await draft()).toMatchObject({ ok: false, code: "newer-message" })
      expect(await page.locator("#issue_notes").inputValue()).toBe("x")
    })

    test.each(["/issues/1", "/issues/1/edit"])(
      "%s: inserted above Redmine's own quote, exchanged, taken back step by step",
      async (path) => {
        await visit(path)
        if (path === "/issues/1") {
          await page.locator("#change-2 .icon-comment").first().click()
          await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>("#issue_notes")?.value)
        }
        const notes = page.locator("#issue_notes")
        const stood = await notes.inputValue()
        const version = await newest("1")
        const first = "Hello Marta,\n\n189.90 EUR <today> & a new one.\n\nDana"
        expect(await ask(page, { kind: "draft-insert", ticketId: "1", version, text: first })).toMatchObject({
          ok: true,
          before: stood.trimEnd()
        })
        expect((await notes.inputValue()).startsWith(first)).toBe(true)
        expect((await notes.inputValue()).trim().endsWith(stood.trim())).toBe(true)
        const second = "Hello Marta,\n\nshorter.\n\nDana"
        const between = await notes.inputValue()
        expect(
          await ask(page, { kind: "draft-insert", ticketId: "1", version, text: second, former: first })
        ).toMatchObject({ ok: true })
        expect((await notes.inputValue()).startsWith(second)).toBe(true)
        expect(await page.locator("#issue_description").inputValue()).toContain("Order 48213")
        await page.keyboard.press("Control+z")
        expect(await notes.inputValue()).toBe(between)
        await page.keyboard.press("Control+z")
        expect(await notes.inputValue()).toBe(stood)
      }
    )

    // The last test of this agent.
    test("signed out while the page stays open: told as such", async () => {
      await visit("/issues/2")
      await page.context().clearCookies()
      expect(await ask(page, { kind: "ticket-read", ticketId: "2" })).toEqual({ ok: false, code: "logged-out" })
      expect(await ask(page, { kind: "newest-public", ticketId: "2" })).toEqual({ ok: false, code: "logged-out" })
    })
  })

  /** The one page of each agent. */
  async function signedIn(name: string): Promise<Page> {
    const standing = pages.get(name)
    if (standing) return standing
    const opened = await (await browser.newContext()).newPage()
    await opened.goto(`${server.url}/login`)
    await signIn(opened, name)
    pages.set(name, opened)
    return opened
  }

  async function visit(path: string): Promise<void> {
    await page.goto(server.url + path, { waitUntil: "load" })
    await startIn(page)
  }

  const edit = () => page.locator("#content > .contextual a.icon-edit").first().click()

  async function newest(ticketId: string): Promise<string> {
    const answer = await ask(page, { kind: "newest-public", ticketId })
    if (!("version" in answer) || answer.version === undefined) throw new Error(`issue ${ticketId} can't be read`)
    return answer.version
  }
})

interface Recorded {
  name: string
  ticketId: string
  subject: string
  status: string
  requester: { name: string }
  tags: string[]
  messages: Message[]
  composer?: object
}

/** What a person read in the seeded issues. */
function recorded(): Recorded[] {
  const folder = "tests/pages/redmine"
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, ...JSON.parse(readFileSync(`${folder}/${name}/expected.json`, "utf8")) }))
}

/** Ids and times are the server's own. */
function comparable({ author, role, visibility, text }: Message) {
  return { author, role, visibility, text: fold(text) }
}
