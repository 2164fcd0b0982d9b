import { describe, expect, test } from "vitest"
import { greetedName } from "../../src/checks/greeted-name.ts"
import { judge, source } from "./support-samples.ts"

const LAMPS = [
  source(
    1,
    "Lamps",
    "The desk lamp can't be dimmed by remote control. If the lamp is older than five years, replacement bulbs are free at the workshop. Bring the lamp to a workshop on weekdays."
  )
]

describe("a sentence that may differ from its source", () => {
  test("one that says what the source denies is to be looked at again, beside the source's sentence", () => {
    expect(judge("The desk lamp can be dimmed by remote control.", "en", LAMPS)).toMatchObject({
      state: "look-again",
      reason: "negation",
      sources: [1],
      says: expect.stringContaining("can't be dimmed")
    })
    expect(judge("The desk lamp can't be dimmed by remote control.", "en", LAMPS).state).toBe("supported")
  })
  test("“always” over a condition of the source is to be looked at again, a condition left out alone isn't", () => {
    expect(judge("Replacement bulbs are always free at the workshop.", "en", LAMPS)).toMatchObject({
      state: "look-again",
      reason: "condition",
      says: expect.stringContaining("older than five years")
    })
    expect(judge("Replacement bulbs are free at the workshop.", "en", LAMPS).state).toBe("near")
  })
  test("in a language in which nobody measured it, nothing is judged by small words", () => {
    const lampen = [source(1, "Lampen", "Die Tischlampe lässt sich nicht dimmen.", { locale: "de" })]
    expect(judge("Die Tischlampe lässt sich dimmen.", "de", lampen).state).not.toBe("look-again")
  })
})

describe("who is greeted", () => {
  test.each([
    ["en", "Hello Maria Jones,", "Maria Jones"],
    ["en", "Dear Ms. Abernathy,", "Abernathy"],
    ["de", "Guten Tag Frau Krüger,", "Krüger"],
    ["fr", "Bonjour Monsieur Lefèvre,", "Lefèvre"],
    ["es", "Hola Lucía:", "Lucía"],
    ["pt", "Olá Beatriz,", "Beatriz"],
    ["ja", "山田様、", "山田"],
    ["en", "Hello,", undefined],
    ["en", "Dear customer,", undefined],
    ["en", "Hi there,", undefined],
    ["en", "Hello [PERSON_1],", undefined],
    ["de", "Sehr geehrte Damen und Herren,", undefined],
    ["en", "Hello everyone in the team, the lamp is back.", undefined]
  ])("%s: %s", (language, sentence, name) => {
    expect(greetedName(sentence, language)).toBe(name)
  })
  test("a greeting of somebody whom the ticket doesn't know has no source", () => {
    expect(judge("Hello Maria Jones,")).toMatchObject({ state: "no-source", reason: "name", words: "Maria Jones" })
    expect(judge("Hello [PERSON_1],").state).toBe("courtesy")
  })
})

test.each([
  ["I'm opening the carrier search now.", "search"],
  ["I have just added a note to your account.", "note"]
])("an act that nobody knows of is never a sentence with a source: %s", (sentence) => {
  expect(judge(sentence).state).not.toBe("supported")
})
