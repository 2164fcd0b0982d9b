import { expect, test } from "vitest"
import { alignSentences } from "../../src/checks/translation/align-sentences.ts"
import { changedInTranslation } from "../../src/checks/translation/changed-in-translation.ts"
import { compareTranslation } from "../../src/checks/translation/compare-translation.ts"
import { countNegations } from "../../src/checks/translation/changed-in-translation.ts"
import { isTransliterated } from "../../src/checks/translation/changed-names.ts"
import { numerals } from "../../src/text/numerals.ts"
import { threadClock } from "../slowness.ts"

const found = (before: string, from: string, after: string, to: string) =>
  changedInTranslation({ text: before, language: from }, { text: after, language: to }).map(({ kind }) => kind)

test.each([
  [
    "en",
    "We ship on 5 March before 6 pm; it costs £12.50.",
    "fr",
    "Nous expédions le 5 mars avant 18 h ; cela coûte 12,50 £."
  ],
  ["de", "Wir können das Sofa nicht zurücknehmen.", "en", "We can't take the sofa back."],
  ["en", "Neither the lamp nor the shade is in stock.", "pt", "Nem a lâmpada nem o abajur estão em estoque."],
  ["es", "No hemos recibido nada de [PERSON_1].", "en", "We have received nothing from [PERSON_1]."],
  ["en", "Not only the lamp but also the shade is new.", "de", "Nicht nur die Lampe, auch der Schirm ist neu."],
  ["en", "We send it to Germany within 3 days.", "es", "Lo enviamos a Alemania en 3 días."],
  ["en", "The Aurora lamp ships on Monday.", "ja", "Auroraランプは月曜日に発送します。"],
  ["ja", "返品には領収書が必要でなければなりません。", "en", "A return must come with the receipt."],
  ["en", "You get a day off.", "fr", "Vous avez un jour de repos."],
  ["en", "Your card was not accepted.", "de", "Ihre Karte wurde abgelehnt."],
  ["de", "Dieses Modell wird nicht mehr gebaut.", "en", "This model is discontinued."],
  ["fr", "Les chiens ne sont pas admis.", "es", "Se prohíben los perros."],
  ["en", "You can't get in before noon.", "pt", "Só pode entrar a partir do meio-dia."],
  ["ja", "犬の同伴は禁止です。", "en", "You can't bring a dog."],
  ["en", "We don't deliver before 1 May.", "de", "Wir liefern frühestens am 1. Mai."],
  ["fr", "Écrivez au siège, pas au magasin.", "en", "Write to the head office rather than to the shop."],
  ["en", "Give it twice a day.", "pt", "Dê duas vezes ao dia."],
  ["ja", "受付番号はFP-1189です。", "en", "Your reference number is FP-1189."],
  ["en", "Ask for Sophie at gate 4.", "ja", "4番ゲートでソフィーにお尋ねください。"],
  ["de", "Unsere Technikerin Frau Zimmermann kommt.", "ja", "担当のツィンマーマンが伺います。"],
  ["ja", "大阪店の西村が伺います。", "en", "Today Nishimura from the Osaka shop will come."]
])("a faithful translation is not doubted: %s %s", (from, before, to, after) => {
  expect(found(before, from, after, to)).toEqual([])
})

test.each([
  ["figure", "en", "It takes 3 days.", "de", "Es dauert 4 Tage."],
  ["figure", "en", "It costs €1,250.", "pt", "Custa 1.520 €."],
  ["figure", "en", "Come before 6 pm.", "fr", "Venez avant 16 h."],
  ["negation", "en", "The deposit isn't refundable.", "de", "Die Anzahlung ist erstattungsfähig."],
  ["negation", "ja", "返金できません。", "en", "We can refund it."],
  ["name", "en", "Ask for Ms Harlow at the desk.", "fr", "Demandez Madame Barlow à l'accueil."],
  [
    "name",
    "en",
    "Our Kestrel heater is quiet, see https://kestrel.example.",
    "es",
    "Nuestro calefactor Merlín es silencioso: https://kestrel.example."
  ],
  ["name", "en", "Ask for Sophie at the gate.", "ja", "ゲートでソフィアにお尋ねください。"],
  ["name", "en", "Ask for Mr Becker at the gate.", "ja", "ゲートでベルガーにお尋ねください。"],
  ["name", "en", "Ask for Mr Ikeda at the gate.", "ja", "ゲートで池山にお尋ねください。"],
  [
    "negation",
    "fr",
    "Le lave-linge ne vidange pas à moins de 60 cm.",
    "en",
    "The washing machine drains at less than 60 cm."
  ],
  ["negation", "en", "We don't accept cards.", "de", "Wir akzeptieren Karten."],
  ["negation", "en", "We can't take it, unless it is unused.", "de", "Wir nehmen es, es sei denn, es ist unbenutzt."],
  ["negation", "es", "Puede añadirlo, salvo los lunes.", "en", "You can add it, also on Mondays."],
  ["negation", "es", "No abra la puerta hasta que se enfríe.", "en", "Open the door until it has cooled down."],
  ["figure", "en", "Give half a tablet a day.", "pt", "Dê um comprimido por dia."],
  ["name", "ja", "藤原が手作業で行っております。", "en", "Fujimoto does it by hand."],
  ["link", "en", "See https://a.example/x.", "fr", "Voyez https://a.example/y."],
  [
    "placeholder",
    "en",
    "[PERSON_1] signed it. Send it to [EMAIL_1].",
    "es",
    "[EMAIL_1] lo firmó. Envíelo a [PERSON_1]."
  ],
  ["blank", "en", "Your number is [[order number]].", "de", "Ihre Nummer ist bekannt."]
])("%s: what a translation changes is found", (kind, from, before, to, after) => {
  expect(found(before, from, after, to)).toContain(kind)
})

test.each([
  ["Thomas", "トーマス"],
  ["Schmidt", "シュミット"],
  ["José", "ホセ"],
  ["João", "ジョアン"],
  ["Camille", "カミーユ"],
  ["Dupont", "デュポン"],
  ["Hélène", "エレーヌ"],
  ["Weber", "ウェーバー"],
  ["Charlotte", "シャルロット"],
  ["Oliveira", "オリベイラ"],
  ["Anna", "アンナ"],
  ["Michael", "マイケル"]
])("%s is %s in katakana", (name, katakana) => {
  expect(isTransliterated(name, `担当の${katakana}さんです。`)).toBe(true)
})

test.each([
  ["Sophie", "サラ"],
  ["Thomas", "トビアス"],
  ["Müller", "メイヤー"],
  ["Anna", "エマ"],
  ["Io", "イオ"]
])("%s isn't %s in katakana", (name, katakana) => {
  expect(isTransliterated(name, `担当の${katakana}さんです。`)).toBe(false)
})

test("a sentence that a translation leaves out leaves its neighbours beside their own", () => {
  const before = {
    text: "Thank you for the photos. We have looked at both of them. The lamp is cracked.",
    language: "en"
  }
  const after = { text: "Danke für die Fotos. Die Lampe hat einen Riss.", language: "de" }
  const rows = alignSentences(before, after).map(({ before: said, after: says }) => [said.length, says.length])
  expect(rows.reduce((sum, [said = 0]) => sum + said, 0)).toBe(3)
  expect(rows.reduce((sum, [, says = 0]) => sum + says, 0)).toBe(2)
})

test("each row holds a sentence, its translation and what differs", () => {
  const { rows } = compareTranslation(
    { text: "Hello Anna. It takes 3 days.", language: "en" },
    { text: "Hallo Anna. Es dauert 5 Tage.", language: "de" }
  )
  expect(rows).toEqual([
    { before: "Hello Anna.", after: "Hallo Anna.", changes: [] },
    {
      before: "It takes 3 days.",
      after: "Es dauert 5 Tage.",
      changes: [{ kind: "figure", before: "3 days", after: "5 Tage" }]
    }
  ])
})

test("empty texts have no rows; a language without lists still has its figures compared", () => {
  expect(compareTranslation({ text: "", language: "en" }, { text: "", language: "de" }).rows).toEqual([])
  expect(found("It takes 3 days.", "en", "Se tardas 4 dagar.", "sv")).toContain("figure")
  expect(countNegations("Det går inte.", "sv")).toBeUndefined()
})

test("the end of a long word is no number: freihalten ends in ten", () => {
  expect(numerals("nicht freihalten können")).toEqual([])
  expect(numerals("twenty five days and ten more").map(({ value }) => value)).toEqual([25, 10])
})

test("20,000 characters are compared in a moment", () => {
  const text = "We can't take it back before 3 May, and it costs £12.50 to send. ".repeat(300)
  const spent = threadClock()
  expect(found(text, "en", text, "en")).toEqual([])
  expect(spent()).toBeLessThan(5000)
})
