import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { bar, button, openPanel, openPart, region, says, shows } from "../help/steps.ts"
import { openZendesk, startZendeskDouble, type ZendeskDouble, type ZendeskPage } from "../help/zendesk.ts"

/** Macros of the Zendesk double, from the panel's card into real CKEditor 5. */
let desk: ZendeskDouble
let model: ModelDouble
let world: World
let agent: ZendeskPage
let panel: Page
beforeAll(async () => {
  desk = await startZendeskDouble()
  model = await startModelDouble({ kind: "text", text: "Hello [PERSON_1],\n\nThank you.\n\nKind regards" })
  world = await startWorld(model.settings, { knowledge: false })
  agent = await openZendesk(world, desk, 35436)
  panel = await openPanel(world)
})
afterAll(async () => {
  await world.close()
  await model.close()
  await desk.close()
})

const card = () => region(panel, "Macros")
const find = (words: string) => card().getByRole("searchbox").fill(words)
async function open(title: string): Promise<void> {
  const macro = card().getByRole("button", { name: title })
  if ((await macro.getAttribute("aria-expanded")) === "false") await macro.click()
  await card().getByRole("button", { name: "Insert this macro" }).waitFor()
}
const insert = () => button(panel, "Insert this macro").click()
async function goTo(ticketId: number): Promise<void> {
  await agent.go(ticketId)
  await shows(panel, String(ticketId))
  // Another ticket begins with no drawer open.
  await openPart(panel, "more:macros")
}

test("nothing of the macros is read before they are opened; then they are listed, without the notes", async () => {
  await shows(panel, "35436")
  expect(desk.state.calls.filter((call) => call.includes("macros"))).toEqual([])
  await openPart(panel, "more:macros")
  await card().getByText("3 macros.").waitFor()
  expect(await card().innerText()).not.toMatch(/kiln|Solve/)
})

test("in a mail ticket: searched by words of its text, its names filled, its blank filled by the agent, put in above the signature", async () => {
  await find("photo send")
  await card().getByText("1 macro.").waitFor()
  await open("Ask for a photo")
  await agent.write(35436, "<p>--</p><p>Noor Haddad</p>")
  await insert()
  await says(panel, "1 blank is open.")
  expect(await agent.data(35436)).not.toContain("photo")
  await panel.keyboard.type("the bowl")
  await insert()
  await says(panel, "Inserted.")
  expect(await agent.data(35436)).toMatch(
    /^<p>Hello Ines,<\/p><p>could you send a photo of the bowl, please\?<\/p><p>Noor Haddad<\/p>.*<p>--<\/p>/s
  )
  await insert()
  await says(panel, "This text is already in the reply.")
  await find("")
})

test("unknown placeholders: what is left open goes in as plain words, and never as a placeholder", async () => {
  await goTo(35442)
  await open("Unknown things")
  await insert()
  await says(panel, /\d blanks are open\./)
  expect(await agent.data(35442)).toBe("")
  await insert()
  await says(panel, "Inserted.")
  const put = await agent.data(35442)
  expect(put).toContain("Hi Bea,")
  expect(put).toContain("[dc product name]")
  expect(put).not.toMatch(/\{\{|\{%|\[\[/)
})

test.each([
  [35437, "Thanks, Joel!"],
  [35444, "Thanks, Bea!"]
])(
  "in the live conversation %i its own words go into the plain editor, and nothing is sent",
  async (ticketId, words) => {
    await goTo(ticketId)
    await open("Closing words")
    await insert()
    await says(panel, "Inserted.")
    expect(await agent.data(ticketId)).toBe(`<p>${words}</p>`)
    expect(desk.state.sent).toEqual([])
  }
)

test("a note and a channel nobody knows are refused and stay as they were", async () => {
  for (const ticketId of [35438, 35440]) {
    await goTo(ticketId)
    await agent.write(ticketId, "<p>For colleagues.</p>")
    await open("Closing words")
    await insert()
    await says(panel, "The editor in front may not be a public reply.")
    await bar(panel).getByText("Nothing was written").waitFor()
    expect(await agent.data(ticketId)).toBe("<p>For colleagues.</p>")
  }
})

test("a side conversation's editor is never written into: beside the composer, and alone", async () => {
  const side = (ticketId: number) =>
    agent.page.evaluate((id) => window.zendeskDouble?.sides.get(id)?.getData(), ticketId)
  await goTo(35445)
  await open("Closing words")
  await insert()
  await says(panel, "Inserted.")
  expect(await agent.data(35445)).toContain("Dear Ines Carvalho,")
  expect(await side(35445)).toBe("")
  await goTo(35446)
  await open("Closing words")
  await insert()
  await says(panel, "The editor in front may not be a public reply.")
  expect(await side(35446)).toBe("")
})

test("told to slow down in plain text: the card says so, what was opened before still goes in; signed out is said too", async () => {
  await goTo(35439)
  await agent.channel(35439, "web")
  await open("Closing words")
  desk.state.limit = { times: 1000, body: "text" }
  await insert()
  await says(panel, "Inserted.")
  expect(await agent.data(35439)).toContain("thank you for writing")
  await card().getByRole("button", { name: "Ask for a photo" }).click()
  await card().getByText("The macros can’t be read right now.").waitFor()
  desk.state.limit = { times: 0, body: "json" }
  desk.state.loggedOut = "redirect"
  await card().getByRole("button", { name: "Unknown things" }).click()
  await card().getByText("You are signed out of the helpdesk.").waitFor()
  desk.state.loggedOut = false
})

test("no word of a macro has left the browser", () => {
  expect(model.requests.length).toBeGreaterThan(0)
  expect(model.requests.map(({ body }) => body).join()).not.toMatch(
    /send a photo of|thank you for writing|Thanks, |dc product/
  )
})
