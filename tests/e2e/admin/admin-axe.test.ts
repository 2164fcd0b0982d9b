import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { axeFindings, wide } from "../help/axe.ts"
import { openBuilt } from "../help/built.ts"
import { SOAK } from "../help/soak.ts"
import { closeAlone, openAlone } from "../help/panel-page.ts"
import { answers } from "./admin-answers.ts"
import { adminStates } from "./admin-states.ts"
import { said } from "../../ui/help/page-values.ts"

/** The built admin page in real Chromium: axe finds nothing, nothing scrolls sideways; 640 px is 1280 at 200 %. */
const WIDTHS = SOAK ? [1280, 900, 640] : [1280, 640]
let opened: Awaited<ReturnType<typeof openBuilt>>
beforeAll(async () => {
  opened = await openBuilt({ width: 1280, height: 880 })
})
afterAll(() => opened.close())
const show = (given = answers) =>
  openAlone(opened.context, `chrome-extension://${opened.id}/tabs/admin.html`, { answers: given })

test("the whole page, with a code shown, a question open, a model tested and a conflict", async () => {
  const page = await show()
  await page.getByRole("heading", { name: "Tom agent" }).waitFor()
  await page.getByLabel("Name", { exact: true }).fill("Nia")
  await page.getByRole("button", { name: "Make a code" }).click()
  await page.getByText("K7QM-4TXP").waitFor()
  await page.getByRole("button", { name: "Sign out everywhere Ada, admin" }).click()
  await page.getByRole("button", { name: "Test big" }).click()
  await page.getByText("Works: first text after 0.1 s, 44 tokens a second.").waitFor()
  await page.getByLabel("Prepare drafts when tickets open").uncheck()
  await page.getByRole("button", { name: "Save" }).click()
  await page.getByRole("button", { name: "Take theirs" }).waitFor()
  expect(await axeFindings(page, WIDTHS)).toEqual([])
})

test("playbooks: a flow that is drawn", async () => {
  const page = await show(adminStates.playbooks())
  const playbooks = page.getByRole("region", { name: "Playbooks" })
  await playbooks.getByRole("button", { name: "Show the flow Return of an article" }).click()
  await playbooks.getByText("return, version 2").waitFor()
  expect(await axeFindings(page, WIDTHS, playbooks)).toEqual([])
})

test("voices: a stored one and a text in the form, both previewed", async () => {
  const page = await show(await adminStates.voices())
  const voices = page.getByRole("region", { name: "Voices", exact: true })
  await voices.getByRole("button", { name: "Preview lumen-de" }).press("Enter")
  await voices.getByText("3 letters in this voice.").waitFor()
  await voices.getByText("The customer’s message").first().press("Enter")
  await voices.getByLabel("Text of a voice (YAML)").fill(readFileSync("demo/voices/lumen-de.yaml", "utf8"))
  await voices.getByRole("button", { name: "Preview", exact: true }).press("Enter")
  await voices.getByText("3 letters in this voice.").nth(1).waitFor()
  expect(await axeFindings(page, WIDTHS, voices)).toEqual([])
})

test("lookups: the form of a stored one, worked by keys, with what the relay refused and its YAML", async () => {
  const page = await show(adminStates.lookups())
  const lookups = page.getByRole("region", { name: "Lookups" })
  await lookups.getByRole("button", { name: "Edit in the form shopify" }).press("Enter")
  await lookups.getByRole("heading", { name: "Lookup shopify" }).waitFor()
  await page.keyboard.press("Tab")
  await page.keyboard.type("shop-2")
  expect(await lookups.getByLabel("Name", { exact: true }).inputValue()).toBe("shop-2")
  await lookups.getByRole("button", { name: "Add a header" }).press("Enter")
  await page.keyboard.type("X-Other")
  await page.keyboard.press("Tab")
  await page.keyboard.type("{secret:other}")
  await page.keyboard.press("Tab")
  expect(await lookups.getByLabel("Name of the header").nth(1).inputValue()).toBe("X-Other")
  await page.keyboard.press("Space")
  await page.keyboard.press("Enter")
  await lookups.getByRole("button", { name: "Add a header" }).and(page.locator(":focus")).waitFor()
  expect(await lookups.getByLabel("Name of the header").count()).toBe(0)
  await lookups.getByRole("button", { name: "Show YAML" }).press("Space")
  await lookups.getByLabel("YAML that is stored").waitFor()
  await lookups.getByRole("button", { name: "Store the lookup" }).press("Enter")
  await lookups.getByText("title must be a text on one line.").waitFor()
  await lookups.getByRole("button", { name: "Close the form" }).press("Enter")
  await lookups.getByText("What you typed isn’t stored.").waitFor()
  expect(await axeFindings(page, WIDTHS, lookups)).toEqual([])
})

test("masking: long words, a pattern tried and one that can't be set, versions, proposals and a conflict", async () => {
  const page = await show()
  const masking = page.getByRole("region", { name: "Masking" })
  await masking.getByText("1 more word in public articles").click()
  await masking.getByText("Versions").click()
  await masking.getByRole("button", { name: "Back to the beginning" }).waitFor()
  await masking.getByLabel("Try it on a text").fill("BV-48077")
  await masking.getByText("Finds “BV-48077”.").waitFor()
  await masking.getByRole("radio", { name: "Balanced" }).check()
  await masking.getByRole("button", { name: "Set the rules" }).click()
  await masking.getByText("Bea changed the rules first.").waitFor()
  await masking.getByLabel("Order numbers").fill("(a+)+")
  await masking.getByLabel("Word that is never replaced").fill("x")
  await masking.getByRole("button", { name: "Add Word that is never replaced" }).click()
  await masking.getByText("Give 2 to 100 characters.").waitFor()
  expect(await axeFindings(page, WIDTHS, masking)).toEqual([])
})

test("knowledge: an import that runs, failures listed, a schedule, a webhook's secret, a question, a place that is refused, and a file", async () => {
  const page = await show()
  const knowledge = page.getByRole("region", { name: "Knowledge" })
  await knowledge.getByText("220 documents not imported").click()
  await knowledge.getByRole("button", { name: "Webhook help.example.com" }).click()
  await knowledge.getByRole("button", { name: "Make a new secret help.example.com" }).click()
  await knowledge.getByRole("button", { name: "Copy the secret" }).waitFor()
  await knowledge.getByRole("button", { name: "Schedule acme.zendesk.com (tickets)" }).click()
  await knowledge.getByLabel("Import", { exact: true }).selectOption("cron")
  await knowledge.getByRole("button", { name: "Remove handbook.pdf" }).click()
  await knowledge.getByRole("heading", { name: "Import a place" }).click()
  await knowledge.getByLabel("Kind").selectOption("rt")
  await knowledge.getByLabel("Address", { exact: true }).fill("rt.example.com")
  await knowledge.getByRole("button", { name: "Import", exact: true }).click()
  await knowledge.getByText("The relay's credentials would be sent").waitFor()
  await knowledge
    .locator("input[type=file]")
    .setInputFiles({ name: "handbook.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(104_500) })
  await knowledge.getByText("It takes the place of the former handbook.pdf.").waitFor()
  expect(await axeFindings(page, WIDTHS, knowledge)).toEqual([])
})

test("one person's data: no address, what there is with the question, and the receipt", async () => {
  const find = async (typed: string, shown: string) => {
    const page = await show(adminStates.requester())
    const card = page.getByRole("region", { name: "One person’s data" })
    const address = card.getByLabel("The person’s e-mail address")
    await address.fill(typed)
    await address.press("Enter")
    await card.getByText(shown, { exact: true }).waitFor()
    return { page, card }
  }
  const wrong = await find("Maria Berg", "This is no e-mail address.")
  expect(await axeFindings(wrong.page, WIDTHS, wrong.card)).toEqual([])
  const asking = await find("maria@example.org", "2 tickets")
  await asking.card.getByRole("button", { name: "Erase it" }).press("Enter")
  expect(await axeFindings(asking.page, WIDTHS, asking.card)).toEqual([])
  const done = await find("maria@example.org", "2 tickets")
  await done.card.getByRole("button", { name: "Erase it" }).press("Enter")
  await done.card.getByRole("button", { name: "Erase everything" }).press("Enter")
  await done.card.getByText("Receipt 4f1c2a9e-0f1d-4c55-9d0e-2c1f5a7b9e10").waitFor()
  expect(await axeFindings(done.page, WIDTHS, done.card)).toEqual([])
})

const auditOf = (page: Page) => page.getByRole("region", { name: "Audit", exact: true })

test("audit: long ids, a kind without words, and nothing that fits", async () => {
  const page = await show(adminStates.audit())
  await page.getByRole("button", { name: "Show entries" }).click()
  await page.getByRole("button", { name: "Older entries" }).waitFor()
  expect(await axeFindings(page, WIDTHS, auditOf(page))).toEqual([])
  const none = await show({
    ...answers,
    ...said("GET /v1/audit", { days: 400, next: null, actions: [], entries: [] })
  })
  await none.getByRole("button", { name: "Show entries" }).click()
  await none.getByText("Nothing is recorded yet.").waitFor()
  expect(await axeFindings(none, WIDTHS, auditOf(none))).toEqual([])
})

test("nothing there, a relay that is away, and whoever is no admin", async () => {
  const empty = await show(adminStates["nothing there"]())
  await empty.getByText("No model was asked in these days.").waitFor()
  expect(await axeFindings(empty, WIDTHS)).toEqual([])
  const away = await show(adminStates["relay away"]())
  await away.getByText("The relay doesn’t answer.").first().waitFor()
  expect(await axeFindings(away, WIDTHS)).toEqual([])
  const gate = await show(adminStates["not signed in"]())
  await gate.getByRole("textbox", { name: "Pairing code" }).waitFor()
  expect(await axeFindings(gate, WIDTHS)).toEqual([])
})

test("nothing scrolls sideways with text twice as large", async () => {
  const page = await show()
  await page.getByRole("heading", { name: "Tom agent" }).waitFor()
  for (const width of [1280, 900]) {
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate(
      () =>
        new Promise<void>((drawn) => {
          document.documentElement.style.fontSize = "200%"
          requestAnimationFrame(() => requestAnimationFrame(() => drawn()))
        })
    )
    expect(await wide(page), `${width} px`).toEqual([])
  }
  await closeAlone(page)
})
