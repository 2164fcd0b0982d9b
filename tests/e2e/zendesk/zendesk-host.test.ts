import { afterAll, beforeAll, expect, test } from "vitest"
import { pair } from "../../../demo/tour/browser.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { allowSite, isAllowed, withPopupKey } from "../help/by-popup.ts"
import { startWorld, type World } from "../help/harness.ts"
import { missingForHeadful, startScreen, type Screen } from "../help/headful.ts"
import { draftReady, insert, openPart, region } from "../help/steps.ts"
import { openZendesk, startZendeskDouble, type ZendeskDouble } from "../help/zendesk.ts"

const missing = missingForHeadful()
const why = missing ? ` (skipped: takes ${missing}, which is not installed)` : ""
let screen: Screen
let desk: ZendeskDouble
let model: ModelDouble
let world: World

beforeAll(async () => {
  if (missing) return
  screen = await startScreen()
  process.env["DISPLAY"] = screen.display
  desk = await startZendeskDouble()
  model = await startModelDouble({ kind: "text", text: "Hello [PERSON_1],\n\nThank you.\n\nKind regards" })
  world = await startWorld(model.settings, { knowledge: false, paired: false, headless: false, prepare: withPopupKey })
})
afterAll(async () => {
  await world?.close()
  await model?.close()
  await desk?.close()
  await screen?.close()
})

test.skipIf(missing)(
  `Zendesk on a domain of one's own: nothing before the click, all of it after one, in the page as it stands${why}`,
  async () => {
    const { browser, relay } = world
    await pair(browser, await relay.pair("agent", "Noor Haddad", ["agents"]), relay.url)
    const panel = await browser.page("sidepanel.html")
    const site = desk.url.replace("127.0.0.1", "support.brightpots.localhost")
    const agent = await openZendesk(world, { url: site }, 35436)
    await agent.page.bringToFront()
    expect(await isAllowed(world, site)).toBe(false)
    expect(desk.state.calls).toEqual([])

    await allowSite(world, screen, panel, site)
    await draftReady(panel, "35436")
    await insert(panel)
    expect(await agent.data(35436)).toContain("Hello Ines Carvalho,")

    await agent.page.reload()
    await agent.go(35442)
    await draftReady(panel, "35442")
    await openPart(panel, "more:macros")
    await region(panel, "Macros").getByText("3 macros.").waitFor()
    expect(desk.state.calls.length).toBeGreaterThan(0)
  }
)
