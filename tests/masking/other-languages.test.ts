import { expect, test } from "vitest"
import { maskText } from "../../src/masking/index.ts"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import { EMPTY, masked } from "./tickets.ts"

test.each([
  ["nl", "Ik ben niet tevreden en ik ben mijn wachtwoord vergeten."],
  ["it", "Non sono soddisfatto e ho dimenticato la mia parola d'ordine."],
  ["pl", "Nie jestem zadowolony i zapomniałem hasła do swojego konta."],
  ["da", "Jeg er ikke tilfreds, og jeg har glemt min adgangskode."],
  ["fi", "En ole tyytyväinen ja olen unohtanut salasanani."],
  ["tr", "Memnun değilim ve parolamı unuttum, lütfen yardım edin."],
  ["cs", "Nejsem spokojený a zapomněl jsem svoje heslo."],
  ["id", "Saya tidak puas dan lupa kata sandi akun saya."],
  ["lv", "Es neesmu apmierināts un esmu aizmirsis savu paroli."],
  ["sw", "Sijaridhika na huduma na nimesahau nywila ya akaunti yangu."],
  ["ru", "Я недоволен и забыл пароль от своей учётной записи."],
  ["el", "Δεν είμαι ευχαριστημένος και ξέχασα τον κωδικό μου."]
])("ordinary words stay in %s", (_, text) => expect(masked(text)).toBe(text))

test.each([
  ["Mag Willemijn Terpstra het pakket ophalen?", "Mag [PERSON_1] het pakket ophalen?"],
  [
    "De monteur sprak met mevrouw van der Zwan over de storing.",
    "De monteur sprak met mevrouw [PERSON_1] over de storing."
  ],
  ["Ho parlato ieri con Ludovica Bassi del vostro negozio.", "Ho parlato ieri con [PERSON_1] del vostro negozio."],
  [
    "Rozmawiałem wczoraj z panem Wróblewskim i nic z tego nie wynikło.",
    "Rozmawiałem wczoraj z panem [PERSON_1] i nic z tego nie wynikło."
  ],
  ["Dün Nurgül Hanım ile konuştum, kargom hâlâ gelmedi.", "Dün [PERSON_1] Hanım ile konuştum, kargom hâlâ gelmedi."],
  ["A csomagot Veres Boglárka vette át, nem én.", "A csomagot [PERSON_1] vette át, nem én."],
  ["Мой муж Аркадий Лебедев уже звонил вам.", "Мой муж [PERSON_1] уже звонил вам."],
  ["Ο σύζυγός μου Σταύρος περιμένει το δέμα.", "Ο σύζυγός μου [PERSON_1] περιμένει το δέμα."],
  ["Meie naaber Kadri Saar võttis paki vastu.", "Meie naaber [PERSON_1] võttis paki vastu."]
])("a name with a capital inside a sentence is found: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["hoi, ik heet sjoerd en mijn pakje is zoek", "hoi, ik heet [PERSON_1] en mijn pakje is zoek"],
  ["ciao mi chiamo ilaria e il forno non va", "ciao mi chiamo [PERSON_1] e il forno non va"],
  [
    "jeg skriver for min mor birgit, hun kan ikke logge ind",
    "jeg skriver for min mor [PERSON_1], hun kan ikke logge ind"
  ],
  [
    "prosze przekazac pani kowalskiej ze paczki nie ma, pozdrawiam, magda",
    "prosze przekazac pani kowalskiej ze paczki nie ma, pozdrawiam, [PERSON_1]"
  ]
])("in lower case a greeting, a relative or an introduction tells a name: %s", (text, expected) =>
  expect(masked(text)).toBe(expected)
)

test("what follows a sign-off is the name of who writes", () => {
  expect(masked("De lamp doet het niet meer.\n\nMet vriendelijke groet,\nWietske Oosterhof")).toBe(
    "De lamp doet het niet meer.\n\nMet vriendelijke groet,\n[PERSON_1]"
  )
  expect(masked("paket saya belum sampai juga sampai hari ini\n\nterima kasih\nsuwarti")).toBe(
    "paket saya belum sampai juga sampai hari ini\n\nterima kasih\n[PERSON_1]"
  )
})

test.each([
  "Maandag en in December zijn wij gesloten, zegt u.",
  "Jeg har købt den i Påsken, og I har ikke svaret.",
  "Czy Państwo mogą odpisać? Mój PIN nie działa.",
  "Fatura Ağustos ayında iki kez kesilmiş, Siz ne dersiniz?",
  "La taglia 42 in colore Azzurro non c'è più."
])("a capital of a month, a polite word, an acronym or a colour is no name: %s", (text) =>
  expect(masked(text)).toBe(text)
)

test("a sentence's first word needs a further sign", () => {
  expect(masked("Spreken kan ik vandaag niet. Marieke kan wel.")).toBe(
    "Spreken kan ik vandaag niet. [PERSON_1] kan wel."
  )
  expect(masked("Telefonum bozuldu. Kerem'in telefonu da bozuldu.")).toBe(
    "Telefonum bozuldu. [PERSON_1] telefonu da bozuldu."
  )
})

test("each paragraph has its own language", () => {
  const text =
    "Kunt u mij zeggen waar mijn bestelling van vorige week nu blijft?\n\n> Dear customer, your parcel has left the house and nobody but our driver knows where it is now. Yours, Tom Harker"
  expect(masked(text)).toBe(text.replace("Tom Harker", "[PERSON_1]"))
})

test("in balanced mode only what a list or a cue tells is a name", () => {
  const text = "Volgens mevrouw Hoekstra en Zwiebelkamp is de Zomerjas er morgen weer."
  const balanced = { rules: { ...NO_RULES, mode: "balanced" as const } }
  expect(maskText(text, EMPTY, [], balanced).text).toBe(
    "Volgens mevrouw [PERSON_1] en Zwiebelkamp is de Zomerjas er morgen weer."
  )
})

test("the ticket's locale decides nothing against the words of the text", () => {
  const text = "Waar blijft mijn pakket? Ik wacht al sinds vorige week op een antwoord."
  for (const locale of ["en-US", "de", "nl", "ja"]) expect(maskText(text, EMPTY, [], { locale }).text).toBe(text)
})

test.each([
  ["parcel Chi-Wai Kwok.docx", "parcel [PERSON_1].docx"],
  ["Het pakket voor Jan-Willem Bakker is niet aangekomen.", "Het pakket voor [PERSON_1] is niet aangekomen."]
])("a name with a hyphen is masked whole, whatever word its part is: %s", (text, expected) =>
  expect(masked(text)).toBe(expected)
)

test.each([
  ["Graag terugstorten t.n.v. M. van den Heuvel", "Graag terugstorten t.n.v. [PERSON_1]"],
  ["Ik slik al jaren pillen en wil advies. Wim Jansen", "Ik slik al jaren pillen en wil advies. [PERSON_1]"],
  ["proszę o kontakt w sprawie zamówienia 601 marek", "proszę o kontakt w sprawie zamówienia 601 [PERSON_1]"],
  ["Stuur het naar Kerkstraat 14, 3511 AB Utrecht.", "Stuur het naar [ADDRESS_1]."],
  ["Mia figlia è nata a Torino il 16/09/2009, grazie.", "Mia figlia è nata a Torino il [BIRTH_1], grazie."]
])("a name, an address or a birth whole: %s", (text, expected) => expect(masked(text)).toBe(expected))
