import { expect, test } from "vitest"
import { page, pathsOf, reported } from "./report-help.ts"

async function contradictions(files: Record<string, string>) {
  const team = await reported(files)
  try {
    return await team.find("contradiction")
  } finally {
    await team.close()
  }
}

test("another number, date or rule for the same on two public pages", async () => {
  const findings = await contradictions({
    "returns.md": page(
      "Returns",
      "You can send goods back to our warehouse within 30 days. The sender pays the postage."
    ),
    "faq.md": page("Frequent questions", "You can send goods back to our warehouse within 14 days.", {
      changed: "2026-03-01"
    }),
    "sale.md": page("Winter sale", "The winter sale of garden chairs ends on 31 January 2027."),
    "news.md": page("News", "The winter sale of garden chairs ends on 15 January 2027."),
    "opened.md": page("Opened boxes", "Opened boxes of printer paper can be exchanged in our shops."),
    "exchange.md": page("Exchange", "Opened boxes of printer paper cannot be exchanged in our shops."),
    "money-a.md": page("Refunds", "## How long does a refund take?\n\nRefunds take 5 working days."),
    "money-b.md": page("Payment questions", "## How long does a refund take?\n\nWe refund within 10 working days."),
    "ja-a.md": page("返品について", "商品は到着後30日以内に倉庫へ返品できます。", { locale: "ja" }),
    "ja-b.md": page("よくある質問", "商品は到着後14日以内に倉庫へ返品できます。", { locale: "ja" })
  })
  expect(pathsOf(findings)).toEqual([
    "exchange + opened",
    "faq + returns",
    "ja-a + ja-b",
    "money-a + money-b",
    "news + sale"
  ])
  const returns = findings.find(({ documents }) => documents.some(({ title }) => title === "Returns"))
  expect(returns?.says).toMatch(/30 days.*14 days|14 days.*30 days/)
  expect(returns?.documents.map(({ words }) => words).sort()).toEqual([
    "You can send goods back to our warehouse within 14 days.",
    "You can send goods back to our warehouse within 30 days."
  ])
  expect(findings.find(({ documents }) => documents.some(({ title }) => title === "Exchange"))?.says).toBe(
    "“Exchange” denies what “Opened boxes” says."
  )
})

test.each([
  [
    "another country in the title",
    page("Delivery to Austria", "A parcel to your door costs 4.90 EUR."),
    page("Delivery to Japan", "A parcel to your door costs 24.90 EUR.")
  ],
  [
    "another country in the sentence",
    page("Delivery", "Sending a parcel to Austria takes two days."),
    page("Shipping times", "Sending a parcel to Japan takes nine days.")
  ],
  [
    "another product",
    page("Halo lamp", "The bulb of the desk lamp has 40 W."),
    page("Luma lamp", "The bulb of the desk lamp has 60 W.")
  ],
  [
    "a special case",
    page("Delivery", "Delivery of a parcel costs 5 EUR. Express has its own page."),
    page("Faster", "Express delivery of a parcel costs 12 EUR.")
  ],
  [
    "both figures stand on one page",
    page(
      "Returns",
      "You can send goods back to our warehouse within 30 days. Members can send goods back to our warehouse within 60 days."
    ),
    page("Members", "You can send goods back to our warehouse within 60 days.")
  ],
  [
    "the same in other words",
    page("Returns", "You can send goods back to our warehouse within two weeks."),
    page("Help", "You can send goods back to our warehouse within 14 days.")
  ],
  [
    "an internal page",
    page("Returns", "You can send goods back to our warehouse within 30 days."),
    page("Goodwill", "You can send goods back to our warehouse within 60 days.", { visibility: "internal" })
  ],
  [
    "a condition",
    page("Lost", "If you find the parcel at your neighbours, tell us."),
    page("Search", "If you do not find the parcel at your neighbours, tell us.")
  ],
  [
    "other headings",
    page("Prices", "## Repair at home\n\nThe visit of a mechanic costs 80 EUR."),
    page("Costs", "## Repair in the workshop\n\nThe visit of a mechanic costs 40 EUR.")
  ]
])("no contradiction: %s", async (_, one, other) => {
  expect(await contradictions({ "one.md": one, "other.md": other })).toEqual([])
})
