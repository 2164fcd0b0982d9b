import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import {
  icPart,
  intercomAddress,
  intercomAnswer,
  intercomPage,
  type IntercomConversation
} from "../../doubles/intercom/intercom.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { bar, button, draftWritten, letter, openPanel, ready } from "../help/steps.ts"

const kettle: IntercomConversation = {
  workspace: "abc123",
  id: "77001",
  title: "Kettle leaks",
  parts: [icPart("chat", 0, "My kettle leaks at the handle."), icPart("note", 10, "SUPPLIER-SECRET")]
}

let model: ModelDouble
let world: World
let panel: Page
let page: Page
beforeAll(async () => {
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false })
  page = await world.browser.context.newPage()
  await page.route("https://app.intercom.com/**", async (route) => {
    const url = new URL(route.request().url())
    if (!url.pathname.startsWith("/ember/"))
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: intercomPage(kettle, "shadow") })
    const answer = intercomAnswer(kettle, url)
    return route.fulfill({ contentType: "application/json", status: answer.status, body: await answer.text() })
  })
  panel = await openPanel(world)
})
afterAll(async () => {
  await world.close()
  await model.close()
})

test("Intercom: read and drafted for; Copy takes the place of Insert and says why; what comes into the shadow root is noticed", async () => {
  await page.goto(intercomAddress(kettle))
  await page.evaluate(() => document.addEventListener("keydown", () => (document.title = "PRESSED"), true))
  await draftWritten(panel, "abc123-77001")
  await letter(panel).getByText("Thank you for your message.").waitFor()
  await bar(panel)
    .getByText("This helpdesk’s page doesn’t show whether the box is a reply or an internal note.")
    .waitFor()
  await ready(panel, /^Copy 1 of/).waitFor()
  expect(await ready(panel, /^Insert/).count()).toBe(0)
  await button(panel, /^Insert 1 of/).click({ force: true })
  await bar(panel).getByText("proves that a reply goes to the customer").first().waitFor()
  expect(await page.locator(".ProseMirror").innerText()).toBe("")
  expect(await page.locator(".send").innerText()).toBe("Send")
  expect(await page.title()).not.toBe("PRESSED")
  const sent = () => model.requests.map(({ body }) => body).join()
  expect(sent()).toContain("leaks at the handle")
  expect(sent()).not.toMatch(/SUPPLIER-SECRET|Bruni|post\.example/)

  kettle.parts.push(icPart("chat", 20, "And at the lid."))
  await page.evaluate(() => {
    const part = document.createElement("div")
    part.className = "flex group/content-part"
    document.querySelector("#teammate-app-react")?.shadowRoot?.append(part)
  })
  // The bar still says why Insert is off at all.
  await panel.getByText("answers an older message").first().waitFor()
})
