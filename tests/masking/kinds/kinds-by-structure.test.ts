import { expect, test } from "vitest"
import { maskText } from "../../../src/masking/index.ts"
import { EMPTY } from "../tickets.ts"

const inLanguage = (text: string, locale: string) => maskText(text, EMPTY, [], { locale }).text

test.each([
  ["en", "It's 14 Ropewalk, third floor, left. Bye", "It's [ADDRESS_1]."],
  ["en", "We left 5 Tollgate Yard, second floor back. It was damp.", "left [ADDRESS_1]. It was damp."],
  [
    "en",
    "Deliver to Flat 9, Amber Residency, opp. the bus depot, Kochi 682016 please",
    "Deliver to [ADDRESS_1] please"
  ],
  ["en", "My mother lives at 4/1, 22 Corrie Rise, G12 8QQ.", "lives at [ADDRESS_1]."],
  ["en", "They moved out of The Gatekeeper's Rest, Kilbrack, Co. Mayo last week.", "moved out of [ADDRESS_1]"],
  ["en", "The farm is at LSD 7-22-41-19 W4M, no street.", "is at [ADDRESS_1], no"],
  ["de", "Ich wohne Am Sandberg 7, Rückgebäude, zweiter Stock rechts, 86150 Augsburg. Danke", "wohne [ADDRESS_1]. "],
  ["de", "Bitte an c/o Brandl, Feldweg 3a, 6460 Imst schicken", "an [ADDRESS_1] schicken"],
  ["fr", "J'habite Résidence Les Tilleuls, bâtiment C, 3e gauche, Nantes", "J'habite [ADDRESS_1]"],
  ["es", "vivo en Los Olmos 31, esc. dcha., 2.º C, y no llega", "en [ADDRESS_1], y no llega"],
  ["es", "La finca: Partida El Soto, polígono 4, parcela 77, 46160 Llíria", "finca: [ADDRESS_1]"],
  ["pt", "Entregar na Rua Nova, 45, casa 3 (fundos), Jd. América, Bauru – SP, 17017-120", "na [ADDRESS_1]"],
  ["pt", "Morada: Beco do Sol, 2, r/c esq., 7300-204 Portalegre. Obrigada", "Morada: [ADDRESS_1]. "],
  ["ja", "住所は京都市左京区夷川通四条下ル橋本町 十二番地 西側奥です。", "住所は[ADDRESS_1]です"],
  ["ja", "送り先は千葉県山武郡横芝町下原字西 無番地 田中様方です。", "送り先は[ADDRESS_1]です"]
])("an address reaches over the parts beside it, %s: %s", (locale, text, expected) =>
  expect(inLanguage(text, locale)).toContain(expected)
)

test.each([
  ["en", "I live at 12 Rowan Street, Leeds and my order 5512 is late.", "my order 5512 is late."],
  ["en", "We flew from Oslo to Bergen on 29 April with two bags.", "on 29 April with two bags."],
  ["de", "Ich wohne Lindenweg 3, 10115 Berlin. Zählerstand 8412 vom Montag.", ". Zählerstand 8412 vom Montag."],
  ["fr", "La box est en panne, remboursez 90 € seulement.", "en panne, remboursez 90 € seulement."]
])("an address takes in nothing else, %s: %s", (locale, text, expected) =>
  expect(inLanguage(text, locale)).toContain(expected)
)

test.each([
  ["en", "Born the day after Boxing Day 1951, she says.", "Born the [BIRTH_1], she"],
  ["en", "date of birth: Lammas Day, 1940", "date of birth: [BIRTH_1]"],
  ["en", "DOB the Fourth of July, '61. Call me", "DOB [BIRTH_1]. Call"],
  ["de", "mein Opa, geboren Heiligabend 43, kommt", "geboren [BIRTH_1], kommt"],
  ["de", "geb. zehnter zehnter einundachtzig, versichert seit Mai", "geb. [BIRTH_1], versichert"],
  ["fr", "ma tante, née le jour de la Saint-Étienne 1938, vient", "née le [BIRTH_1], vient"],
  ["pt", "Nasci no dia da República de 1958, em casa", "Nasci no [BIRTH_1], em casa"],
  ["ja", "生年月日は昭和三十年文化の日です。", "生年月日は[BIRTH_1]です"]
])("a day with a name as a date of birth, %s: %s", (locale, text, expected) =>
  expect(inLanguage(text, locale)).toContain(expected)
)

test.each([
  ["en", "My daughter tamsin (twelve) was there", "([AGE_1])"],
  ["es", "y eso que tengo 47 tacos ya", "tengo [AGE_1] tacos"],
  ["pt", "o meu enteado, de treze anos, perdeu tudo", "de [AGE_1] anos"],
  ["en", "the lockbox is star 0725, use it", "is [SECRET_1], use"],
  ["en", "My padlock is 7 - 22 - 15 if you need it", "is [SECRET_1] if"],
  ["es", "necesito un nip nuevo, el viejo era 41 77", "era [SECRET_1]"],
  ["en", "I claim on funeral plan TK 31 8802 15 for her", "plan [ID_1] for"],
  ["ja", "証券番号はKB-2210-7745です。", "証券番号は[ID_1]です"]
])("an age, a code or a number behind its word, %s: %s", (locale, text, expected) =>
  expect(inLanguage(text, locale)).toContain(expected)
)

test.each([
  ["en", "Need my wife's Xarelto refilled before Friday"],
  ["es", "Toma Sintrom desde enero y se marea"],
  ["fr", "La Clio est en panne depuis lundi"],
  ["pt", "aluguei um Corsa cinza ontem"],
  ["en", "Bruno ate my slipper! He's a Jack Russell, 6 kg."],
  ["pt", "O cachorro, o Tobias, pode ir?"],
  ["de", "Unsere Hündin Paula frisst nicht mehr"],
  ["en", "The shawl in Heather came torn"],
  ["en", "the wall was Dusty Pewter before"],
  ["en", "two kg Gobindo Bhog are missing"],
  ["en", "Workspace is Selene and the build is new"],
  ["pt", "o plano é o Camélia, sem extras"],
  ["de", "für die Rundreise „Königin Luise“ sind wir vier"],
  ["fr", "mon forfait « Camargue 30 Go » est bloqué"],
  ["en", "Client 3.14.2-rc1 keeps dropping the call"],
  ["en", "would like the Ophelia next summer"]
])("what is called like somebody and is a thing or an animal stays, %s: %s", (locale, text) =>
  expect(inLanguage(text, locale)).toBe(text)
)

test.each([
  ["en", "Please tell Zoe I called", "tell [PERSON_1] I"],
  ["en", "I spoke to Dorian Gray there", "to [PERSON_1] there"],
  ["de", "Wir ziehen nach Bordeaux um", "nach [PLACE_1]"]
])("the same words stay personal where a person or a place is meant, %s: %s", (locale, text, expected) =>
  expect(inLanguage(text, locale)).toContain(expected)
)
