import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { apiRow, HUB_API, HUB_TOKEN, hubspotApi, type HubspotAccount } from "../../doubles/hubspot/api.ts"
import { CSRF, hubspotPage } from "../../doubles/hubspot/hubspot.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { answerInWorker } from "./worker-api.ts"
import { bar, button, draftWritten, letter, openPanel, ready } from "../help/steps.ts"

const kettle = {
  id: "11173394035",
  ticket: "29859078751",
  rows: [
    apiRow("mail", 0, "My kettle leaks at the handle."),
    apiRow("note", 10, "SUPPLIER-SECRET"),
    apiRow("reply", 20, "Which one is it?"),
    apiRow("mail", 30, "The large one.")
  ]
}
const account: HubspotAccount = {
  portal: "6010218",
  threads: [
    kettle,
    { ...kettle, id: "11173394036", ticket: "29859078752" },
    { ...kettle, id: "11173394037", ticket: "29859078752" }
  ]
}
const ticketAt = (ticket: string) => `https://app.hubspot.com/help-desk/6010218/view/9/ticket/${ticket}#email`
const C = "/conversations/v3/conversations"
const PATHS = [
  "/account-info/v3/details",
  `${C}/threads?associatedTicketId=29859078751&association=TICKET`,
  `${C}/threads?associatedTicketId=29859078752&association=TICKET`,
  `${C}/threads/${kettle.id}?association=TICKET`,
  `${C}/threads/${kettle.id}/messages?limit=100`
]

let model: ModelDouble
let world: World
let panel: Page
let page: Page
let asked: () => Promise<string[]>
beforeAll(async () => {
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false })
  const { context } = world.browser
  page = await context.newPage()
  // The session gives nothing, as if its request were unknown to HubSpot.
  await page.route("https://app.hubspot.com/**", (route) =>
    route.request().url().includes("/api/")
      ? route.fulfill({ status: 404, contentType: "application/json", body: "{}" })
      : route.fulfill({
          contentType: "text/html; charset=utf-8",
          headers: { "set-cookie": `hubspotapi-csrf=${CSRF}; Path=/; Secure` },
          body: hubspotPage({ portal: account.portal, id: kettle.id, rows: [] })
        })
  )
  panel = await openPanel(world)
  asked = await answerInWorker(context, {
    origin: HUB_API,
    token: HUB_TOKEN,
    paths: PATHS,
    answer: (url, headers) => hubspotApi(account, url, headers)
  })
})
afterAll(async () => {
  await world.close()
  await model.close()
})

const keep = async (token: string) => {
  await panel.getByLabel("API token").fill(token)
  await button(panel, "Keep it and read the ticket").click()
}

test("HubSpot: where the session gives nothing, the panel offers the places and a token; a wrong one is refused, with the right one it is read and drafted for", async () => {
  await page.goto(`https://app.hubspot.com/live-messages/6010218/inbox/${kettle.id}#email`)
  await panel.getByText("gives no guarantee that a ticket can be read in your session").waitFor()
  await bar(panel).getByRole("button", { name: "Show where the ticket is" }).waitFor()
  await keep("wrong")
  await panel.getByText("api.hubapi.com refused the token.").waitFor()
  await keep(HUB_TOKEN)
  await draftWritten(panel, `6010218-${kettle.id}`)
  await letter(panel).getByText("Thank you for your message.").waitFor()
  await ready(panel, /^Copy/).waitFor()
  const sent = model.requests.map(({ body }) => body).join()
  expect(sent).toContain("leaks at the handle")
  expect(sent).not.toMatch(/SUPPLIER-SECRET|Ines|post\.example/)
  expect(sent).not.toContain(HUB_TOKEN)
})

test("a ticket whose address names no conversation is read with the token; of one with several none is guessed", async () => {
  await page.goto(ticketAt("29859078751"))
  await draftWritten(panel, "6010218-t29859078751")
  await page.goto(ticketAt("29859078752"))
  await bar(panel).getByText("This ticket has several conversations").waitFor()
  await bar(panel).getByRole("button", { name: "Show where the ticket is" }).waitFor()
  expect((await asked()).filter((one) => !PATHS.includes(one.replace(`GET ${HUB_API}`, "")))).toEqual([])
})
