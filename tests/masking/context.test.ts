import { expect, test } from "vitest"
import { maskText } from "../../src/masking/index.ts"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import { EMPTY, masked } from "./tickets.ts"

const inLanguage = (text: string, locale: string) => maskText(text, EMPTY, [], { locale, rules: NO_RULES }).text

test.each([
  "I ordered the Jordan sneakers last week",
  "my Dyson Airwrap broke",
  "the Mark III amplifier hums",
  "Mark it as urgent please",
  "Will you please Mark this as done",
  "I'd like Amber (the colour)",
  "my Vodafone SIM stopped",
  "We had two tickets for March, row B",
  "my ITIN was refused",
  "the PAN was uploaded two times",
  "The Grace period on the margin ends Friday",
  "There is mould behind the Ikea Hemnes",
  "i run a Ledger Nano X, does it work?",
  "To be Frank with you, this is a joke",
  "Is the router's S/N on the back?"
])("nobody's name by what stands beside it: %s", (text) => expect(masked(text)).toBe(text))

test.each([
  ["de", "Es ist ein Sessel Modell «Vienna», kein Tisch."],
  ["es", "La caldera es una Junkers Cerapur, tiene dos años."],
  ["es", "es un móvil color Rocío, creo"],
  ["es", "me atendió el Subgerente de Plaza"],
  ["pt", "Comprei um Trezor Safe 3, e agora?"],
  ["fr", "C'est le modèle Camille, en bleu"]
])("nobody's name in %s: %s", (locale, text) => expect(inLanguage(text, locale)).toBe(text))

test("a role below a name is no name", () => {
  expect(masked("Kind regards\nNikhil Warsame\nSenior Buyer")).toBe("Kind regards\n[PERSON_1]\nSenior Buyer")
})

test.each([
  ["your letters still go to my deadname brian kettle.", "your letters still go to my deadname [PERSON_1]."],
  ["My landlord suki keeps saying so", "My landlord [PERSON_1] keeps saying so"],
  ["I saw Grace today", "I saw [PERSON_1] today"],
  ["I told Mark it was lost", "I told [PERSON_1] it was lost"],
  ["Have you been to a Ravil Yefimov concert before?", "Have you been to a [PERSON_1] concert before?"],
  ["My sister Jordan sneaked out", "My sister [PERSON_1] sneaked out"],
  ["Jasmine said no", "[PERSON_1] said no"]
])("somebody's all the same: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["Regards, Leonie Hartigan, Unit 7, 112 Wattlebird Road, Marrickville NSW 2204", "Regards, [PERSON_1], [ADDRESS_1]"],
  ["My address is B-204, Green Park Apartments, MG Road, Bengaluru 560001", "My address is [ADDRESS_1]"],
  ["Deliver to Dock 3, Ellerbeck Trading Estate, Skipton BD23 9TX.", "Deliver to [ADDRESS_1]."],
  ["We moved to Townhouse 4/38 Corella St, Mount Gravatt QLD 4122", "We moved to [ADDRESS_1]"]
])("a flat or a unit before an address belongs to it: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["de", "wohne Hasselbruchstr. 41, 3. OG links, 22089 Hamburg", "wohne [ADDRESS_1]"],
  ["fr", "c'est Bât. C, appt 17, 6 allée des Fauvettes, 31320 Castanet-Tolosan", "c'est [ADDRESS_1]"],
  ["es", "sin agua caliente en C/ Azucenas 18, esc. B, 4.º 2.ª, 08225 Terrassa", "sin agua caliente en [ADDRESS_1]"]
])("a floor and a staircase inside an address in %s: %s", (locale, text, expected) =>
  expect(inLanguage(text, locale)).toBe(expected)
)
