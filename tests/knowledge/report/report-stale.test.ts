import { afterAll, beforeAll, expect, test } from "vitest"
import { keepDraft, page, pathsOf, reported } from "./report-help.ts"
import { ticket } from "../help/tickets.ts"

const FEED =
  "id,title,price,link,availability\n1,Halo-2 desk lamp,44.90 EUR,https://shop.acme.example/halo,in stock\n2,Luma floor lamp,89.00 EUR,https://shop.acme.example/luma,in stock\n"

let team: Awaited<ReturnType<typeof reported>>
beforeAll(async () => {
  team = await reported({
    "products.csv": FEED,
    "old.md": page("Assembly", "Put the foot below the arm.", { changed: "2024-01-10" }),
    "old-unquoted.md": page("Storage", "Keep it dry.", { changed: "2024-01-10" }),
    "fresh.md": page("Cleaning", "Use a soft cloth.", { changed: "2026-10-01" }),
    "sale.md": page("Autumn sale", "The reduced price holds until 31 October 2025."),
    "ja.md": page("キャンペーン", "送料無料は2025年10月31日までです。", { locale: "ja" }),
    "yearly.md": page("Christmas", "Order until 18 December to get it in time."),
    "coming.md": page("Spring sale", "The reduced price holds until 31 March 2027."),
    "history.md": page(
      "About us",
      "We have made lamps since 4 May 1998. The shop in Ghent was open until 3 June 2020."
    ),
    "rule.md": page("Old guarantee", "Lamps bought before 1 January 2022 have a guarantee of two years."),
    "lamp.md": page("The small lamp", "The Halo-2 desk lamp costs 39.90 EUR."),
    "lamp-right.md": page("The large lamp", "The Luma floor lamp costs 89 EUR."),
    "bulb.md": page(
      "Bulbs",
      "A bulb for the Halo-2 desk lamp costs 4.50 EUR. Delivery: the Halo-2 desk lamp is sent for 5 EUR."
    )
  })
  const old = await team.db
    .selectFrom("documents")
    .select("id")
    .where("path", "in", ["old.md", "fresh.md"])
    .orderBy("path", "desc")
    .execute()
  for (const { id } of old) await keepDraft(team.db, ticket("Lamp", "How do I assemble it?"), { quotes: [id] })
})
afterAll(() => team.close())

test("old and still quoted, a date gone by, a price that differs from the feed; nothing else", async () => {
  const findings = await team.find("stale")
  const told = findings.map(({ documents, says }) => `${documents[0]?.address}: ${says}`).sort()
  expect(told).toEqual([
    "ja.md: It speaks of 2025年10月31日 as of a day to come.",
    "lamp.md: It says 39.90 EUR for “Halo-2 desk lamp”, the product feed says 44.90 EUR.",
    "old.md: Nobody has changed it since 2024-01-10, and a draft quotes it.",
    "sale.md: It speaks of 31 October 2025 as of a day to come."
  ])
  expect(pathsOf(findings.filter(({ says }) => says.includes("feed")))[0]).toContain("lamp")
})
