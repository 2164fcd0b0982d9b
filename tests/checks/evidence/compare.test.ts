import { describe, expect, test } from "vitest"
import { compareWithSource } from "../../../src/checks/evidence/compare.ts"
import { threadClock } from "../../slowness.ts"

/** Returns the differences with their words in place of their offsets. */
const differences = (sentence: string, source: string, language = "en") =>
  compareWithSource(sentence, source, language).map(({ kind, draft, source: said }) => [
    kind,
    draft && sentence.slice(draft.start, draft.end),
    said && source.slice(said.start, said.end)
  ])

test("a condition that is there with another figure is one difference", () => {
  expect(differences("They answer within nine days.", "They answer within five days.")).toEqual([
    ["figure", "nine days", "five days"]
  ])
})

describe("what differs between a sentence and its source", () => {
  test.each([
    ["You can return it within 14 days.", "You can return it within 30 days.", ["figure", "14 days", "30 days"]],
    ["The review takes six months.", "The review takes six weeks.", ["unit", "six months", "six weeks"]],
    [
      "You can open an account at our Leeds branch.",
      "You can open an account at our Bristol branch.",
      ["name", "Leeds", "Bristol"]
    ],
    ["Gift cards can be returned.", "Gift cards cannot be returned.", ["negation", undefined, "cannot"]],
    ["Backups don't include mail.", "Backups include mail.", ["negation", "don't", undefined]],
    ["You may enclose the invoice.", "You must enclose the invoice.", ["modal", "may", "must"]],
    [
      "You can return any item.",
      "You can return an item if it is unworn.",
      ["condition", undefined, "if it is unworn"]
    ],
    ["All plans include support.", "Most plans include support.", ["quantifier", "All", "Most"]],
    ["Plans include support.", "Only yearly plans include support.", ["quantifier", undefined, "Only"]],
    ["We send the label back.", "You send the label back.", ["subject", "We", "You"]],
    ["The council decides on the application.", "The school decides on the application.", ["word", "council", "school"]]
  ])("%s <- %s", (sentence, source, difference) => {
    expect(differences(sentence, source)).toContainEqual(difference)
  })

  test.each([
    ["de", "Geschenkkarten können zurückgegeben werden.", "Geschenkkarten können nicht zurückgegeben werden.", "nicht"],
    ["fr", "Les bons peuvent être échangés.", "Les bons ne peuvent pas être échangés.", "pas"],
    ["es", "El bono se puede cambiar.", "El bono no se puede cambiar.", "no"],
    ["pt", "O vale pode ser trocado.", "O vale não pode ser trocado.", "não"],
    ["ja", "この商品は返品できます。", "この商品は返品できません。", "ません"]
  ])("a negation in %s", (language, sentence, source, negator) => {
    expect(differences(sentence, source, language)).toContainEqual(["negation", undefined, negator])
  })

  test("nothing differs in a copy, and an unknown language still has its figures", () => {
    const text = "You can return most items within 30 days, unless they are worn."
    expect(compareWithSource(text, text, "en")).toEqual([])
    expect(differences("Levering duurt 4 km.", "Levering duurt 5 km.", "nl")).toContainEqual(["figure", "4 km", "5 km"])
    expect(compareWithSource("", "", null)).toEqual([])
  })

  test("hostile text takes no long time", () => {
    const long = "if not only, all we must ".repeat(400)
    const spent = threadClock()
    compareWithSource(long, long.toUpperCase(), "en")
    expect(spent()).toBeLessThan(2000)
  })
})
