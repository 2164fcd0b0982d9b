import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startModelDouble, type ModelDouble } from "../models/double.ts"
import { startWorld, type World } from "./help/harness.ts"
import { bar, button, editor, insert, letter, openPanel, openTicket, ready, region, says, shows } from "./help/steps.ts"

/** A model that writes what nobody gave: Insert waits for the agent. */
let model: ModelDouble
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: LETTER })
  world = await startWorld({ ...model.settings, MODEL_API_KEY: "key-1234567890" })
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await shows(panel, "1001")
})
afterAll(async () => {
  await world.close()
  await model.close()
})

const FIRST = "Norrland Parcel shows your order LL-48213 as delivered on 16 November 2026."
const LINK = "You can follow the search at https://norrland-parcel.track-it.top/LL-48213."
const CALL = "Or call my direct line, +44 20 7946 0991."
const LETTER = `Hello [PERSON_1],

${FIRST} ${LINK} ${CALL}

Kind regards
[PERSON_2]`

const marks = () => letter(panel).getByRole("button", { name: /^Not given:/ })
const check = (words: string) => region(panel, "Checks").getByRole("listitem").filter({ hasText: words })

test("what nobody gave is marked with its reason, and Insert waits", async () => {
  await marks().nth(1).waitFor()
  await says(panel, "Insert is on hold for 2 sentences.")
  expect(await region(panel, "Checks").innerText()).toContain("This link is not in the ticket and not in any source.")
  await button(panel, "Insert").and(panel.locator("[aria-disabled=true]")).waitFor()
  await panel.keyboard.press("Control+Enter")
  await says(panel, "keep them as your own words")
  await expect
    .poll(() =>
      marks()
        .first()
        .evaluate((mark) => mark === document.activeElement)
    )
    .toBe(true)
  expect(await editor(ticket).inputValue()).toBe("")
})

test("Copy works meanwhile", async () => {
  await ready(panel, "Copy").click()
  await says(panel, "Copied, with 2 suspicious passages.")
})

test("one is removed with its sentence, the other kept as own words: Insert goes", async () => {
  await check("track-it.top").getByRole("button", { name: "Remove it" }).click()
  await expect.poll(() => bar(panel).innerText()).toContain("Insert is on hold for 1 sentence.")
  await check("+44 20 7946 0991").getByRole("button", { name: "Keep as my own words" }).click()
  await ready(panel, "Insert").waitFor()
  expect(await marks().count()).toBe(0)
  await insert(panel)
  expect(await editor(ticket).inputValue()).toBe(
    LETTER.replace(`${LINK} `, "").replace("[PERSON_1]", "Maya Lindgren").replace("[PERSON_2]", "Tom Ahlberg")
  )
})
