import { expect, test } from "vitest"
import { maskText } from "../../../src/masking/index.ts"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"
import { EMPTY } from "../tickets.ts"

const inLanguage = (text: string, locale: string) => maskText(text, EMPTY, [], { locale, rules: NO_RULES }).text

test.each([
  ["de", "Im Drehkreuzraum steht wieder Wasser."],
  ["de", "Bei der Kröselpresse fehlt ein Ring."],
  ["fr", "Le Doxivar me donne soif."],
  ["fr", "Il y avait encore du Brosko Levan dans le carton."],
  ["es", "Hola. El Zentrix no enciende desde ayer."],
  ["en", "We are moored at Pontoon J again."]
])("an article or a letter tells a thing of no list in %s: %s", (locale, text) =>
  expect(inLanguage(text, locale)).toBe(text)
)

test("a name isn't joined to the next sentence", () =>
  expect(inLanguage("Una Ferrol. El chico no vino.", "es")).toMatch(/ El chico no vino\.$/))

test.each([
  ["de", "Frau Brinkschulte hat angerufen.", "Brinkschulte"],
  ["de", "Beim Wrobelnik war ich auch schon.", "Wrobelnik"],
  ["fr", "Cher Monsieur le Directeur Castaing, merci.", "Castaing"],
  ["fr", "Joachim du Bellay a signé.", "Bellay"],
  ["fr", "Elle habite à Pont-l'Abbé depuis mai.", "Pont"],
  ["en", "She's Aoibhe, you'll know her.", "Aoibhe"],
  ["pt", "Cancela o horário com o Digão, por favor.", "Digão"]
])("somebody stays masked in %s: %s", (locale, text, name) => expect(inLanguage(text, locale)).not.toContain(name))

test.each(["迎えは白いマルヴェラです。", "返礼品のモルテッラはまだですか。"])(
  "a colour or a kind before it tells a thing in katakana: %s",
  (text) => expect(inLanguage(text, "ja")).toBe(text)
)

test("a word of a person before it leaves a name in katakana masked", () =>
  expect(inLanguage("担当のマルヴェラさんに電話しました。", "ja")).not.toContain("マルヴェラ"))
