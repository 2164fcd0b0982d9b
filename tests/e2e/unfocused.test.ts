import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { browserProgram } from "../../demo/browser/find.ts"
import type { ToPage } from "../../src/protocol/page.ts"
import { startZendeskDouble, type ZendeskDouble } from "../doubles/zendesk/server.ts"
import { built } from "./help/built.ts"
import { serveEditorPages } from "./help/editor-page.ts"
import { missingForHeadful, openHeadful, type Headful, type Target } from "./help/headful.ts"
import { focusSidePanel, openSidePanel } from "./help/side-panel.ts"

const DRAFT = "Hello Maya,\n\nwe found it.\n\nTom"
const PARAGRAPHS = "<p>My own words.</p><p>Hello Maya,</p><p>we found it.</p><p>Tom</p>"
const ZENDESK_TICKET = 35436
const missing = missingForHeadful()

/**
 * An agent clicks in the side panel, so the page that takes the draft has no focus: only a browser with a window
 * behaves so.
 */
describe.skipIf(missing)(
  missing ? `a page without the focus, skipped: ${missing} is not installed` : "a page without the focus",
  () => {
    let browser: Headful
    let pages: Awaited<ReturnType<typeof serveEditorPages>>
    let zendesk: ZendeskDouble
    let panel: Target
    beforeAll(async () => {
      pages = await serveEditorPages()
      zendesk = await startZendeskDouble()
      browser = await openHeadful(browserProgram(), built)
      panel = await openSidePanel(browser)
    })
    afterAll(async () => {
      await browser?.close()
      await pages?.close()
      await zendesk?.close()
    })

    const editors = [
      {
        name: "textarea",
        open: () => openPage("/plain"),
        ticketId: "1",
        holds: `My own words.\n\n${DRAFT}\n\nOn Tue, Maya wrote:`
      },
      { name: "CKEditor 4", open: () => openPage("/rich"), ticketId: "1", holds: `${PARAGRAPHS}<p>On Tue` },
      {
        name: "CKEditor 5",
        open: openZendesk,
        ticketId: String(ZENDESK_TICKET),
        holds: `${PARAGRAPHS}<p>&nbsp;</p><p>--&nbsp;<br>Dana</p>`
      }
    ]
    const cases = editors.flatMap((editor) => [
      { ...editor, clicked: false, before: "never clicked" },
      { ...editor, clicked: true, before: "clicked at its end" }
    ])

    test.each(cases)(
      "$name, $before: at its own place, and one Ctrl+Z takes it back",
      async ({ open, ticketId, holds, clicked }) => {
        const page = await open()
        await page.front()
        if (clicked) {
          await click(page)
          browser.screen("key", "ctrl+End")
        }
        const stood = await model(page)
        await focusSidePanel(browser, panel, page)

        // The script with the adapters is put in when the ticket is seen.
        await expect.poll(() => ask({ kind: "page-probe" }).catch(() => undefined)).toMatchObject({ ticketId })
        const { version } = await ask<{ version: string }>({ kind: "newest-public", ticketId })
        expect(await ask({ kind: "draft-insert", ticketId, version, text: DRAFT })).toMatchObject({ ok: true })
        expect(await model(page)).toContain(holds)
        expect(await page.evaluate("document.hasFocus()")).toBe(false)

        await click(page)
        browser.screen("key", "ctrl+z")
        await expect.poll(() => model(page)).toBe(stood)
        await page.close()
      }
    )

    async function openPage(path: string): Promise<Target> {
      const page = await browser.open(pages.url + path)
      await page.evaluate("globalThis.ready")
      return page
    }

    async function openZendesk(): Promise<Target> {
      const page = await browser.open(`${zendesk.url}/agent/tickets/${ZENDESK_TICKET}`)
      await page.evaluate(`(() => {
      const mounted = () => globalThis.zendeskDouble?.editors.get(${ZENDESK_TICKET})
      globalThis.model = () => mounted().getData()
      globalThis.editable = () => document.querySelector("[data-ticket-id='${ZENDESK_TICKET}'] .ck-editor__editable")
      const fill = () => mounted()?.setData("<p>My own words.</p><p>&nbsp;</p><p>--&nbsp;<br>Dana</p>") ?? mounted() !== undefined
      return fill() || new Promise((resolve) => new MutationObserver((_, observer) => {
        if (fill()) resolve(observer.disconnect())
      }).observe(document, { subtree: true, childList: true, attributes: true }))
    })()`)
      return page
    }

    /** As the background does, from the panel: it has no tab of its own either. */
    function ask<T>(message: ToPage): Promise<T> {
      return panel.evaluate(
        `chrome.tabs.query({ active: true }).then(([tab]) => chrome.tabs.sendMessage(tab.id, ${JSON.stringify(message)}))`
      )
    }

    /** Saved HTML without the white space between its paragraphs. */
    async function model(page: Target): Promise<string> {
      return (await page.evaluate<string>("model()")).replace(/>\s+</g, "><")
    }

    /** A person's click into the lower part of the editor. */
    async function click(page: Target): Promise<void> {
      const place =
        "(({ left, bottom }) => [left + 40, bottom - 10 + screenY + outerHeight - innerHeight])(editable().getBoundingClientRect())"
      const [x = 0, y = 0] = await page.evaluate<number[]>(place)
      browser.screen("mousemove", x, y, "click", 1)
      await expect.poll(() => page.evaluate("document.hasFocus()")).toBe(true)
    }
  }
)
