import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { PanelState } from "../../src/protocol/panel.ts"
import { base, draft, popups, states, type StateName } from "../ui/states.ts"
import { ticket } from "../ui/help/states-inspector.ts"
import { passedOn, saw } from "../ui/help/states-inspector.ts"
import { axeFindings, axeFindingsSoFar, wide } from "./help/axe.ts"
import { openBuilt } from "./help/built.ts"
import { closeAlone, openAlone, push } from "./help/panel-page.ts"
import { openPart } from "./help/steps.ts"
import { SOAK } from "./help/soak.ts"

/**
 * Every state of the built panel and popup in real Chromium: axe finds nothing, no page throws, nothing scrolls
 * sideways, nor at 200 % zoom, nor with text twice as large.
 */
let opened: Awaited<ReturnType<typeof openBuilt>>
beforeAll(async () => {
  opened = await openBuilt({ width: 400, height: 900 })
})
afterAll(() => opened.close())

const url = (file: string) => `chrome-extension://${opened.id}/${file}`
/** The narrowest and the widest, in the soak every width. */
const WIDTHS = SOAK ? [320, 400, 480] : [320, 480]
const findings = (page: Page) => axeFindings(page, WIDTHS)

/**
 * The panel that is pushed one state after the other: a page for each took longer than axe. Between two of them it is
 * empty, and nothing of the first is left.
 */
let stage: Page
async function show(state: PanelState): Promise<Page> {
  stage ??= await openAlone(opened.context, url("sidepanel.html"), { state: states.empty() })
  await push(stage, states.empty())
  await push(stage, state)
  await stage.locator("h1").waitFor()
  return stage
}

/** At 200 % zoom of a 400 px panel, and with text twice as large at 320 px; by turns, in the soak both. */
const TWICE = [
  [200, "100%"],
  [320, "200%"]
] as const
test.each((Object.keys(states) as StateName[]).map((name, at) => [name, at] as const))(
  "panel, %s",
  async (name, at) => {
    const page = await show(states[name]())
    expect(await axeFindingsSoFar(page, WIDTHS)).toEqual([])
    for (const [width, text] of SOAK ? TWICE : TWICE.slice(at % 2).slice(0, 1)) {
      await page.setViewportSize({ width, height: 600 })
      await page.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
      expect(await wide(page), `${width} px, text ${text}`).toEqual([])
    }
    await page.evaluate(() => void (document.documentElement.style.fontSize = ""))
  }
)

test.each(["the whole", "a part"])("axe finds what is wrong where something is, in %s", async (looked) => {
  const page = await openAlone(opened.context, url("sidepanel.html"), { state: states.ready() })
  await page.locator("main").evaluate((main) => main.append(document.createElement("button")))
  const part = looked === "a part" ? page.locator("main") : undefined
  expect((await axeFindings(page, WIDTHS, part)).join()).toMatch(/button-name/)
})

const formers = [{ id: "d0", text: "Hello Maya,\n\nan earlier one.", edited: true, savedAt: "2026-11-20T09:40:00Z" }]
test.each([
  ["What the model saw", "w"],
  ["menu and keys", "?"],
  ["letter being edited", "e"],
  ["source open", "2"],
  ["the rows of More", "m"],
  ["questions and search", "q"],
  ["palette", "Control+k"],
  ["reasons of Not useful", "u"]
])("panel, %s", async (_, key) => {
  const page = await openAlone(opened.context, url("sidepanel.html"), {
    state: base({ draft: draft({ formers }) }),
    answers: { "panel-inspect": { ok: true, saw }, "panel-passed-on": { ok: true, passedOn } }
  })
  await page.getByRole("region", { name: "Draft" }).waitFor()
  await page.keyboard.press(key)
  if (key === "Control+k") await page.getByRole("listbox").waitFor()
  if (key === "u") await page.getByRole("checkbox", { name: "Wrong fact" }).waitFor()
  if (key === "w") await page.getByText("call me on").first().waitFor()
  expect(await findings(page)).toEqual([])
})

test("panel, What the model saw with a search, a comparison, and a placeholder that is told and pressed; nothing scrolls sideways with text twice as large", async () => {
  const page = await openAlone(opened.context, url("sidepanel.html"), {
    state: base({ draft: draft() }),
    answers: { "panel-inspect": { ok: true, saw }, "panel-passed-on": { ok: true, passedOn } }
  })
  await page.getByRole("region", { name: "Draft" }).waitFor()
  await page.keyboard.press("w")
  await page.getByRole("searchbox").fill("person")
  await page
    .getByRole("search")
    .getByText(/^\d+ found$/)
    .waitFor()
  await page.keyboard.press("Enter")
  await page.locator("[data-hit=now]").waitFor()
  await page.locator("[data-ph='[EMAIL_1]']").first().click()
  await page.getByRole("button", { name: "This is not" }).waitFor()
  await page.locator("[data-ph='[CARD_1]']").first().click()
  await page.getByText("are always replaced").first().waitFor()
  await page.getByRole("button", { name: /^What changed since/ }).click()
  await page.getByRole("group", { name: "What changed" }).waitFor()
  await page.locator("[data-ph='[PERSON_1]']").first().focus()
  await page.getByRole("tooltip").waitFor()
  await page.setViewportSize({ width: 320, height: 900 })
  await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"))
  expect(await wide(page)).toEqual([])
  await page.evaluate(() => void (document.documentElement.style.fontSize = ""))
  expect(await findings(page)).toEqual([])
})

test("panel, macros and one of them opened", async () => {
  const listed = [
    { id: "1", title: "Ask for a photo", start: "Hello Maya, could you send a photo of the lamp, please?" },
    { id: "2", title: "إغلاق", start: "شكرًا لك" }
  ]
  const page = await openAlone(opened.context, url("sidepanel.html"), {
    state: base({ draft: draft() }),
    answers: {
      "panel-macros": { ok: true, macros: { macros: listed, found: 40, more: true } },
      "panel-macro": {
        ok: true,
        macro: { text: "Hello Maya,\n\ncould you send a photo of the [[ticket field 360001]]?" }
      }
    }
  })
  await openPart(page, "more:macros")
  await page.getByRole("button", { name: "Ask for a photo" }).click()
  await page.getByRole("textbox", { name: "ticket field 360001" }).waitFor()
  expect(await findings(page)).toEqual([])
})

test("panel, what the team knows: sources chosen, a search, similar tickets and macros for the thread, each opened", async () => {
  const common = {
    visibility: "public" as const,
    score: 1,
    changed: "2026-09-03",
    version: 3,
    url: "https://help.example.com/lost"
  }
  const lost = {
    ...common,
    n: 1,
    id: "k1",
    title: "Lost parcels",
    kind: "article" as const,
    headings: ["Delivery"],
    passage: "A lost parcel is paid back in full.",
    also: [{ id: "k9", title: "Missing parcels", url: "https://help.example.com/missing" }]
  }
  const page = await openAlone(opened.context, url("sidepanel.html"), {
    state: base({
      ticket: ticket({
        chosen: {
          use: [{ id: "a1", title: "Tracking words" }],
          not: [{ id: "z", title: "Old prices of a year that is long over" }]
        }
      }),
      draft: draft()
    }),
    answers: {
      "panel-search": {
        ok: true,
        search: {
          found: [lost, { ...lost, n: 2, id: "k2", title: "How we decide", visibility: "internal" }],
          documents: 214,
          sentAs: "is [PERSON_1] paid back for a lost parcel"
        }
      },
      "panel-replies": {
        ok: true,
        replies: {
          tickets: [
            {
              ...common,
              id: "t1",
              title: "Parcel never came",
              question: "Where is it?",
              reply: "Hello [a name], it was lost.",
              tags: ["parcel"],
              satisfaction: "good"
            },
            {
              ...common,
              id: "t2",
              title: "Another",
              question: "And this?",
              reply: "Soon.",
              tags: [],
              satisfaction: "bad"
            }
          ],
          macros: [
            {
              ...common,
              id: "m1",
              title: "Search with the carrier",
              text: "Hello Maya Brandt,\n\nthe number is [[search number]]."
            }
          ]
        }
      }
    }
  })
  await page.getByRole("region", { name: "Draft" }).waitFor()
  const fits = async () => {
    await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"))
    await page.setViewportSize({ width: 320, height: 900 })
    expect(await wide(page)).toEqual([])
    await page.evaluate(() => void (document.documentElement.style.fontSize = ""))
    expect(await axeFindingsSoFar(page, WIDTHS)).toEqual([])
  }
  await openPart(page, "pages")
  await fits()
  await openPart(page, "ask")
  await page.locator("#search").fill("is Maya Brandt paid back for a lost parcel")
  await page.keyboard.press("Enter")
  await page.getByRole("button", { name: "Show the passage of Lost parcels" }).click()
  await fits()
  for (const [part, name] of [
    ["more:similar", "Parcel never came"],
    ["more:macros", "Search with the carrier"]
  ] as const) {
    await openPart(page, part)
    await page.getByRole("button", { name }).click()
    if (part === "more:macros") await page.getByRole("textbox", { name: "search number", exact: true }).last().waitFor()
    await fits()
  }
  await closeAlone(page)
})

test.each(["blank-open", "already-inserted", "relay-stopped", "inserted"] as const)(
  "panel, notice %s",
  async (code) => {
    expect(await axeFindingsSoFar(await show(base({ draft: draft(), notice: { code } })), WIDTHS)).toEqual([])
  }
)

test.each(Object.keys(popups) as (keyof typeof popups)[])("popup, %s", async (name) => {
  const page = await openAlone(opened.context, url("popup.html"), {
    answers: { "popup-status": { ok: true, status: popups[name] } }
  })
  await page.getByRole("button", { name: "Wipe" }).waitFor()
  expect(await findings(page)).toEqual([])
  if (name !== "off") return
  const again = await openAlone(opened.context, url("popup.html"), {
    answers: { "popup-status": { ok: true, status: popups[name] } }
  })
  await again.getByRole("button", { name: "Wipe" }).click()
  expect(await findings(again)).toEqual([])
})

test("the letter stands still while more is written", async () => {
  const page = await openAlone(opened.context, url("sidepanel.html"), { state: states.streaming() })
  await page.setViewportSize({ width: 400, height: 500 })
  const sentence = page.getByText("The carrier marked it")
  await sentence.waitFor()
  await page.locator(".letter-window").evaluate((letter) => letter.scrollTo(0, 120))
  const place = async () => [
    await sentence.boundingBox(),
    await page.locator(".letter-window").evaluate((letter) => letter.scrollTop)
  ]
  const before = await place()
  for (const end of [230, 280, draft().text.length]) {
    await push(
      page,
      base({
        draft: draft({
          state: end === draft().text.length ? "ready" : "writing",
          text: draft().text.slice(0, end),
          claims: draft().claims.filter((claim) => claim.end <= end)
        })
      })
    )
    expect(await place()).toEqual(before)
  }
})

test("the letter stands still when the summary comes above it, at the top and when scrolled", async () => {
  const lines = [
    ...(states.ready().summary?.lines ?? []),
    ...Array.from({ length: 6 }, (_, n) => ({ kind: "tried" as const, text: `Another thing, number ${n}` }))
  ]
  for (const scrolled of [0, 30]) {
    const page = await openAlone(opened.context, url("sidepanel.html"), {
      state: { ...states.streaming(), summary: { state: "writing", lines: [] } }
    })
    await page.setViewportSize({ width: 400, height: 500 })
    const sentence = page.getByText("The carrier marked it")
    await sentence.waitFor()
    await page.locator(".letter-window").evaluate((letter, top) => letter.scrollTo(0, top), scrolled)
    const place = async () => (await sentence.boundingBox())?.y ?? Number.NaN
    const before = await place()
    for (const count of [3, 9]) {
      await push(page, { ...states.streaming(), summary: { state: "ready", lines: lines.slice(0, count) } })
      // What is scrolled lies on whole pixels, a line need not.
      expect(Math.abs((await place()) - before), `${count} lines, scrolled by ${scrolled}`).toBeLessThan(1)
    }
    await closeAlone(page)
  }
})
