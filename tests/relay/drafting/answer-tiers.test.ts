import { describe, expect, test } from "vitest"
import { answerChance, tierOf } from "../../../src/relay/drafting/offline/answer-chance.ts"
import { ticket } from "../../knowledge/help/tickets.ts"
import { draft, source } from "./offline-help.ts"

const signals = { chance: 0.6, page: 0.6, window: 0.4, absent: 0.2 }

describe("the tier of an answer", () => {
  test("each signal moves the chance its way", () => {
    const chance = answerChance(signals)
    expect(answerChance({ ...signals, chance: 0.8 })).toBeGreaterThan(chance)
    expect(answerChance({ ...signals, page: 0.8 })).toBeGreaterThan(chance)
    expect(answerChance({ ...signals, window: 0.6 })).toBeGreaterThan(chance)
    expect(answerChance({ ...signals, absent: 0.4 })).toBeLessThan(chance)
  })

  test("sure, unsure and nothing; a doubtful search leaves nothing whatever the page says", () => {
    expect([0.9, 0.3, 0.1].map((chance) => tierOf(chance, signals))).toEqual(["sure", "unsure", "nothing"])
    expect(tierOf(0.9, { ...signals, chance: 0.1 })).toBe("nothing")
  })
})

describe("sentences offered besides", () => {
  const page = source(
    1,
    "en",
    "Missing parcels",
    "When a parcel is missing, we ask the carrier to search for it. A missing parcel is replaced or refunded. " +
      Array.from({ length: 12 }, (_, n) => `A parcel of kind ${"abcdefghijkl"[n]} is missing for other reasons.`).join(
        " "
      )
  )
  const asking = ticket("Missing parcel", "My parcel is missing. What happens with a missing parcel?")

  test("at most eight, none of them in the letter, each with its place", async () => {
    const { answer, text } = await draft(asking, "en", [page], "shorter")
    expect(answer?.tier).toBe("sure")
    expect(answer?.suggestions).toHaveLength(8)
    for (const { text: offered, source, at } of answer?.suggestions ?? []) {
      expect(text).not.toContain(offered)
      expect(page.passage).toContain(offered)
      expect(source).toBe(1)
      expect(at).toBeGreaterThanOrEqual(0)
    }
  })

  test("a heading that asks is not offered", async () => {
    const { answer } = await draft(
      asking,
      "en",
      [{ ...page, passage: `Parcel missing?\n\n${page.passage}` }],
      "shorter"
    )
    expect(answer?.suggestions.map(({ text }) => text)).not.toContain("Parcel missing?")
  })
})

describe("what is given isn't asked for", () => {
  const listed = (...items: string[]) =>
    source(
      1,
      "en",
      "Faulty printer",
      `A faulty printer is repaired under the warranty. Send us:\n${items.map((item) => `- ${item}`).join("\n")}`
    )
  const faulty = "My printer of order LL-48213 is faulty, is it repaired under the warranty?"

  test("the order number that the ticket names is no longer in the list", async () => {
    const { text } = await draft(ticket("Faulty printer", faulty), "en", [listed("the order number", "a photo")])
    expect(text).toContain("Send us:\n\n- a photo")
    expect(text).not.toContain("order number")
  })

  test("a list of which nothing is left goes with the line that leads to it", async () => {
    const { text } = await draft(ticket("Faulty printer", faulty), "en", [listed("the order number")])
    expect(text).toContain("repaired under the warranty")
    expect(text).not.toContain("Send us")
  })

  test("without one in the ticket, it is asked for", async () => {
    const { text } = await draft(ticket("Faulty printer", faulty.replace(" of order LL-48213", "")), "en", [
      listed("the order number")
    ])
    expect(text).toContain("- the order number")
  })
})

test("numbered items come whole, led to by their heading; the sentences of one item stay in it", async () => {
  const { text } = await draft(ticket("Parcel return", "How do I return a parcel? What does the return cost?"), "en", [
    source(
      1,
      "en",
      "Returns",
      "Returning a parcel\n\n1. Open Returns on our website. Choose the parcel.\n2. Print the label for the return.\n\nThe return costs €4.90."
    )
  ])
  expect(text).toContain(
    "Returning a parcel:\n\n- Open Returns on our website. Choose the parcel.\n- Print the label for the return.\n\nThe return costs €4.90."
  )
})
