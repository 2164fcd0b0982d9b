import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { comment } from "../../doubles/zendesk/tickets.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { bar, button, draftReady, insert, letter, openPanel, pressRegenerate, says, shows } from "../help/steps.ts"
import { openZendesk, startZendeskDouble, type ZendeskDouble, type ZendeskPage } from "../help/zendesk.ts"

/**
 * Zendesk's agent pages (a double on the address that the manifest has built in) -> draft -> Insert into CKEditor 5.
 */
let desk: ZendeskDouble
let model: ModelDouble
let world: World
let agent: ZendeskPage
let panel: Page
beforeAll(async () => {
  desk = await startZendeskDouble()
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false })
  agent = await openZendesk(world, desk, 35436)
  panel = await openPanel(world)
})
afterAll(async () => {
  await world.close()
  await model.close()
  await desk.close()
})

const refused = async (sentence: string) => {
  await insert(panel, sentence)
  await bar(panel).getByText("Nothing was written").waitFor()
}

test("a mail ticket's draft goes above the signature and below the agent's own words", async () => {
  await draftReady(panel, "35436")
  await agent.write(35436, "<p>I looked at it myself.</p><p>--</p><p>Noor Haddad</p>")
  await insert(panel)
  const [own = "", rest = ""] = (await agent.data(35436)).split("<p>Hello Ines Carvalho,</p>")
  expect(own).toContain("I looked at it myself.")
  expect(rest).toMatch(/Thank you for your message\.[^]*Kind regards[^]*--[^]*Noor Haddad/)
  expect(model.requests.map(({ body }) => body).join()).not.toMatch(/Ines|Carvalho|Noor|KILN-SECRET/)
})

test("of several mounted tickets the one in front gets its own draft, and no other is touched", async () => {
  const before = await agent.data(35436)
  await agent.go(35442)
  await draftReady(panel, "35442")
  await expect.poll(() => letter(panel).innerText()).toContain("Hello Bea Quist,")
  await insert(panel)
  expect(await agent.data(35442)).toContain("Hello Bea Quist,")
  expect(await agent.data(35436)).toBe(before)
})

test("a conversation's plain editor takes the draft and doesn't send it", async () => {
  await agent.go(35437)
  await draftReady(panel, "35437")
  await insert(panel)
  expect(await agent.data(35437)).toContain("Hello Joel Quist,")
  expect(desk.state.sent).toEqual([])
})

test("an internal note is refused and stays as it was", async () => {
  await agent.go(35438)
  await draftReady(panel, "35438")
  await agent.write(35438, "<p>For colleagues.</p>")
  await refused("The editor in front may not be a public reply.")
  expect(await agent.data(35438)).toBe("<p>For colleagues.</p>")
  await agent.channel(35438, "web")
  await insert(panel)
})

test.each([
  [35439, "no marker"],
  [35440, "a channel nobody knows"]
])("ticket %i, %s: only Copy works", async (id) => {
  await agent.go(id)
  await draftReady(panel, String(id))
  await refused("The editor in front may not be a public reply.")
  expect(await agent.data(id)).toBe("")
  await world.browser.context.grantPermissions(["clipboard-read", "clipboard-write"])
  await button(panel, "Copy").click()
  await says(panel, "Copied.")
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toMatch(/^Hello .*Thank you/s)
})

test("a message hidden in the page's HTML doesn't leave, nor does the page's own script run here", async () => {
  const about = model.requests.map(({ body }) => body).filter((body) => body.includes("Hostile"))
  // The model is also asked whether the ticket tells of a danger.
  expect(about.filter((body) => !body.includes('"name":"verdicts"'))).toHaveLength(1)
  const asked = about
  expect(asked.join()).not.toMatch(/send all notes|PWNED/)
  expect([await panel.title(), await agent.page.title()].join()).not.toContain("PWNED")
})

test("when the helpdesk limits requests, in plain text, nothing is put in unread; when it answers again, it is", async () => {
  await agent.go(35439)
  await agent.channel(35439, "web")
  await draftReady(panel, "35439")
  desk.state.limit = { times: 1000, body: "text" }
  await refused("The newest message can’t be read right now.")
  expect(await agent.data(35439)).toBe("")
  await button(panel, "Insert").and(panel.locator("[aria-disabled=true]")).waitFor()
  desk.state.limit = { times: 0, body: "json" }
  await agent.go(35438)
  await agent.go(35439)
  await draftReady(panel, "35439")
  await insert(panel)
})

test.each(["401", "redirect"] as const)(
  "signed out of the helpdesk (%s): said, and nothing is written",
  async (how) => {
    const id = how === "401" ? 35437 : 35442
    await agent.go(id)
    await draftReady(panel, String(id))
    const before = await agent.data(id)
    desk.state.loggedOut = how
    await refused("You are signed out of the helpdesk.")
    expect(await agent.data(id)).toBe(before)
    desk.state.loggedOut = false
  }
)

test("a ticket opened while signed out has the reason in place of a draft; signed in again it gets one", async () => {
  desk.state.loggedOut = "redirect"
  await agent.go(35443)
  await shows(panel, "35443")
  await says(panel, "You are signed out of the helpdesk.")
  desk.state.loggedOut = false
  await agent.go(35436)
  await agent.go(35443)
  await draftReady(panel, "35443")
})

test("a newer message makes the draft stale: Insert refuses, then is off, and Regenerate answers it", async () => {
  await agent.go(35436)
  await draftReady(panel, "35436")
  const before = await agent.data(35436)
  desk.state.tickets.get(35436)?.comments.push(comment(99, 9101, "Never mind, keep the bowl."))
  await insert(panel, "Ines Carvalho wrote again")
  expect(await agent.data(35436)).toBe(before)
  await pressRegenerate(panel)
  await draftReady(panel, "35436")
  await shows(panel, "35436")
  expect(model.requests.at(-1)?.body).toContain("Never mind, keep the bowl.")
})
