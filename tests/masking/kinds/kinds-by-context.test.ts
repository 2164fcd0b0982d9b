import { expect, test } from "vitest"
import { maskText } from "../../../src/masking/index.ts"
import { EMPTY, masked } from "../tickets.ts"

const inLanguage = (text: string, locale: string) => maskText(text, EMPTY, [], { locale }).text

test.each([
  ["en", "I was born on the ninth of June nineteen seventy-four in Leeds.", "the [BIRTH_1] in"],
  ["de", "Ich bin am einundzwanzigsten Juli neunzehnhundertdreiundsechzig geboren.", "am [BIRTH_1] geboren"],
  ["fr", "Je suis née le douze octobre mil neuf cent soixante-cinq.", "le [BIRTH_1]."],
  ["es", "Nací el tres de enero de mil novecientos noventa y dos.", "el [BIRTH_1]."],
  ["pt", "Data de nascimento: quinze de novembro de dois mil e um", "nascimento: [BIRTH_1]"]
])("a date of birth in words, %s: %s", (locale, text, expected) => expect(inLanguage(text, locale)).toContain(expected))

test("a date in words that is no birth stays", () => {
  const text = "It was delivered on the ninth of June, the second of two parcels."
  expect(masked(text)).toBe(text)
})

test.each([
  ["Chave Pix aleatória: 7b1d0c52-3f4e-4c1a-9a55-0e6d2f8b9c31", "Chave Pix aleatória: [ACCOUNT_1]"],
  ["the request id is 7b1d0c52-3f4e-4c1a-9a55-0e6d2f8b9c31", "the request id is 7b1d0c52-3f4e-4c1a-9a55-0e6d2f8b9c31"],
  ["mi CLABE es 032180000118359719", "mi CLABE es [ACCOUNT_1]"],
  ["製造番号は KX4-9930217 です", "製造番号は [ID_1] です"]
])("a number behind the word for its kind: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  "Irish plate 08-D-51234",
  "plate B 417 KLM",
  "plate 34 AB 1207",
  "plate 1-XKP-204",
  "Kennzeichen ZH 207 334"
])("plates of many countries: %s", (text) => expect(masked(text)).toMatch(/\[VEHICLE_1\]$/))

test.each([
  ["my Golf BAR-KW 318 broke down", "my Golf [VEHICLE_1] broke down"],
  ["Der Passat HH-ZK 77 steht hier", "Der Passat [VEHICLE_1] steht hier"],
  ["Die Lampe BAR-KW 318 flackert", "Die Lampe BAR-KW 318 flackert"]
])("a German plate after a model of a car: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["Name of pupil: Ottilie Fernsby", "Name of pupil: [PERSON_1]"],
  ["Nombre del alumno: fermín ochoa", "Nombre del alumno: [PERSON_1]"],
  ["Nom de l'enfant : Capucine Le Goff", "Nom de l'enfant : [PERSON_1]"],
  ["Cardholder: DELPHINE K MOREAU", "Cardholder: [PERSON_1]"],
  ["Product: Harbour", "Product: Harbour"]
])("what stands in a field for a name is one: %s", (text, expected) => expect(masked(text)).toBe(expected))

test("a word in no list behind a relative is a name", () => {
  expect(inLanguage("meine Tochter jördis hat den Schlüssel", "de")).toBe("meine Tochter [PERSON_1] hat den Schlüssel")
  expect(masked("my wife ordered it and my son wants the blue one")).toBe(
    "my wife ordered it and my son wants the blue one"
  )
})

test.each([
  ["en", "Send it to 7a, rear house, 12 Cobbler's Lane, Ludlow.", "Send it to [ADDRESS_1]"],
  ["en", "flat 12, 9 Mill Street, Luton", "[ADDRESS_1]"],
  ["de", "Ich wohne in der Hauptstraße 4c, Hinterhaus, 2. OG rechts.", "in der [ADDRESS_1]."],
  ["es", "Vivo en Calle Roble 19 interior 6, colonia Los Fresnos.", "en [ADDRESS_1]."],
  ["fr", "J'habite 8 ter, rue des Lilas, bât. B.", "J'habite [ADDRESS_1]"]
])("the part of a house belongs to its address, %s: %s", (locale, text, expected) =>
  expect(inLanguage(text, locale)).toContain(expected)
)

test.each([
  ["en", "The Verona lamp flickers and the Olivia mug is chipped."],
  ["en", "I ordered the Josephine in size M."],
  ["de", "Der Modena 300 heizt nicht, und der Sessel Wien wackelt."],
  ["fr", "Le fauteuil Margot, coloris Prune, est arrivé taché."],
  ["es", "La mesa Lucía y la lámpara Roma 2 llegaron rotas."],
  ["pt", "O tapete Beatriz veio rasgado, na cor Jade."],
  ["en", "The box is 160 x 230 and the script prints 0.48275619203847."]
])("what a thing is called stays, %s: %s", (locale, text) => expect(inLanguage(text, locale)).toBe(text))

test.each([
  ["Ring 07911 then 204 and then 388 please", "Ring [PHONE_1] please"],
  ["au 06 puis 12 44 et enfin 90 31", "au [PHONE_1]"],
  ["call 0️⃣7️⃣9️⃣1️⃣1️⃣ 2️⃣0️⃣4️⃣3️⃣8️⃣8️⃣!", "call [PHONE_1]!"],
  ["we sold 20 then 40 and then 60", "we sold 20 then 40 and then 60"]
])("a number with words between, and one of keys: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["Write to tilda@mail.\nexample which I read", "Write to [EMAIL_1] which I read"],
  ["Write to tilda.fenn@\nmail.example today", "Write to [EMAIL_1] today"],
  ["Write to tilda@mail.example.\nthanks", "Write to [EMAIL_1].\nthanks"]
])("an address that a line break cuts is one: %s", (text, expected) => expect(masked(text)).toBe(expected))

test("the PIN in words is a secret", () => {
  expect(masked("my pin is four four oh nine, please reset it")).toBe("my pin is [SECRET_1], please reset it")
})
