import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { languageOf, languageOfPage } from "../../src/text/language.ts"
import { isLanguage, LANGUAGES, languageOfLocale } from "../../src/text/languages.ts"

test.each([
  ["en", "Hello, my parcel has not arrived yet. Can you help me?"],
  ["de", "Guten Tag, mein Paket ist noch nicht angekommen. Können Sie mir helfen?"],
  ["fr", "Bonjour, mon colis n'est toujours pas arrivé. Pouvez-vous m'aider ?"],
  ["es", "Hola, mi paquete todavía no ha llegado. ¿Me pueden ayudar?"],
  ["pt", "Olá, a minha encomenda ainda não chegou. Podem ajudar-me?"],
  ["ja", "荷物がまだ届いていません。確認していただけますか。"],
  ["it", "Buongiorno, il mio pacco non è ancora arrivato. Potete aiutarmi?"]
])("a customer's first lines in %s", (language, text) => {
  expect(languageOf(text)).toMatchObject({ language })
})

test("placeholders, links and what was quoted don't decide", () => {
  const text =
    "Danke, das Paket ist heute angekommen.\n[PERSON_1] https://shop.example/the/return/of/the/parcel\n> Thank you for your message, we will look into it\n> and answer as soon as we can."
  expect(languageOf(text).language).toBe("de")
})

test.each([
  ["el", "Γεια σας, πού είναι το δέμα μου;"],
  ["th", "พัสดุของฉันอยู่ที่ไหน"],
  ["ko", "제 소포는 어디에 있나요?"],
  ["he", "איפה החבילה שלי?"],
  ["hi", "मेरा पार्सल कहाँ है?"],
  ["ar", "أين طردي من فضلك؟"],
  ["fa", "سلام، بسته من چه زمانی می‌رسد؟"],
  ["ru", "Здравствуйте, где моя посылка?"],
  ["uk", "Добрий день, де моя посилка і коли її чекати?"],
  ["zh", "您好，我的包裹在哪里？"],
  ["ja", "Pixel 8、Android 15です。Wi-Fiが切れます。"],
  ["el", "Το Samsung Galaxy Tab S9 FE δεν ανοίγει"]
])("a script of its own, or one that is shared: %s, also with names in Latin letters", (language, text) => {
  expect(languageOf(text)).toMatchObject({ language })
})

test.each([
  ["de", "Wo ist mein"],
  ["fr", "où est mon"],
  ["es", "dónde está"],
  ["pt", "onde está a"],
  ["en", "where is my"],
  ["fr", "ca marche pas"],
  ["pt", "nao recebi ainda"],
  ["de", "Danke!"]
])("a few words tell: %s, %s", (language, text) => {
  expect(languageOf(text, LANGUAGES)).toMatchObject({ language })
})

test("a letter half in one language and half in another is in none", () => {
  expect(
    languageOf(
      "Hello,\nThe carrier answers within five working days. Der Zusteller antwortet innerhalb von fünf Werktagen.\nKind regards",
      LANGUAGES
    ).language
  ).toBeNull()
})

test("a foreign name doesn't make a text foreign", () => {
  expect(languageOf("Please send it to Zoë Brontë, Citroën garage in Málaga.", LANGUAGES).language).toBe("en")
})

test.each(LANGUAGES)("the beginnings of pages in %s are told as whole texts are", (language) => {
  const folder = `demo/knowledge/${language}`
  const pages = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".md"))
    .map((file) =>
      readFileSync(join(folder, file), "utf8")
        .replace(/^---[^]*?\n---\n/, "")
        .slice(0, 300)
    )
  expect(pages.length).toBeGreaterThan(5)
  for (const text of pages) expect([text, languageOfPage(text)]).toEqual([text, languageOf(text).language])
})

test("a page half in one language and half in another is told as a whole text is, and so is a short one", () => {
  const mixed =
    "Hello, the carrier answers within five working days and then we will send it to you again. Der Zusteller antwortet innerhalb von fünf Werktagen, und dann senden wir es Ihnen noch einmal."
  for (const text of [mixed, "Danke!", "", "荷物がまだ届いていません。".repeat(20)])
    expect(languageOfPage(text)).toBe(languageOf(text).language)
})

test("too short to tell", () => {
  for (const text of ["", "ok", "?", "12345", "[PERSON_1]", "> quoted only, in English"])
    expect(languageOf(text).language).toBeNull()
})

test("among a few languages the others are never named", () => {
  expect(languageOf("Il mio pacco non è arrivato", ["en", "de"]).language).not.toBe("it")
  expect(languageOf("Vielen Dank für die schnelle Hilfe", LANGUAGES).language).toBe("de")
})

test("the product's languages", () => {
  expect(isLanguage("pt")).toBe(true)
  expect(isLanguage("it")).toBe(false)
  expect(isLanguage(null)).toBe(false)
})

test.each([
  ["de", "de"],
  ["pt-BR", "pt"],
  ["en_GB", "en"],
  ["FR", "fr"],
  ["fil-PH", "fil"],
  ["", null],
  [undefined, null],
  ["german", null]
])("the language of the locale %s", (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language)
})
