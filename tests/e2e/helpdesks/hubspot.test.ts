import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { CSRF, hsRow, hubspotAddress, hubspotAnswer, hubspotPage } from "../../doubles/hubspot/hubspot.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { bar, button, draftWritten, letter, openPanel, ready } from "../help/steps.ts"

const kettle = {
  portal: "6010218",
  id: "11173394035",
  rows: [hsRow("mail", 0, "My kettle leaks at the handle."), hsRow("note", 10, "SUPPLIER-SECRET")]
}
/** A conversation that HubSpot refuses. */
const refused = { ...kettle, id: "11173394036" }

let model: ModelDouble
let world: World
let panel: Page
let page: Page
const asked: string[] = []
beforeAll(async () => {
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false })
  page = await world.browser.context.newPage()
  await page.route("https://app.hubspot.com/**", async (route) => {
    const request = route.request()
    const url = new URL(request.url())
    if (!url.pathname.startsWith("/api/"))
      return route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers: { "set-cookie": `hubspotapi-csrf=${CSRF}; Path=/; Secure` },
        body: hubspotPage(kettle)
      })
    asked.push(`${request.method()} ${url.pathname}`)
    const answer = hubspotAnswer(kettle, url, { headers: await request.allHeaders() })
    return route.fulfill({
      contentType: "application/json",
      status: url.pathname.includes(refused.id) ? 403 : answer.status,
      body: await answer.text()
    })
  })
  panel = await openPanel(world)
})
afterAll(async () => {
  await world.close()
  await model.close()
})

test("HubSpot: read by the page's session and drafted for; Copy takes the place of Insert; a comment stays in the browser", async () => {
  await page.goto(hubspotAddress(kettle))
  await draftWritten(panel, "6010218-11173394035")
  await letter(panel).getByText("Thank you for your message.").waitFor()
  await bar(panel)
    .getByText("This helpdesk’s page doesn’t show whether the box is a reply or an internal note.")
    .waitFor()
  await ready(panel, /^Copy/).waitFor()
  await button(panel, /^Insert/).click({ force: true })
  await bar(panel).getByText("proves that a reply goes to the customer").first().waitFor()
  expect(await page.locator(".ProseMirror").innerText()).toBe("")
  const sent = model.requests.map(({ body }) => body).join()
  expect(sent).toContain("leaks at the handle")
  expect(sent).not.toMatch(/SUPPLIER-SECRET|Ines|post\.example/)
  expect(sent).not.toContain(CSRF)
  expect(new Set(asked)).toEqual(new Set([`GET /api/messages/v2/threadlist/member/${kettle.id}/details`]))
})

test("where it is refused, the panel offers to show the places, and pointing starts", async () => {
  await panel.setViewportSize({ width: 400, height: 900 })
  await page.goto(hubspotAddress(refused))
  await bar(panel).getByRole("button", { name: "Use the selected text" }).waitFor()
  // Beside two buttons the sentence would have a letter a line.
  expect((await bar(panel).boundingBox())?.height).toBeLessThan(300)
  await bar(panel).getByRole("button", { name: "Show where the ticket is" }).click()
  await panel.getByText("Point at the ticket’s subject").first().waitFor()
})
