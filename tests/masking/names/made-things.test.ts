import { expect, test } from "vitest"
import { maskText } from "../../../src/masking/index.ts"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"
import { EMPTY } from "../tickets.ts"

const inLanguage = (text: string, locale: string) => maskText(text, EMPTY, [], { locale, rules: NO_RULES }).text

test.each([
  ["en", "I was charged twice for the same Dyson last week."],
  ["en", "We drive a Skoda Octavia and the claim form rejects it."],
  ["en", "The receipt is from Currys, order 4471."],
  ["de", "Ich habe den Bohrer von Makita bestellt, er kam nie."],
  ["de", "Zahlt man bei euch über MagentaZuhause weniger?"],
  ["fr", "Il y avait du Nutella dans le panier."],
  ["es", "la CuentaVista no abre desde ayer"],
  ["pt", "Mudei para a Tarifa Branca em março."],
  ["it", "Salve, la macchinetta Lavazza presa da voi non funziona."],
  ["nl", "De jurk Lotte in maat M is te klein, graag ruilen."],
  ["pl", "Dzień dobry, sukienka Zuzia w rozmiarze 38 jest za mała."]
])("what somebody makes or sells stays in %s: %s", (locale, text) => expect(inLanguage(text, locale)).toBe(text))

test.each([
  ["en", "He left us a Meaco 20L that fills up each day."],
  ["de", "Rezept für Metoprolol 47,5 bitte erneuern."],
  ["fr", "Je prends Levothyrox 75 le matin."],
  ["es", "el modem Huawei HG8145 no prende"],
  ["de", "Das steht so auch im Protokoll. Mit 300 Euro bin ich nicht einverstanden."]
])("a thing with its number is no address in %s: %s", (locale, text) => expect(inLanguage(text, locale)).toBe(text))

test.each([
  ["de", "Der lose Stein liegt immer noch vor dem Tor."],
  ["de", "Wird mir der Betrag anteilig gutgeschrieben?"],
  ["de", "Das steht in § 32 SGB V und in Art. 17 DSGVO."],
  ["fr", "Rebonjour, toujours pas de réponse de votre part."],
  ["en", "Hiya, is there PFAS in the water up here?"],
  ["en", "Please cancel the parcel. The driver can't find us."],
  ["es", "Mi clase es 3º B y falta un libro."],
  ["pt", "A turma do 5º ano B vai faltar."]
])("a word of the language stays in %s: %s", (locale, text) => expect(inLanguage(text, locale)).toBe(text))

test.each([
  ["en", "My neighbour Dyson has the parcel.", "My neighbour [PERSON_1] has the parcel."],
  ["en", "It was not me but Stanley Porter who ordered.", "It was not me but [PERSON_1] who ordered."],
  ["en", "I spoke to James DeShawn about it.", "I spoke to [PERSON_1] about it."],
  ["de", "Wohnhaft in 37412 Herzberg am Harz.", "Wohnhaft in [ADDRESS_1]."],
  [
    "es",
    "mi router tiene la luz roja desde el domingo, 612 345 019 karim",
    "mi router tiene la luz roja desde el domingo, [PHONE_1] [PERSON_1]"
  ],
  ["fr", "Écrivez à solange.ngroy[arobase]orange.fr svp", "Écrivez à [EMAIL_1] svp"],
  ["es", "Aparcamos el 4471 LVN en la plaza.", "Aparcamos el [VEHICLE_1] en la plaza."]
])("somebody's all the same in %s: %s", (locale, text, expected) => expect(inLanguage(text, locale)).toBe(expected))
