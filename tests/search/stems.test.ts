import { expect, test } from "vitest"
import { LISTS } from "replywright/lexicon/search"
import { entriesOf } from "../../src/lexicon/lexicon.ts"
import { stems } from "../../src/search/words/stems.ts"
import { LANGUAGES } from "../../src/text/languages.ts"

test.each([
  ["en", "after before only without all"],
  ["de", "nach vor nur ohne alle"],
  ["fr", "après avant seulement sans plus"],
  ["es", "después antes solo sin todos"],
  ["pt", "depois antes apenas sem todos"]
])("what tells rules apart is looked for in each language: %s", (language, words) =>
  expect(stems(words, language)).toHaveLength(5)
)

test.each([
  ["de", "Hallo, könnten Sie mir bitte ...?"],
  ["fr", "Bonjour, est-ce que vous pourriez ... ? Elle l'avait."],
  ["es", "Hola, ¿podríais ...? Lo tuve y no lo tenían."],
  ["pt", "Olá, poderiam ...? Tive e vcs não tinham."]
])("what is said in every question is not: %s", (language, text) => expect(stems(text, language)).toEqual([]))

test("a small word is one without its accents too, but German goods are no auxiliary verb", () => {
  expect(stems("nao ja tambem esta", "pt")).toEqual([])
  expect(stems("tambien como esta que", "es")).toEqual([])
  expect(stems("a ete tres deja", "fr")).toEqual(stems("déjà", "fr"))
  expect(stems("Die Ware wäre", "de")).toHaveLength(1)
})

test.each(LANGUAGES)("no expression of %s is made of small words alone", (language) => {
  const nothing = entriesOf(LISTS, language, "synonyms")
    .flatMap((group) => group.split(","))
    .filter((expression) => stems(expression, language).length === 0)
  expect(nothing).toEqual([])
})

test("a sign with a mark of its own, such as a heart, is no word", () => {
  for (const language of ["en", "de", "fr", "es", "pt"]) expect(stems("\u2764\ufe0f kettle", language)).toHaveLength(1)
})
