import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as z from "zod/mini"
import { buyingQuestion } from "../../../src/intent/buying.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../../src/models/usage/usage-book.ts"
import { namesOtherStandards } from "../../../src/relay/recommendations/recommend.ts"
import { findProducts } from "../../../src/relay/recommendations/find-products.ts"
import { assemblePipeline } from "../../../src/relay/server/assemble-pipeline.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { root } from "../../house/files.ts"
import { openKnowledge } from "../../knowledge/help/database.ts"
import { person, ticket } from "../../knowledge/help/tickets.ts"
import { runDraft } from "../help/run-draft.ts"

const line = z.object({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  asks: z.nullable(z.string()),
  catalogue: z.optional(z.string()),
  products: z.optional(z.array(z.string()))
})
const TICKETS = readFileSync(join(root, "data/buying-own/tickets.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((one) => line.parse(JSON.parse(one)))

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
const folder = mkdtempSync(join(tmpdir(), "buying-"))
beforeAll(async () => {
  knowledge = await openKnowledge()
  for (const name of ["catalogue-en.csv", "catalogue-de.csv"])
    copyFileSync(join(root, "data/buying-own", name), join(folder, name))
  const { failures } = await importFolder(knowledge.db, folder, {
    origin: "team",
    collection: "shop",
    signal: AbortSignal.timeout(60_000)
  })
  expect(failures).toEqual([])
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await knowledge?.close()
})

const asked = (text: string, locale = "en"): MaskedTicket => ({ ...ticket("A question", text), locale })
const found = async (text: string, language = "en") =>
  (await findProducts(knowledge.db, asked(text, language), person("agents"), language)).map(
    ({ product: { details, sentence }, why }) => ({ id: details.ids?.[0], why, sentence })
  )

test.each(TICKETS)(
  "$id: what is asked is recognised, and nothing of what isn't about buying",
  ({ text, lang, asks }) => {
    expect(buyingQuestion(text, lang) ?? null).toBe(asks)
  }
)

test.each(TICKETS.filter(({ products }) => products))("$id: the right product, by its record", async (one) => {
  const got = await found(one.text, one.lang)
  expect(got.length).toBeLessThanOrEqual(3)
  const offered = got.filter(({ why, sentence }) => why.why !== "asked" || IN_STOCK.test(sentence))
  expect(offered.map(({ id }) => id).sort()).toEqual([...(one.products ?? [])].sort())
  // Whatever is offered in the place of something, or with it, is there.
  for (const { sentence } of offered) expect(sentence).toMatch(IN_STOCK)
})
const IN_STOCK = /Availability: in stock\.|Verfügbarkeit: auf Lager\./

test.each(TICKETS.filter(({ asks, lang }) => asks === null && lang === "en"))("$id: none", async ({ text, lang }) => {
  expect(await found(text, lang)).toEqual([])
})

test("what is out of stock is said with what there is in its place, and with the reason", async () => {
  expect(await found("When will the Pebble kettle be back in stock?")).toEqual([
    { id: "KTL-03", why: { why: "asked" }, sentence: "Pebble kettle – Price: 79.00 EUR; Availability: out of stock." },
    {
      id: "KTL-04",
      why: { why: "alternative", to: "Pebble kettle" },
      sentence: "Cove kettle – Price: 49.00 EUR; Availability: in stock."
    }
  ])
  // Of the same category, but with another cap.
  expect((await found("Do you have the candle bulb E14 in stock?")).map(({ id }) => id)).toEqual(["BLB-14"])
})

test.each([
  ["A candle bulb, E14, 470 lm", "A bulb with an E27 cap", true],
  ["Spot GU5.3, 12 V", "Spot GU5.3, 230 V", true],
  ["Batterie AAA, 4 Stück", "Batterie AA, 4 Stück", true],
  ["Ladekabel USB-C, 2 m", "Ladekabel Lightning, 2 m", true],
  ["Cable USB-C a Lightning", "Cable USB C, 1 m", false],
  ["電球 E17 2700K", "電球 E26 2700K", true],
  ["Vis M6 × 40", "Vis M6 × 60", false],
  ["Lampe E27, 40 W", "Lampe à pince, 40 W", false],
  ["Crema E1 espresso machine", "Crema E2 espresso machine", false],
  ["Trafo 0,5 V", "Trafo 0.5 V", false],
  ["Batterien LR6, 4 Stück", "Batterien AA, 8 Stück", false],
  ["乾電池 単3 4本", "Battery AAA, 4 pieces", true],
  ["Lampe 240 V", "Lampe 230 V", false],
  ["Adapter, 100–240 V", "Adapter, 12 V", false],
  ["Pumpe, 100 - 240 V", "Pumpe, 230 V", false],
  ["E27ソケット", "E14口金", true],
  ["電球２４Ｖ用", "電球12V用", true],
  ["電源 100V～240V", "電源 12V", false],
  ["Bomba de 12 voltios", "Bomba de 24 V", true],
  ["Akku mit 12 Volt", "Netzteil 24VDC", true],
  ["Lamp for 12/24 V", "Lamp, 12 V", false],
  ["Lamp for 12 V / 24 V", "Lamp, 24 V", false]
])("%s and %s name other standards: %s", (one, other, expected) => {
  expect(namesOtherStandards(one, other)).toBe(expected)
})

test("a group's products aren't recommended to others, nor internal ones, nor ones in another language", async () => {
  const text = "Do you still have the Halo table lamp?"
  expect(await findProducts(knowledge.db, asked(text), person("agents"), "de")).toEqual([])
  await knowledge.db.updateTable("documents").set({ visibility: "internal" }).where("title", "like", "Halo%").execute()
  expect((await found(text)).map(({ id }) => id)).not.toContain("LMP-10")
  await knowledge.db.updateTable("documents").set({ visibility: "public" }).where("title", "like", "Halo%").execute()
  await knowledge.db
    .updateTable("documents")
    .set({ groups: ["trade"] })
    .where("title", "like", "Halo%")
    .execute()
  expect((await found(text)).map(({ id }) => id)).not.toContain("LMP-10")
  await knowledge.db.updateTable("documents").set({ groups: [] }).where("title", "like", "Halo%").execute()
})

test("a draft offers the records as its first sentences, each with its source and the day of the import", async () => {
  const pipeline = assemblePipeline(NO_MODELS, knowledge.db, createUsageBook(knowledge.db, silentLog))
  const text = "When will the Pebble kettle be back? If that takes months I'd rather take another kettle from you."
  const { end, sources } = await runDraft(pipeline, asked(text), { person: person("agents") })
  const offered = end.answer?.suggestions.filter(({ recommended }) => recommended) ?? []
  const said = [end.text, ...offered.map((one) => one.text)].join("\n")
  expect(said).toContain("Pebble kettle – Price: 79.00 EUR; Availability: out of stock.")
  expect(said).toContain("Cove kettle – Price: 49.00 EUR; Availability: in stock.")
  for (const one of offered) {
    const source = sources.find(({ n }) => n === one.source)
    expect(source).toMatchObject({ kind: "product", title: one.text.split(" – ")[0] })
    expect(source?.passage).toContain(one.text)
  }
  expect(end.answer?.suggestions.slice(0, offered.length)).toEqual(offered)
  if (end.text === "") expect(end.answer).toMatchObject({ tier: "unsure", frame: { opening: expect.any(String) } })
  expect(end.refusal).toBeUndefined()
})

test("a ticket that isn't about buying is offered no product", async () => {
  const pipeline = assemblePipeline(NO_MODELS, knowledge.db, createUsageBook(knowledge.db, silentLog))
  const text = "I was charged twice for the Cove kettle. Can you look into it?"
  const { end } = await runDraft(pipeline, asked(text), { person: person("agents") })
  expect(end.answer?.suggestions.filter(({ recommended }) => recommended) ?? []).toEqual([])
})
