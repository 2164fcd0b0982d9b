import { expect, test } from "vitest"
import { correctSpelling, nearestWord } from "../../../src/relay/rewriting/correct-spelling.ts"
import type { SpellingLanguage } from "../../../src/ticket/rewrite.ts"

const correct = (text: string, language: SpellingLanguage = "en", keep: string[] = []) =>
  correctSpelling({ text, language, keep })

test.each<[SpellingLanguage, string, string]>([
  ["en", "We recieved it; it doesnt start.", "We received it; it doesn't start."],
  ["en", "It’s odd: it doesnt start.", "It’s odd: it doesn’t start."],
  ["en", "You should of told us; it wil keep it's own place.", "You should have told us; it will keep its own place."],
  ["en", "We couldn’t of known, and you woudnt of waited.", "We couldn’t have known, and you wouldn’t have waited."],
  ["fr", "Merci pour l'etiquette, apres la commande.", "Merci pour l'étiquette, après la commande."],
  ["es", "Tambien enviamos la direccion nueva.", "También enviamos la dirección nueva."],
  ["pt", "Voce recebe o endereco novo da loja.", "Você recebe o endereço novo da loja."]
])("%s: slips are corrected with their case and apostrophe", async (language, text, corrected) =>
  expect(await correct(text, language)).toBe(corrected)
)

test.each([
  ["placeholders and blanks", "Dear [PERSON_1], [[the adress]] of [ADRESS_2] is known."],
  ["links, addresses and paths", "See https://x.example/adress, adress.example/adress or C:/adress/untill.txt now."],
  ["codes and figures", "Your code is ADRESS-untill7 and the part is recieved_v2, 3untill of them."],
  ["names", "We asked Adress and Mr Recieved, and Zbigniew Untill too."],
  ["capitals inside a word", "The iAdress and the LumenUntill are new."],
  ["letters of two alphabets", "The \u0430dress is spelt with another letter."],
  ["right words that look like a slip", "You should of course keep it. It's owned by us; it's on its own."],
  ["slips of phrases in quotation marks", 'The page is called "You should of known".'],
  ["what is quoted", 'Press "Adress untill" and «adress» in the menu.'],
  ["spellings of either side of the Atlantic", "The colour and the color, organise and organize."],
  ["words made of two", "The downlight and the tealights are new."],
  ["a sentence in another language", "Merci pour votre adresse et a bientot, nous vous ecrivons apres la livraison."]
])("%s stay as they are", async (_, text) => expect(await correct(text)).toBe(text))

test("words that are kept stay, in any case and as parts of a name of several words", async () => {
  expect(await correct("The adress and the untill are fine.", "en", ["ADRESS", "Untill Pro"])).toBe(
    "The adress and the untill are fine."
  )
})

test("a word with two words as near stays, and an accent is never taken away", () => {
  const words = new Set(["cheek", "check", "podes", "envío", "envió"])
  const isWord = (word: string) => words.has(word)
  expect(nearestWord("cheak", "en", isWord)).toBeUndefined()
  expect(nearestWord("podés", "es", isWord)).toBeUndefined()
  expect(nearestWord("envio", "es", isWord)).toBeUndefined()
  words.delete("envió")
  expect(nearestWord("envio", "es", isWord)).toBe("envío")
})

test("a text of words that no dictionary has comes back as it is, and soon", async () => {
  const text = Array.from(
    { length: 2000 },
    (_, n) => `qzx${String.fromCharCode(97 + (n % 26), 98 + (n % 7))}wvk${"abcdefgh"[n % 8]}`
  ).join(" ")
  expect(await correct(text)).toBe(text)
})

test("a run of letters that is no word stays, and isn't looked up in thousands of spellings", () => {
  const asked: string[] = []
  const isWord = (word: string) => asked.push(word) === 0
  for (const language of ["en", "fr", "es", "pt"] as const)
    expect(nearestWord("e".repeat(160), language, isWord)).toBeUndefined()
  expect(asked).toEqual([])
})
