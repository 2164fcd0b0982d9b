import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readPlaybook } from "../../../src/playbooks/format/read-playbook.ts"
import { graphOf } from "../../../src/playbooks/graph/graph.ts"
import { readVoice } from "../../../src/relay/voices/format/read-voice.ts"
import { previewVoice } from "../../../src/relay/voice-preview/preview-voice.ts"
import { axeFindings, wide } from "../help/axe.ts"
import { openBuilt } from "../help/built.ts"
import { SOAK } from "../help/soak.ts"
import { quiet } from "../../ui/admin/status-answers.ts"
import { openAlone } from "../help/panel-page.ts"
import { ada, answers, at, rules, sources, version } from "./admin-answers.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { said } from "../../ui/help/page-values.ts"

/** The built admin page in real Chromium: axe finds nothing, nothing scrolls sideways; 640 px is 1280 at 200 %. */
const WIDTHS = SOAK ? [1280, 900, 640] : [1280, 640]
let opened: Awaited<ReturnType<typeof openBuilt>>
beforeAll(async () => {
  opened = await openBuilt({ width: 1280, height: 880 })
})
afterAll(() => opened.close())
Object.assign(answers, {
  ...said("GET /v1/masking-rules", rules),
  "PUT /v1/masking-rules": { ok: false, code: "changed" },
  ...said("GET /v1/masking-rules/versions", {
    versions: [{ ...version, version: 12, by: "Bea", why: "undo", of: 3 }, version]
  })
})
Object.assign(answers, {
  ...said("GET /v1/admin/knowledge", { sources }),
  "POST /v1/admin/knowledge/imports": {
    ok: false,
    code: "machine-only",
    message: "The relay's credentials would be sent to https://rt.example.com."
  },
  ...said("POST /v1/admin/knowledge/sources/:collection/hook", {
    path: `/v1/hooks/knowledge/${"x".repeat(80)}`,
    secret: "x".repeat(43)
  })
})
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
  const source = readFileSync("demo/playbooks/return.yaml", "utf8")
  const { playbook } = readPlaybook(source)
  if (!playbook) throw new Error("The playbook has a mistake.")
  const { name, title } = playbook
  const listed = { name, title, version: 2, at: "2026-11-20T10:00:00Z", source, graph: graphOf(playbook), mermaid: "" }
  const page = await show({ ...answers, ...said("GET /v1/admin/playbooks", { playbooks: [listed] }) })
  const playbooks = page.getByRole("region", { name: "Playbooks" })
  await playbooks.getByRole("button", { name: "Show the flow Return of an article" }).click()
  await playbooks.getByText("return, version 2").waitFor()
  expect(await axeFindings(page, WIDTHS, playbooks)).toEqual([])
})

test("voices: a stored one and a text in the form, both previewed", async () => {
  const source = readFileSync("demo/voices/lumen-de.yaml", "utf8")
  const { voice } = readVoice(source)
  if (!voice) throw new Error("The voice has a mistake.")
  const { name, persona } = voice
  const page = await show({
    ...answers,
    ...said("GET /v1/admin/voices", { voices: [{ name, of: "language de", persona, version: 2, at, source }] }),
    ...said("POST /v1/admin/voices/preview", await previewVoice(voice))
  })
  const voices = page.getByRole("region", { name: "Voices", exact: true })
  await voices.getByRole("button", { name: "Preview lumen-de" }).press("Enter")
  await voices.getByText("3 letters in this voice.").waitFor()
  await voices.getByText("The customer’s message").first().press("Enter")
  await voices.getByLabel("Text of a voice (YAML)").fill(source)
  await voices.getByRole("button", { name: "Preview", exact: true }).press("Enter")
  await voices.getByText("3 letters in this voice.").nth(1).waitFor()
  expect(await axeFindings(page, WIDTHS, voices)).toEqual([])
})

test("lookups: the form of a stored one, worked by keys, with what the relay refused and its YAML", async () => {
  const source = readFileSync("demo/lookups/shopify.yaml", "utf8")
  const shop = { name: "shopify", title: "Shopify", version: 1, at, source, hosts: ["your-shop.myshopify.com"] }
  const page = await show({
    ...answers,
    ...said("GET /v1/admin/lookups", { lookups: [shop] }),
    "PUT /v1/admin/lookups": {
      ok: false,
      code: "lookup-wrong",
      message: 'Line 5: title must be a text on one line.\nLine 10: Nothing gives "order": say from, field or pattern.'
    }
  })
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

const audited = (ids: string[], action: string) => ({
  id: action,
  at,
  person: { name: "Tom", role: "agent" as const },
  action,
  ids
})
const audit = said("GET /v1/audit", {
  days: 400,
  next: "1",
  actions: ["settings-changed", "ticket-erased", "unheard-of"],
  entries: [
    audited(["https://lumen.zendesk.com", "zendesk", "48213"], "ticket-erased"),
    audited(
      ["preparing on", "per-day usual", "erasing drafters", "hash-sites off", "earlier-tickets on"],
      "settings-changed"
    ),
    { ...audited(["x".repeat(180)], "unheard-of"), person: null }
  ]
})

const auditOf = (page: Page) => page.getByRole("region", { name: "Audit", exact: true })

test("audit: long ids, a kind without words, and nothing that fits", async () => {
  const page = await show({ ...answers, ...audit })
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
  const empty = await show({
    ...answers,
    ...said("GET /v1/admin/status", quiet),
    ...said("GET /v1/admin/webhooks", { webhooks: [] }),
    ...said("GET /v1/admin/people", { people: [], codes: [] }),
    ...said("GET /v1/admin/models", { from: "environment", currency: "USD", models: [] }),
    ...said("GET /v1/admin/knowledge", { sources: [] }),
    ...said("GET /v1/admin/usage", {
      from: "2026-10-22",
      to: "2026-11-20",
      task: [],
      model: [],
      person: [],
      all: [],
      unmasked: []
    })
  })
  await empty.getByText("No model was asked in these days.").waitFor()
  expect(await axeFindings(empty, WIDTHS)).toEqual([])
  const down: PageAnswer = { ok: false, code: "relay-unreachable" }
  const away = await show({
    ...answers,
    "GET /v1/admin/status": down,
    "GET /v1/admin/webhooks": down,
    "GET /v1/admin/people": down,
    "GET /v1/admin/models": down,
    "GET /v1/masking-rules": down,
    "GET /v1/admin/knowledge": down,
    "GET /v1/admin/settings": down,
    "GET /v1/admin/usage": down
  })
  await away.getByText("The relay doesn’t answer.").first().waitFor()
  expect(await axeFindings(away, WIDTHS)).toEqual([])
  const gate = await show({
    ...said("page-status", { address: "", panel: { ...ada, name: "Tom", role: "agent" } })
  })
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
  await page.close()
})
