import { expect, test } from "vitest"
import { maskWith } from "../../../eval/product.ts"

const mask = maskWith({ mode: "balanced", keep: [] }, "en")
const typesIn = (text: string) => mask(text, []).spans.map(({ type, start, end }) => [type, text.slice(start, end)])

test.each([
  ["Italy", "BNCLSN79P56L219L"],
  ["Italy, with letters for digits", "RSSMRA85T10A56NS"],
  ["Poland", "85031745128"],
  ["Norway", "14037940195"],
  ["Norway, in two groups", "140379 40195"],
  ["Estonia", "48506120346"],
  ["Greece", "12038512344"],
  ["Sweden", "850612-2343"],
  ["Sweden, with the century", "19850612-2343"],
  ["Turkey", "38291475672"],
  ["Finland", "140585-123Y"],
  ["Czechia", "855612/1233"],
  ["Romania", "2850612145677"],
  ["Bulgaria", "8506123453"]
])("the personal number of %s is found without a word that announces it", (_, id) => {
  expect(typesIn(`Here it is: ${id}, thanks`)).toEqual([["GOV", id]])
})

test.each(["85031745127", "850612-2344", "140585-123X", "855612/1234", "2850612145678", "38291475671"])(
  "%s, whose check digit is wrong, is none",
  (id) => {
    expect(typesIn(`Order ${id} came`).map(([type]) => type)).not.toContain("GOV")
  }
)
