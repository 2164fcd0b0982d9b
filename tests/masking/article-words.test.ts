import { expect, test } from "vitest"
import { ArticleWords, capitalsOf, maskText } from "../../src/masking/index.ts"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"

const article =
  "Statutory Maternity Leave\nYou may claim Statutory Maternity Leave and the Zellmer Bonus. Exports to North Korea need a licence of the CWVV. Ask for Anna Kowalska, or Kowalska and Partners, about the klarpool."
const articleWords = ArticleWords.pack(article.match(/\b[a-z]{2,}\b/g) ?? [], capitalsOf(article))
const masked = (text: string, rules = {}) =>
  maskText(text, { entries: [] }, [], { locale: "en", rules: { ...NO_RULES, version: 1, ...rules } }).text

test("what the public articles speak of is evidence that it is nobody's name", () => {
  const asked = "Does the CWVV fit me, and can I sell it to North Korea?"
  expect(masked(asked)).not.toBe(asked)
  expect(masked(asked, { articleWords })).toBe(asked)
})

test("no veto: a person's name is masked though an article holds it", () => {
  expect(masked("My name is Anna Kowalska, please call Kowalska.", { articleWords })).toBe(
    "My name is [PERSON_1], please call [PERSON_2]."
  )
})

test("packed words are read as they were: in lower case, with a capital inside a sentence, in pairs", () => {
  const words = new ArticleWords(articleWords)
  expect([
    words.isPlain("klarpool"),
    words.isPlain("zellmer"),
    words.isCapital("cwvv"),
    words.isCapital("klarpool"),
    words.isPair("north", "korea"),
    words.isPair("korea", "north")
  ]).toEqual([true, false, true, false, true, false])
  expect(capitalsOf("Ask Bella Vita. Or Anna.")).toEqual([
    "ask bella",
    "bella",
    "bella vita",
    "vita",
    "or anna",
    "anna"
  ])
})
