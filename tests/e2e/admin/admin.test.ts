import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pair, type Opened } from "../../../demo/tour/browser.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { openPanel } from "../help/steps.ts"

/** An admin beside an agent in one browser, an agent in a second one, over the real relay. */
let model: ModelDouble
let world: World
let other: Opened
let admin: Page
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: "One, two, three.", pieces: 4, paceMs: 5 })
  world = await startWorld(model.settings, { knowledge: false })
  other = await world.anotherBrowser()
  admin = await world.browser.page("tabs/admin.html")
  await admin.setViewportSize({ width: 1000, height: 900 })
})
afterAll(async () => {
  await world?.close()
  await model?.close()
})
const box = (name: string) => admin.getByRole("region", { name, exact: true })
const press = (name: string) => admin.getByRole("button", { name, exact: true }).click()
/** The one just made; the one before is shown until it comes. */
const codeOf = (name: string) =>
  admin
    .locator("p", { hasText: `Code for ${name},` })
    .locator(".the-code")
    .innerText()
const enter = async (code: string) => {
  await admin.getByLabel("Relay address").fill(world.relay.url)
  await admin.getByLabel("Pairing code").fill(code)
  await press("Pair")
}

test("an agent's browser has no admin page; a lead's code doesn't open it, an admin's does, and the panel stays the agent's", async () => {
  await admin.getByRole("heading", { name: "This page is for admins: pair with an admin’s code" }).waitFor()
  await admin.getByText("The panel stays signed in as Tom, agent.").waitFor()
  await enter(await world.relay.pair("lead", "Lea"))
  await admin.getByText("That code is not an admin’s.").waitFor()
  await enter(await world.relay.pair("admin", "Ada"))
  await box("People").getByRole("heading", { name: "Ada admin" }).waitFor()
  const popup = await world.browser.page("popup.html")
  await popup.getByText("Signed in as Tom, agent").waitFor()
  await popup.getByText("Admin as Ada").or(popup.getByText("Review as Ada, admin")).first().waitFor()
  await popup.getByRole("button", { name: "Open admin page" }).waitFor()
  await popup.close()
})

test("a code made here pairs another browser, which is then listed; signed out by the admin, its panel says so", async () => {
  await box("Pairing codes")
    .getByRole("textbox", { name: "Name" })
    .or(box("Pairing codes").getByRole("combobox", { name: "Name" }))
    .first()
    .fill("Nia")
  await press("Make a code")
  const code = await codeOf("Nia")
  await box("Pairing codes").getByRole("button", { name: "Revoke Nia, agent" }).waitFor()
  await pair(other, code, world.relay.url)
  const panel = await other.page("sidepanel.html")
  await panel.getByText("No ticket open").first().waitFor()
  const nia = box("People")
    .getByRole("listitem")
    .filter({ has: admin.getByRole("heading", { name: "Nia agent" }) })
  await nia.getByText(/^browser, since/).waitFor()
  await box("Pairing codes").getByText("No code is open.").waitFor()

  await nia.getByRole("button", { name: "Sign out everywhere" }).click()
  await nia.getByText("Sign Nia out of 1 browser?").waitFor()
  await nia.getByRole("button", { name: "Sign out", exact: true }).click()
  await box("People").getByText("Nia is signed out of 1 browser.").waitFor()
  await nia.getByText("No browser is signed in", { exact: true }).waitFor()
  const ticket = await other.context.newPage()
  await ticket.goto(`${world.helpdesk.url}/tickets/1001`)
  await panel.getByRole("heading", { name: "The relay signed this browser out" }).waitFor()
  const tokens = await world.relay.db
    .selectFrom("tokens")
    .innerJoin("people", "people.id", "tokens.person")
    .select("revoked_at")
    .where("name", "=", "Nia")
    .execute()
  expect(tokens.every(({ revoked_at }) => revoked_at !== null)).toBe(true)
  await ticket.close()
})

test("a code that is revoked pairs nobody", async () => {
  await box("Pairing codes").getByLabel("Name", { exact: true }).fill("Otto")
  await press("Make a code")
  const code = await codeOf("Otto")
  await press("Revoke Otto, agent")
  await box("Pairing codes").getByText("The code for Otto is revoked.").waitFor()
  expect(await admin.locator(".the-code").count()).toBe(0)
  const panel = await other.page("sidepanel.html")
  await panel.getByLabel("Pairing code").fill(code)
  await panel.getByRole("button", { name: "Pair" }).click()
  await panel.getByText("That code was revoked.").waitFor()
  await panel.close()
})

test("a model is tested: how quickly it answers; wrong key and no server are told in a sentence", async () => {
  const models = box("Models")
  const test = () => models.getByRole("button", { name: "Test environment" }).click()
  await test()
  await models.getByText(/^Works: first text after .* tokens a second\.$/).waitFor()
  model.next({ kind: "status", status: 401 })
  await test()
  await models.getByText(/^Doesn’t work\. The model's server refuses the key \(401\)\. Check it/).waitFor()
  await model.close()
  await test()
  await models
    .getByText(/^Doesn’t work\. The model's server at .* can't be reached: nothing listens there\.$/)
    .waitFor()
})

test("prepared drafts switched off for the team; another admin was first, and both are shown before one stands", async () => {
  const team = box("For the team")
  await team.getByLabel("Prepared drafts, a person and day").fill("none")
  await team.getByRole("button", { name: "Save" }).click()
  await team.getByText("Give a whole number from 1 to 100,000").waitFor()
  await team.getByLabel("Prepared drafts, a person and day").fill("50")
  await world.relay.db
    .insertInto("settings")
    .values({
      tenant: "default",
      key: "team",
      value: JSON.stringify({ preparing: true, perDay: 7, version: 1, by: "Bea", at: "2026-11-20T10:00:00.000Z" })
    })
    .execute()
  await team.getByRole("button", { name: "Save" }).click()
  await team.getByText("Bea changed these settings first.").waitFor()
  await team.getByText("Theirs: prepared drafts on, 7 a day.").waitFor()
  expect(await team.getByLabel("Prepared drafts, a person and day").inputValue()).toBe("50")
  await team.getByLabel("Prepare drafts when tickets open").uncheck()
  await team.getByRole("button", { name: "Save" }).click()
  await team.getByText("Last changed by Ada").waitFor()
  const { value } = await world.relay.db
    .selectFrom("settings")
    .select("value")
    .where("key", "=", "team")
    .executeTakeFirstOrThrow()
  expect(JSON.parse(value)).toMatchObject({ preparing: false, perDay: 50, version: 2, by: "Ada" })
})

test("oneself signed out: asked first, told that no other admin is there, and the page closes; the panel goes on", async () => {
  const ada = box("People")
    .getByRole("listitem")
    .filter({ has: admin.getByRole("heading", { name: "Ada admin" }) })
  await ada.getByRole("button", { name: "Sign out everywhere" }).click()
  await ada.getByText(/This is you, and no other admin is signed in/).waitFor()
  await ada.getByRole("button", { name: "Keep signed in" }).click()
  await ada.getByRole("button", { name: "Sign out everywhere" }).click()
  await ada.getByRole("button", { name: "Sign out", exact: true }).click()
  await admin
    .getByRole("heading", { name: "The relay signed the admin out. Pair again with an admin’s code" })
    .waitFor()
  const panel = await openPanel(world)
  await panel.getByText("No ticket open").first().waitFor()
  await panel.close()
  await enter(await world.relay.pair("admin", "Ada"))
  await box("People").getByRole("heading", { name: "Ada admin" }).waitFor()
})
