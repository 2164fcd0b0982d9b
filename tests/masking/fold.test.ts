import { expect, test } from "vitest"
import { foldWord } from "../../src/masking/basis/fold.ts"

test.each([
  ["Ünal", "unal"],
  ["ĐẶNG", "dang"],
  ["Straße", "strasse"],
  ["İbrahim", "ibrahim"],
  ["مُحَمَّد", "محمد"],
  ["ｶﾞﾘｰﾅ", "ガリーナ"]
])("%s is compared as %s", (word, folded) => expect(foldWord(word)).toBe(folded))

test("a mark that makes another word stays", () => {
  expect(foldWord("ガリーナ")).not.toBe(foldWord("カリーナ"))
  expect(foldWord("मीरा")).not.toBe(foldWord("मरा"))
})
