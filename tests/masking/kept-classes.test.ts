import { expect, test } from "vitest"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import { maskText } from "../../src/masking/index.ts"
import { EMPTY } from "./tickets.ts"

const inLanguage = (text: string, locale: string) => maskText(text, EMPTY, [], { locale, rules: NO_RULES }).text

test.each([
  ["en", "We live in zone C and pay tariff B. Is band D cheaper?"],
  ["en", "I am in Zone 4 and pay tier M. What does the H class cost?"],
  ["en", "What is the zone C price for a parcel to Zone B?"],
  ["en", "My rate is J. Are zones A, B and K the same?"],
  ["de", "Ich wohne in Zone C, Klasse B. Gilt Stufe K?"],
  ["de", "Wir sind in Tarifzone K, Gewichtsklasse J, nicht in der C-Klasse."],
  ["fr", "Je suis en zone C, classe B, tarif 2, niveau J."],
  ["es", "Vivo en la zona C, clase B, tarifa 2, nivel K."],
  ["pt", "Moro na zona C, classe B, tarifa 2, escalão J."],
  ["ja", "Bクラスの料金を知りたいです。Cゾーンに住んでいます。料金プランAとクラスBの違いは?"]
])("the letter or number of a class stays in %s: %s", (locale, text) => expect(inLanguage(text, locale)).toBe(text))

test.each([
  ["en", "Can I register a .com domain with you, or only .de and .co.jp?"],
  ["en", "Do you sell .io, .org.uk or .jo domains?"],
  ["de", "Ich möchte die Endung .de bestellen, gern auch .at oder .co.uk."],
  ["fr", "Je voudrais transférer mon domaine en .fr et en .com."],
  ["es", "Quiero registrar un dominio .es y otro .com.ar."],
  ["pt", "Quero registar um domínio .pt ou .com.br."],
  ["ja", ".jpドメインと.co.jpドメインの料金を教えてください。"]
])("a domain's ending by itself stays in %s: %s", (locale, text) => expect(inLanguage(text, locale)).toBe(text))

test.each([
  ["en", "I live in zone C. Karin Lindqvist knows it.", "I live in zone C. [PERSON_1] knows it."],
  ["en", "Group M Schmidt is late.", "Group M [ORG_1] is late."],
  ["en", "Level 3, 120 Collins Street, Melbourne VIC 3000", "[ADDRESS_1]"],
  ["es", "Vivo en Calle Mayor 3, nivel 2, 28013 Madrid", "Vivo en [ADDRESS_1]"],
  ["de", "Ich bin in Klasse B, mail an karin@lindqvist.de", "Ich bin in Klasse B, mail an [EMAIL_1]"],
  ["en", "Thanks .Anna", "Thanks .[PERSON_1]"]
])("somebody beside it is masked in %s: %s", (locale, text, expected) =>
  expect(inLanguage(text, locale)).toBe(expected)
)
