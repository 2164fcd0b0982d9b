import { describe, expect, test } from "vitest"
import { maskWith } from "../../../eval/product.ts"
import { threadClock } from "../../slowness.ts"

const masked = (text: string) => maskWith({ mode: "strict" })(text).text
const spans = (text: string) => maskWith({ mode: "strict" })(text).spans.map(({ start, end }) => text.slice(start, end))

describe("names that the words beside them announce", () => {
  test.each([
    ["please ring the bell and ask for bettina", "bettina"],
    ["my niece issy will sign for the parcel", "issy"],
    ["Mein Nachbar Wolfi hat den Schlüssel.", "Wolfi"],
    ["il faut demander à parler à manu, merci", "manu"],
    ["pregunten por nacho en la entrada, por favor", "nacho"],
    ["The kettle leaks again and I would like a new one. Cheers, Dawn", "Dawn"],
    ["O micro-ondas não aquece e quero devolver hoje mesmo. quim", "quim"],
    ["I spoke to Bryony, your receptionist, on Monday.", "Bryony"]
  ])("%s", (text, name) => {
    expect(spans(text)).toContain(name)
  })
})

describe("names of things", () => {
  test.each([
    ["Our rabbit Clementine needs more hay.", "Clementine"],
    ["Bitte die Leonie-Kommode umtauschen.", "Leonie"],
    ["We stayed in the ward Florence for a night.", "Florence"],
    ["Two skeins of Beatrice were missing.", "Beatrice"],
    ["Das Poster „Johannes“ kam geknickt an.", "Johannes"],
    ["El bote de Mercedes llegó abierto.", "Mercedes"]
  ])("%s", (text, name) => {
    expect(masked(text)).toContain(name)
  })
})

describe("addresses by the grammar of their parts", () => {
  test.each([
    [
      "We live at Berth 4, Gasworks Quay, opposite the Lifeboat Station.",
      "Berth 4, Gasworks Quay, opposite the Lifeboat Station"
    ],
    ["Vivo en Mz 3 Lt 9, Col. Las Palmas, frente a la panadería.", "Mz 3 Lt 9, Col. Las Palmas, frente a la panadería"],
    ["J'habite entrée C, porte 12, lieu-dit Kerbihan.", "entrée C, porte 12, lieu-dit Kerbihan"]
  ])("%s", (text, address) => {
    const open = masked(text).replace(/\[[A-Z]+_\d+\]/g, "")
    for (const word of address.match(/\p{L}{4,}|\d+/gu) ?? []) expect(open).not.toContain(word)
  })
})

describe("values in words and odd groups", () => {
  test.each([
    ["She was born on Boxing Day 1948 in a snowstorm.", "Boxing Day 1948"],
    ["geboren an Silvester 1971, also bald", "Silvester 1971"],
    ["nascida na véspera de Natal de 1960", "véspera de Natal de 1960"],
    ["the key safe is 4-1-7-2 by the bins", "4-1-7-2"],
    ["the keypad code is star 5521 hash now", "star 5521 hash"],
    ["My seed phrase begins copper lantern acorn tunnel and then I forgot", "copper lantern acorn tunnel"],
    ["write to tilda underscore moss seven at outlook com please", "tilda underscore moss seven at outlook com"],
    ["appelez le 078 deux fois le six, 41, 20", "078 deux fois le six, 41, 20"],
    ["pay me at gauri.n4@okbank today", "gauri.n4@okbank"],
    ["matrícula BC - 27 - xy, azul", "BC - 27 - xy"]
  ])("%s", (text, value) => {
    expect(spans(text)).toContain(value)
  })
})

test.each(["943 476 5919", "85.07.30-033 28", "12.345.678-5", "S1234567D", "A123 456 780", "756.9217.0769.85"])(
  "a national number is known by its check digits: %s",
  (id) => {
    expect(masked(`the form says ${id} here`)).toBe("the form says [GOV_1] here")
  }
)

test.each(["943 476 5918", "S1234567A"])("with a wrong check digit it is none: %s", (id) => {
  expect(masked(`the form says ${id} here`)).not.toContain("[GOV_")
})

describe("hostile repetition takes linear time", () => {
  test.each([
    "ask for ",
    "above the ",
    "nine at ",
    "porte 3, ",
    "seed is ",
    "AB - 1",
    "« A » ",
    "@a_",
    "1-",
    "star 1 "
  ])("%s", (part) => {
    const took = (length: number) => {
      const text = part.repeat(Math.ceil(length / part.length))
      const spent = threadClock()
      masked(text)
      return spent()
    }
    took(4000)
    expect(took(32_000)).toBeLessThan(40 * Math.max(50, took(4000)))
  })
})
