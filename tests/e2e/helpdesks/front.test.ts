import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import {
  conversationId,
  frontAddress,
  frontApi,
  frontPage,
  frontRow,
  TOKEN,
  type FrontDouble
} from "../../doubles/front/front.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { answerInWorker } from "./worker-api.ts"
import { bar, button, draftWritten, letter, openPanel, ready } from "../help/steps.ts"

const kettle: FrontDouble = {
  number: "117421069338",
  subject: "Kettle leaks",
  rows: [
    frontRow("in", 0, "My kettle leaks at the handle."),
    frontRow("internal", 10, "SUPPLIER-SECRET"),
    frontRow("out", 20, "Which one is it?"),
    frontRow("in", 30, "The large one.")
  ]
}
const lid: FrontDouble = { number: "117421069339", subject: "Lid", rows: [frontRow("in", 0, "The lid is too small.")] }
const threads = [kettle, lid]
const pathOf = (thread: FrontDouble) => `/conversations/${conversationId(thread)}`

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
  await page.route("https://*.frontapp.com/**", (route) => {
    const shown = threads.find(({ number }) => route.request().url().includes(number))
    return route.fulfill({ contentType: "text/html; charset=utf-8", body: shown ? frontPage(shown) : "<main></main>" })
  })
  panel = await openPanel(world)
  asked = await answerInWorker(context, {
    origin: "https://api2.frontapp.com",
    token: TOKEN,
    paths: threads.flatMap((thread) => ["", "/messages?limit=100"].map((part) => pathOf(thread) + part)),
    answer: (url, headers) =>
      frontApi(threads.find((one) => url.pathname.startsWith(pathOf(one))) ?? kettle, url, headers)
  })
})
afterAll(async () => {
  await world.close()
  await model.close()
})

const tokenField = () => panel.getByLabel("API token")
const keep = async (token: string) => {
  await tokenField().fill(token)
  await button(panel, "Keep it and read the ticket").click()
}

test("Front: without a token the panel says what is missing; a wrong one is refused; with the right one it is read and drafted for", async () => {
  await page.goto(frontAddress(kettle))
  await panel.getByText("answers to a token, which an admin of the helpdesk makes").waitFor()
  await bar(panel).getByRole("button", { name: "Show where the ticket is" }).waitFor()
  await keep("wrong")
  await panel.getByText("api2.frontapp.com refused the token.").waitFor()
  await keep(TOKEN)
  await draftWritten(panel, conversationId(kettle))
  await letter(panel).getByText("Thank you for your message.").waitFor()
  await ready(panel, /^Copy/).waitFor()
  await bar(panel)
    .getByText("This helpdesk’s page doesn’t show whether the box is a reply or an internal note.")
    .waitFor()
  const sent = model.requests.map(({ body }) => body).join()
  expect(sent).toContain("leaks at the handle")
  expect(sent).not.toMatch(/SUPPLIER-SECRET|Nora|post\.example/)
  expect(sent).not.toContain(TOKEN)
})

test("another conversation of the same page is read with the same token, and nothing but what is in front was asked for", async () => {
  const before = model.requests.length
  await page.goto(frontAddress(lid))
  await draftWritten(panel, conversationId(lid))
  const sent = model.requests
    .slice(before)
    .map(({ body }) => body)
    .join()
  expect(sent).toContain("lid is too small")
  expect(sent).not.toContain("kettle")
  const all = await asked()
  expect(all.length).toBeGreaterThan(3)
  expect(
    all.filter(
      (one) => !/^GET https:\/\/api2\.frontapp\.com\/conversations\/cnv_\w+(\/messages\?limit=100)?$/.test(one)
    )
  ).toEqual([])
})
