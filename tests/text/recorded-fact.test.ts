import { expect, test } from "vitest"
import { recordedFact } from "../../src/text/recorded-fact.ts"

test.each([
  ["en", "Our records show this: Item number LMP-11."],
  ["de", "Bei uns ist vermerkt: Item number LMP-11."],
  ["fr", "Voici ce qui figure dans notre dossier : Item number LMP-11."],
  ["es", "En nuestros registros consta lo siguiente: Item number LMP-11."],
  ["pt", "Nos nossos registos consta o seguinte: Item number LMP-11."],
  ["ja", "当店の記録では、Item numberはLMP-11です。"],
  ["it", "Our records show this: Item number LMP-11."],
  [null, "Our records show this: Item number LMP-11."]
])("in a letter in %s, a fact is a sentence", (language, sentence) => {
  expect(recordedFact("Item number", "LMP-11", language)).toBe(sentence)
})
