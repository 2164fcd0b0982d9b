import { describe, expect, test } from "vitest"
import { answerChance, tierOf } from "../../../src/relay/drafting/offline/answer-chance.ts"
import type { TeamVoice } from "../../../src/ticket/team-voice.ts"
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
    expect([0.9, 0.2, 0.05].map((chance) => tierOf(chance, signals))).toEqual(["sure", "unsure", "nothing"])
    expect(tierOf(0.9, { ...signals, chance: 0.1 })).toBe("nothing")
  })
})

test("a fraud gets no sure letter from a page that doesn't speak of it", async () => {
  const scam = ticket("My phone", "A scammer talked me into giving away my phone number. How do I get my phone back?")
  const about = "If your phone is lost, sign in on the new phone. The old phone number is then signed out."
  const lost = source(1, "en", "A lost phone", about)
  expect((await draft(ticket("My phone", "I lost my phone. How do I sign in?"), "en", [lost])).answer?.tier).toBe(
    "sure"
  )
  const { answer, text } = await draft(scam, "en", [lost])
  expect([answer?.tier, text]).toEqual(["unsure", ""])
  expect(answer?.suggestions).not.toHaveLength(0)
  const warned = source(1, "en", "A lost phone", `${about} If a scammer has your phone number, freeze the card first.`)
  expect((await draft(scam, "en", [warned])).answer?.tier).toBe("sure")
})

test("a page that search found far behind another one carries no sure letter", async () => {
  const asked = ticket("Number", "How long does it take to move my number to another phone, and what does it cost?")
  const carries =
    "To move your number to another phone takes 2 days. It costs €5 to move a number. Your number moves at night."
  const found = (score: number) => [
    { ...source(1, "en", "Phones", "We repair phones of any kind. Bring the phone to a shop near you."), score: 0.8 },
    { ...source(2, "en", "Numbers", carries), score }
  ]
  const near = await draft(asked, "en", found(0.72))
  expect([near.answer?.tier, near.answer?.mainSource]).toEqual(["sure", 2])
  const far = await draft(asked, "en", found(0.64))
  expect([far.answer?.tier, far.answer?.mainSource, far.text]).toEqual(["unsure", 2, ""])
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

  test("at most eight also where the team's voice cuts the letter short", async () => {
    const { answer } = await draft(asking, "en", [page], undefined, voiceOf(20))
    expect(answer?.suggestions).toHaveLength(8)
  })

  test("what the ticket gave is not offered, and what holds of another case comes last", async () => {
    const late =
      "If you arrive 90 to 179 minutes late, you get a quarter back. With 180 minutes or more you get half back. Send us the booking number. " +
      "A late train is shown on the board. We are sorry for every late train. The board is at the gate."
    const { answer } = await draft(
      ticket("Late", "My train LW-48213 was 2 hours late. What do I get back for a late train?"),
      "en",
      [source(1, "en", "Late trains", late)],
      "shorter"
    )
    const offered = answer?.suggestions.map(({ text }) => text) ?? []
    expect(offered.at(-1)).toBe("With 180 minutes or more you get half back.")
    expect(offered.length).toBeGreaterThan(2)
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

/** A voice whose letters have at most this many words. */
const voiceOf = (words: number): TeamVoice => ({
  name: "short",
  of: { brands: [], groups: [], channels: [], languages: [] },
  persona: "",
  greetings: {},
  signOffs: {},
  most: { words },
  forbidden: [],
  preferred: [],
  products: [],
  disclosure: {},
  examples: []
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

  test("nor is it offered", async () => {
    const { text, answer } = await draft(
      ticket("Faulty printer", faulty),
      "en",
      [listed("the order number", "a photo")],
      "shorter"
    )
    const all = [text, ...(answer?.suggestions.map((one) => one.text) ?? [])].join("\n")
    expect(all).toContain("a photo")
    expect(all).not.toContain("order number")
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
