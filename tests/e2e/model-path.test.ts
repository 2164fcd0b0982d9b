import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { startModelDouble, type ModelDouble } from "../models/double.ts"
import { startWorld, type World } from "./help/harness.ts"
import {
  bar,
  button,
  customerWrites,
  draftReady,
  editor,
  insert,
  letter,
  openMenu,
  openPanel,
  openPart,
  openTicket,
  pressRegenerate,
  ready,
  region,
  says,
  shows
} from "./help/steps.ts"
import { readStoredDrafts } from "../relay/help/stored-draft.ts"

/** Sample ticket -> masked request -> relay -> a model of any OpenAI-compatible server -> checked draft -> Insert. */
let model: ModelDouble
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: LETTER })
  world = await startWorld({ ...model.settings, MODEL_API_KEY: "key-1234567890" }, { ownBrowser: true })
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await shows(panel, "1001")
  // Its promise keeps Insert waiting.
  await ready(panel, "Edit").waitFor()
})
afterAll(async () => {
  await world.close()
  await model.close()
})
beforeEach(() => model.always({ kind: "text", text: LETTER }))

/** One sentence that a source holds, one that nothing holds, one promise, one blank. */
const LETTER = `Hello [PERSON_1],

Norrland Parcel shows your order LL-48213 as delivered on 16 November 2026. The lamp is made of 14 kg of Swedish granite. I will refund you €300 today. The search number is [[number of the search]].

Kind regards
[PERSON_2]`
/** Nothing in it keeps Insert waiting. */
const HONEST = LETTER.replace(" I will refund you €300 today.", "")
const FIRST = "Norrland Parcel shows your order LL-48213 as delivered on 16 November 2026."

/** Regenerates while the model behaves like that, and gives back the request that it got. */
async function regenerate(behaviour: Parameters<ModelDouble["always"]>[0]) {
  const n = model.requests.length
  model.always(behaviour)
  await pressRegenerate(panel)
  return model.request(n)
}

test("a model's letter is restored, and each doubt in it is marked", async () => {
  await expect.poll(() => letter(panel).innerText()).toContain("Hello Maya Lindgren,")
  expect(await letter(panel).innerText()).toContain("Tom Ahlberg")
  await letter(panel).getByText("ticket").first().waitFor()
  await letter(panel)
    .getByRole("button", { name: /^No source/ })
    .waitFor()
  await letter(panel)
    .getByRole("button", { name: /^Needs approval/ })
    .waitFor()
  const checks = await region(panel, "Checks").innerText()
  expect(checks).toContain("is not in the ticket and not in any source.")
  expect(checks).toContain("A promise of a refund that no source allows.")
  expect(checks).toContain("number of the search")
  // The model is named once its letter is verified, or can't be.
  await expect.poll(() => panel.locator(".foot").first().textContent()).toContain("double-small")
})

test("neither relay nor model sees who the customer is", async () => {
  const upstream = model.requests.map(({ body }) => body).join("\n")
  const kept = JSON.stringify(await readStoredDrafts(world.relay.db))
  expect(upstream).toContain("[PERSON_1]")
  for (const text of [upstream, kept]) expect(text).not.toMatch(/Maya|Lindgren|maya\.lindgren|496012/)
  expect(kept).not.toContain("key-1234567890")
})

test("What the model saw shows both halves, letter by letter", async () => {
  const asked = (await model.request(0)).body
  await openPart(panel, "more")
  await button(panel, "What the model saw").click()
  await panel.getByText(`Sent to ${model.url}/chat/completions`).waitFor()
  const readRaw = () => panel.locator("details pre").allTextContents()
  await expect.poll(readRaw).toContain(asked)
  const raw = await readRaw()
  const left = raw.map((body): unknown => JSON.parse(body))
  expect(left).toContainEqual(
    expect.objectContaining({
      draftId: expect.any(String),
      ticket: expect.objectContaining({ ticketId: "1001", requester: "[PERSON_1]" })
    })
  )
  expect(raw.join()).not.toMatch(/Maya|key-1234567890/)
  await panel.keyboard.press("Escape")
})

test("Insert waits for the promise until the agent keeps it, and stops at the blank; then the restored letter is in the reply", async () => {
  await says(panel, "Insert is on hold for 1 sentence.")
  await openPart(panel, "checks")
  await region(panel, "Checks")
    .getByRole("listitem")
    .filter({ hasText: "A promise of a refund" })
    .getByRole("button", { name: "Keep as my own words" })
    .click()
  await ready(panel, "Insert").click()
  await says(panel, "Press Insert again to put it in as [number of the search].")
  expect(await editor(ticket).inputValue()).toBe("")
  await insert(panel)
  expect(await editor(ticket).inputValue()).toBe(
    LETTER.replace("[PERSON_1]", "Maya Lindgren")
      .replace("[PERSON_2]", "Tom Ahlberg")
      .replace("[[number of the search]]", "[number of the search]")
  )
  await editor(ticket).fill("")
})

test("a model that breaks off leaves its finished sentences, and the bar says so", async () => {
  await regenerate({ kind: "cut", text: `Hello [PERSON_1],\n\n${FIRST} And then we wi` })
  await says(panel, /The model stopped early after \d sentence/)
  const text = await letter(panel).innerText()
  expect(text).toContain("as delivered on 16 November 2026.")
  expect(text).not.toContain("And then")
})

test("a model that is down, talks garbage or says nothing: a sentence each, and the former draft is not lost", async () => {
  await regenerate({ kind: "status", status: 500, body: "oops" })
  await says(panel, "The model answered with an error.")
  await regenerate({
    kind: "status",
    status: 200,
    body: "<html>hello</html>",
    headers: { "content-type": "text/html" }
  })
  await says(panel, "The model answered with an error.")
  await regenerate({ kind: "text", text: "" })
  await says(panel, "The model returned an empty answer.")
  await openMenu(panel)
  await panel.getByText("14 kg of Swedish granite").first().waitFor()
  await panel.keyboard.press("Escape")
})

test("Say what to change goes out masked, with the letter it speaks of", async () => {
  await regenerate({ kind: "text", text: HONEST })
  await draftReady(panel, "1001")
  const n = model.requests.length
  await openPart(panel, "more")
  await panel.getByLabel("Say what to change").fill("Tell Maya Lindgren (maya.lindgren@post.example) no refund")
  await panel.keyboard.press("Enter")
  const { body } = await model.request(n)
  expect(body).toContain("no refund")
  expect(body).toContain("14 kg of Swedish granite")
  expect(body).not.toMatch(/Maya|Lindgren|post\.example/)
  await draftReady(panel, "1001")
  expect(await panel.getByLabel("Say what to change").inputValue()).toBe("")
})

test("a message that comes while the draft is written: Insert refuses, and the draft says whom it doesn't answer", async () => {
  await regenerate({ kind: "text", text: HONEST, paceMs: 10 })
  await letter(panel).getByText("Norrland Parcel").waitFor()
  await customerWrites(world, ticket, "1001", "It has come after all, thank you.")
  await insert(panel, "Maya Lindgren wrote again")
  expect(await editor(ticket).inputValue()).toBe("")
  await button(panel, "Insert").and(panel.locator("[aria-disabled=true]")).waitFor()
  await regenerate({ kind: "text", text: HONEST })
  await draftReady(panel, "1001")
})

test("Stop keeps the finished sentences and cancels at the model", async () => {
  const asked = await regenerate({
    kind: "silent",
    text: `Hello [PERSON_1],\n\n${FIRST} We are looking for it. And so the parcel that never came will`
  })
  await letter(panel).getByText("We are looking").waitFor()
  await ready(panel, "Stop").click()
  await says(panel, "Stopped.")
  expect((await asked.closed).early).toBe(true)
  const text = await letter(panel).innerText()
  expect(text).toContain("We are looking for it.")
  expect(text).not.toContain("And so")
})

test("erasing the ticket in mid-stream ends it at the model and removes it from the relay", async () => {
  const asked = await regenerate({ kind: "silent", text: `Hello,\n\n${FIRST} And` })
  await letter(panel).getByText("Norrland Parcel").waitFor()
  await openMenu(panel)
  await button(panel, "Erase this ticket").click()
  await button(panel, "Erase for good").click()
  await bar(panel).getByText("Erased.").waitFor()
  expect((await asked.closed).early).toBe(true)
  expect(await world.relay.db.selectFrom("drafts").selectAll().execute()).toEqual([])
})

test("a client that goes away cancels at the model", async () => {
  const n = model.requests.length
  model.always({ kind: "silent", text: `Hello,\n\n${FIRST} And` })
  await openTicket(world, "1006", ticket)
  const asked = await model.request(n)
  await world.browser.context.close()
  expect((await asked.closed).early).toBe(true)
})
