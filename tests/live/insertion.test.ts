import { chromium, type Browser, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { browserProgram } from "../../demo/browser/find.ts"
import { SOAK } from "../e2e/help/soak.ts"
import { liveRequestTracker } from "./installed.ts"
import { ask, startIn } from "./page-code.ts"
import { startRequestTracker, type RequestTracker } from "./rt/instance.ts"
import { agentPages } from "./rt/sign-in.ts"

const tracker = liveRequestTracker({ install: false })
const DRAFT = "Hello Marta,\n\nwe refund 189.90 EUR <today> & send a new one:\nLumen & Ladle.\n\nDana"

describe.skipIf(!tracker.ok)(
  tracker.ok
    ? "insertion into a live Request Tracker"
    : `insertion into a live Request Tracker, skipped: ${tracker.reason}`,
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

    // The German interface has the same editor as the English one: the soak has both.
    test.each([
      { name: "agent", kind: "rich" },
      ...(SOAK ? [{ name: "agentde", kind: "rich" } as const] : []),
      { name: "agentplain", kind: "plain" }
    ] as const)(
      "$name ($kind): above quote and signature, below own words, exchanged, all undone",
      async ({ name, kind }) => {
        const page = await signedIn(name)
        await page.goto(`${rt.url}${await replyWithQuote(page)}`, { waitUntil: "domcontentloaded" })
        await ready(page, kind)
        await startIn(page)
        const empty = await model(page)
        const version = await newest(page)
        const insert = (text: string, former?: string) =>
          ask(page, { kind: "draft-insert", ticketId: "1", version, text, ...(former ? { former } : {}) })
        const quoted = await read(page)
        expect(quoted).toContain("Order 48213")

        expect(await insert(DRAFT)).toMatchObject({ ok: true, before: quoted })
        expect((await read(page)).startsWith(DRAFT)).toBe(true)
        expect(await read(page)).toContain(quoted.trim())
        await page.keyboard.press("Control+z")
        expect(await model(page)).toBe(empty)

        await typeAtTop(page, kind, "In short: yes.")
        const typed = await model(page)
        expect(await insert(DRAFT)).toMatchObject({ ok: true })
        expect((await read(page)).startsWith(`In short: yes.\n\n${DRAFT}`)).toBe(true)
        const first = await model(page)
        expect(await insert("Hello Marta,\n\nshorter.", DRAFT)).toMatchObject({ ok: true })
        expect((await read(page)).startsWith("In short: yes.\n\nHello Marta,\n\nshorter.\n")).toBe(true)
        await page.keyboard.press("Control+z")
        expect(await model(page)).toBe(first)
        await page.keyboard.press("Control+z")
        expect(await model(page)).toBe(typed)
      }
    )

    test("what goes out when the agent presses Send is the draft above the signature", async () => {
      const page = await signedIn("agent")
      await page.goto(`${rt.url}/Ticket/Update.html?Action=Respond;id=1`, { waitUntil: "domcontentloaded" })
      await ready(page, "rich")
      await startIn(page)
      expect(
        await ask(page, { kind: "draft-insert", ticketId: "1", version: await newest(page), text: DRAFT })
      ).toMatchObject({ ok: true })
      expect(rt.outbox()).toBe("")
      const sent = await page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const form = document.querySelector<HTMLFormElement>("form[name=TicketUpdate]")
            form?.addEventListener("submit", (event) => {
              event.preventDefault()
              resolve(String(new FormData(form).get("UpdateContent")))
            })
            form?.querySelector<HTMLElement>("input[name=SubmitTicket]")?.click()
          })
      )
      expect(sent.replace(/\s+/g, " ")).toMatch(
        /^<p>Hello Marta,<\/p> <p>we refund 189\.90 EUR &lt;today&gt; &amp; send a new one:<br \/> Lumen &amp; Ladle\.<\/p> <p>Dana<\/p>.*Dana Okafor/
      )
    })

    test("nothing was mailed to anybody", () => {
      expect(rt.outbox()).toBe("")
    })

    const signedIn = agentPages(
      () => browser,
      () => `${rt.url}/Ticket/Display.html?id=1`
    )

    /** The link by which an agent answers the customer's first message; the editor then holds the quote. */
    async function replyWithQuote(page: Page): Promise<string> {
      const { transaction } = await page.evaluate(async () => {
        const answer = await fetch("/REST/2.0/ticket/1/history?fields=Type&per_page=1", { cache: "no-store" })
        return { transaction: String((await answer.json()).items[0].id) }
      })
      return `/Ticket/Update.html?Action=Respond;id=1;QuoteTransaction=${transaction}`
    }
  }
)

async function ready(page: Page, kind: "rich" | "plain"): Promise<void> {
  if (kind === "plain") return page.locator("textarea[name=UpdateContent]").waitFor()
  await page.waitForFunction(
    () => "CKEDITOR" in globalThis && window.CKEDITOR.instances?.["UpdateContent"]?.status === "ready"
  )
}

/** What the editor itself would save. */
function model(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      window.CKEDITOR?.instances?.["UpdateContent"]?.getData() ??
      document.querySelector<HTMLTextAreaElement>("textarea[name=UpdateContent]")?.value ??
      ""
  )
}

async function read(page: Page): Promise<string> {
  const answer = await ask(page, { kind: "editor-read", ticketId: "1" })
  if (!("text" in answer)) throw new Error(`the editor can't be read: ${JSON.stringify(answer)}`)
  return answer.text
}

async function newest(page: Page): Promise<string> {
  const answer = await ask(page, { kind: "newest-public", ticketId: "1" })
  if (!("version" in answer) || answer.version === undefined) throw new Error("the ticket can't be read")
  return answer.version
}

/** As an agent does: a click into the editor, to its beginning, words, and a line of their own. */
async function typeAtTop(page: Page, kind: "rich" | "plain", words: string): Promise<void> {
  if (kind === "plain") await page.locator("textarea[name=UpdateContent]").focus()
  else await page.frameLocator("iframe.cke_wysiwyg_frame").locator("body").focus()
  await page.keyboard.press("Control+Home")
  await page.keyboard.type(words)
  await page.keyboard.press("Enter")
  if (kind === "plain") await page.keyboard.press("Enter")
}
