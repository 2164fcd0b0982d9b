import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { firefoxProgram, openFirefox, type Firefox } from "../help/firefox.ts"
import { startServers, type Servers } from "../help/harness.ts"
import { pair } from "../help/firefox-steps.ts"

const program = firefoxProgram()
/** Firefox ends an idle background page after so long, usually 30 s. The relay shows more often that it is there. */
const IDLE_MS = 5000
const HEARTBEAT_SECONDS = 1
const LETTER =
  "Hello [PERSON_1],\n\nNorrland Parcel shows your order LL-48213 as delivered on 16 November 2026.\n\nKind regards\n[PERSON_2]"

/** The background page of Firefox sleeps when it seems to have nothing to do, as while it waits for a slow model. */
describe.skipIf(!program)(
  program ? "a slow model in Firefox" : "a slow model in Firefox, skipped: it is not installed",
  () => {
    let model: ModelDouble
    let servers: Servers
    let firefox: Firefox
    let panel: Page
    beforeAll(async () => {
      model = await startModelDouble({ kind: "text", text: LETTER, pieces: 60, paceMs: 2 * IDLE_MS })
      servers = await startServers(model.settings, { heartbeatSeconds: HEARTBEAT_SECONDS })
      firefox = await openFirefox(program ?? "", { preferences: { "extensions.background.idle.timeout": IDLE_MS } })
    })
    afterAll(async () => {
      await firefox?.close()
      await servers?.close()
      await model?.close()
    })

    test("the draft comes whole, although the model is silent for longer than the page may idle", async () => {
      const popup = await firefox.page("popup.html")
      await pair(popup, servers)
      await popup.close()
      const ticket = await firefox.browser.newPage()
      await ticket.goto(`http://127.0.0.1:${servers.helpdesk.port}/tickets/1001`)
      panel = await firefox.page("sidepanel.html")
      await expect
        .poll(() => panel.$eval("body", ({ innerText }) => innerText), { timeout: 60_000, interval: 1000 })
        .toMatch(/16 November 2026[^]*Kind regards/)
      // The model verifies the letter next, and is as slow again.
      await expect
        .poll(() => servers.relay.db.selectFrom("drafts").select(["state"]).execute(), { timeout: 60_000 })
        .toEqual([{ state: "done" }])
      await panel.click("#dock-sources")
      await panel.locator("::-p-text(To check)").click()
      await expect
        .poll(() => panel.$eval("body", ({ innerText }) => innerText), { timeout: 10_000 })
        .toContain("took too long to check this draft")
    })
  }
)
