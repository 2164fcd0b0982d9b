import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { importFolder } from "../../src/knowledge/import/import-folder.ts"
import { startWorld, type World } from "../e2e/help/harness.ts"
import { testInSoak } from "../e2e/help/soak.ts"
import { button, draftReady, insert, ready, region, says, shows } from "../e2e/help/steps.ts"
import { root } from "../house/files.ts"
import { liveRequestTracker } from "./installed.ts"
import { startRequestTracker, type RequestTracker } from "./rt/instance.ts"
import { signIn } from "./rt/sign-in.ts"
import { readStoredDrafts } from "../relay/help/stored-draft.ts"

const tracker = liveRequestTracker({ install: false })

/**
 * The built extension, the relay with a team's own knowledge and a live Request Tracker. The sample's articles are
 * there too and may not answer. What the path in Redmine or `request-tracker.test.ts` looks at as well is part of the
 * soak.
 */
describe.skipIf(!tracker.ok)(
  tracker.ok ? "whole path in Request Tracker" : `whole path in Request Tracker, skipped: ${tracker.reason}`,
  () => {
    let rt: RequestTracker
    let world: World
    let panel: Page
    let page: Page
    beforeAll(async () => {
      rt = await startRequestTracker()
      world = await startWorld()
      await importFolder(world.relay.db, join(root, "tests/live/knowledge"), {
        origin: "team",
        signal: AbortSignal.timeout(60_000)
      })
      page = await world.browser.context.newPage()
      panel = await world.browser.page("sidepanel.html")
    })
    afterAll(async () => {
      await world?.close()
      await rt?.close()
    })

    test("rich text: a checked draft stands in CKEditor above quote and signature, and Ctrl+Z takes it back", async () => {
      await signInAs("agent")
      await open("/Ticket/Update.html?Action=Respond;id=1")
      await draftReady(panel, "1")
      expect(await region(panel, "Sources").innerText()).toMatch(/arrive damaged/)
      expect(await region(panel, "Draft").innerText()).toMatch(/within 7 working days/)
      const body = page.frameLocator("iframe.cke_wysiwyg_frame").locator("body")
      const stood = await body.innerText()
      await insert(panel)
      await expect.poll(() => body.innerText()).toMatch(/^Hello Marta/)
      expect(fold(await body.innerText()).endsWith(fold(stood))).toBe(true)
      await page.bringToFront()
      await body.press("Control+z")
      await expect.poll(async () => fold(await body.innerText())).toBe(fold(stood))
    })

    testInSoak("a comment is refused, with the sentence, and nothing is written", async () => {
      await open("/Ticket/Update.html?Action=Comment;id=1")
      await draftReady(panel, "1")
      const body = page.frameLocator("iframe.cke_wysiwyg_frame").locator("body")
      await body.waitFor()
      const stood = await body.innerText()
      await pressInsert()
      await says(panel, /may not be a public reply/)
      expect(await body.innerText()).toBe(stood)
    })

    test("plain text: stands in the text field; a newer mail is refused and told", async () => {
      await signInAs("agentplain")
      await open("/Ticket/Update.html?Action=Respond;id=4")
      await draftReady(panel, "4")
      expect(await region(panel, "Draft").innerText()).toMatch(/within 5 working days/)
      const field = page.locator("textarea[name=UpdateContent]")
      await insert(panel)
      await expect.poll(() => field.inputValue()).toMatch(/^Hello Tom/)
      await page.bringToFront()
      await field.press("Control+z")
      await expect.poll(() => field.inputValue()).not.toContain("Hello Tom")
      await rt.mail("4", "tom.becker@example.com", "I have found the second charge on my other card.")
      await panel.bringToFront()
      await pressInsert()
      await says(panel, /wrote again|newer message/)
      expect(await field.inputValue()).not.toContain("Hello Tom")
    })

    testInSoak(
      "German interface: the ticket is read, the editor found; a German ticket gets a letter or a refusal",
      async () => {
        await signInAs("agentde")
        await open("/Ticket/Update.html?Action=Respond;id=2")
        await shows(panel, "2")
        await open("/Ticket/Update.html?Action=Respond;id=5")
        await shows(panel, "5")
        // A ticket that is left before its draft is asked for has none: the answer is waited for.
        await region(panel, "Draft")
          .getByText(/No draft: |Guten Tag/)
          .first()
          .waitFor()
      }
    )

    test("with none opened, the first tickets of the first page's list are prepared where the popup says so", async () => {
      const popup = await world.browser.page("popup.html")
      await popup.getByRole("checkbox", { name: "Also for the next tickets of the list" }).click()
      await popup.close()
      await open("/")
      const [first = "", second = "", third = ""] = await page
        .locator(".ticket-list td:first-child a[href*='/Ticket/Display.html?id=']")
        .allInnerTexts()
      const drafted = async () =>
        (
          await world.relay.db
            .selectFrom("drafts")
            .select("ticket_id")
            .where("ticket_id", "in", [first, second, third])
            .execute()
        )
          .map(({ ticket_id }) => ticket_id)
          .sort()
      await expect.poll(drafted, { timeout: 20_000 }).toEqual([first, second, third].sort())
    })

    test("the invented shop's articles answered none of it, and nobody was mailed", async () => {
      const drafts = await readStoredDrafts(world.relay.db)
      expect(drafts.length).toBeGreaterThan(2)
      expect(JSON.stringify(drafts)).not.toMatch(/sample\/(en|de|fr|es|pt|ja)\//)
      expect(JSON.stringify(drafts)).not.toMatch(/Marta|Kowalski|Becker|SECRET-hunter2/)
      expect(rt.outbox()).toBe("")
    })

    async function signInAs(name: string): Promise<void> {
      await page.context().clearCookies()
      await page.goto(rt.url)
      await signIn(page, name)
    }

    async function open(path: string): Promise<void> {
      await page.bringToFront()
      await page.goto(new URL(path, rt.url).href, { waitUntil: "load" })
    }

    /** Twice where a blank or a promise asks for it. */
    async function pressInsert(): Promise<void> {
      await ready(panel, "Insert").click()
      const again = region(panel, "Actions").getByText("Press Insert again")
      if (
        await again.waitFor({ timeout: 1500 }).then(
          () => true,
          () => false
        )
      )
        await button(panel, "Insert").click()
    }
  }
)

function fold(text: string): string {
  return text.replace(/[\s\u200b\u00a0]+/g, " ").trim()
}
