import { describe, expect, test } from "vitest"
import { safeFix } from "../../src/checks/tone/fix.ts"
import type { FixRefusal } from "../../src/checks/tone/basis/finding.ts"
import { offered, replyOf } from "./fix-help.ts"

describe.each<{ kind: FixRefusal; changes: [language: string, before: string, after: string][] }>([
  {
    kind: "number",
    changes: [
      ["en", "within 14 days", "within 15 days"],
      ["en", "it costs €20", "it costs €25"],
      ["en", "you were charged twice", "you were charged once"],
      ["en", "you get it back double", "you get it back"],
      ["en", "send both boxes", "send the boxes"],
      ["en", "twelve boxes", "eleven boxes"],
      ["en", "the first parcel", "the second parcel"],
      ["en", "order AB-1203", "order AB-1204"],
      ["en", "14 days, as I said 14 days", "14 days, as I said"],
      ["en", "add 2 to 3", "add 3 to 2"],
      ["de", "zwei Stück", "drei Stück"],
      ["de", "zweimal abgebucht", "einmal abgebucht"],
      ["de", "der doppelte Betrag", "der Betrag"],
      ["de", "die Hälfte zurück", "alles zurück"],
      ["fr", "deux colis", "trois colis"],
      ["fr", "la moitié du prix", "le prix"],
      ["fr", "cent colis", "mille colis"],
      ["fr", "le premier colis", "le deuxième colis"],
      ["es", "dos paquetes", "tres paquetes"],
      ["es", "el doble del precio", "el precio"],
      ["es", "setenta euros", "ochenta euros"],
      ["es", "la mitad", "todo"],
      ["pt", "dois pacotes", "três pacotes"],
      ["pt", "o dobro do valor", "o valor"],
      ["pt", "dezoito pacotes", "dezenove pacotes"],
      ["pt", "a primeira caixa", "a segunda caixa"],
      ["ja", "3個お送りしました", "2個お送りしました"],
      ["ja", "二人で伺います", "三人で伺います"],
      ["ja", "半額になります", "安くなります"],
      ["ja", "倍になります", "多くなります"]
    ]
  },
  {
    kind: "date",
    changes: [
      ["en", "on 3 May 2026", "soon"],
      ["en", "it arrives tomorrow", "it arrives soon"],
      ["en", "it arrives today", "it arrives"],
      ["en", "closed until Monday", "closed until Tuesday"],
      ["en", "it comes in March", "it comes in April"],
      ["en", "it comes next week", "it comes next month"],
      ["en", "at 15:30", "at 16:30"],
      ["de", "es kommt morgen", "es kommt bald"],
      ["de", "bis Montag", "bis Dienstag"],
      ["de", "im März", "im April"],
      ["de", "nächste Woche", "nächsten Monat"],
      ["de", "am 3. Mai", "am 4. Mai"],
      ["fr", "il arrive demain", "il arrive bientôt"],
      ["fr", "avant lundi", "avant mardi"],
      ["fr", "en mars", "en avril"],
      ["fr", "cette semaine", "la semaine prochaine"],
      ["es", "llega mañana", "llega pronto"],
      ["es", "hasta el lunes", "hasta el martes"],
      ["es", "en marzo", "en abril"],
      ["es", "la semana que viene", "el mes que viene"],
      ["pt", "chega amanhã", "chega em breve"],
      ["pt", "até segunda-feira", "até terça-feira"],
      ["pt", "até quinta", "até sexta"],
      ["pt", "em março", "em abril"],
      ["ja", "明日届きます", "近日中に届きます"],
      ["ja", "月曜日に届きます", "火曜日に届きます"],
      ["ja", "5月3日に届きます", "5月4日に届きます"],
      ["ja", "来週届きます", "来月届きます"]
    ]
  },
  {
    kind: "name",
    changes: [
      ["en", "ask Maria Olsen", "ask somebody"],
      ["en", "Maria will call", "Somebody will call"],
      ["en", "Anna wrote to Ben", "Ben wrote to Anna"],
      ["en", "please ask maya", "please ask them"],
      ["en", "send it to LONDON", "send it to london"],
      ["en", "we asked Will", "we asked will"],
      ["en", "sent with DHL", "sent with UPS"],
      ["de", "Frau Brandt ruft an", "Die Kollegin ruft an"],
      ["de", "rufen Sie an", "rufen sie an"],
      ["de", "WIR SCHREIBEN IHNEN", "wir schreiben ihnen"],
      ["de", "das Paket", "das paket"],
      ["de", "ich frage Jonas", "ich frage nach"],
      ["fr", "Camille vous rappelle", "Quelqu'un vous rappelle"],
      ["fr", "à Lyon", "à lyon"],
      ["fr", "demandez à Luc", "demandez à Paul"],
      ["es", "Lucía le llama", "Alguien le llama"],
      ["es", "en Sevilla", "en sevilla"],
      ["es", "pregunte a Pablo", "pregunte a Pedro"],
      ["pt", "O João liga-lhe", "O colega liga-lhe"],
      ["pt", "no Porto", "no porto"],
      ["pt", "pergunte à Inês", "pergunte à Rita"],
      ["ja", "佐藤様", "様"],
      ["ja", "佐藤様にお伝えします", "鈴木様にお伝えします"],
      ["ja", "さくらさんに聞きます", "担当に聞きます"],
      ["ja", "Tomに聞きます", "担当に聞きます"],
      ["ja", "Mayaに聞きます", "担当に聞きます"],
      ["ja", "マリアが電話します", "担当が電話します"]
    ]
  },
  {
    kind: "link",
    changes: [
      ["en", "see https://a.example/x", "see there"],
      ...["en", "de", "fr", "es", "pt", "ja"].flatMap((language): [string, string, string][] => [
        [language, "https://a.example/x", "https://a.example/y"],
        [language, "https://a.example/Path", "https://a.example/path"],
        [language, "help@a.example", "a.example"],
        [language, "www.a.example", ""]
      ])
    ]
  },
  {
    kind: "negation",
    changes: [
      ["en", "this is not covered", "this is covered"],
      ["en", "it was never sent", "it was sent"],
      ["en", "we are unable to help", "we are able to help"],
      ["en", "nobody called", "somebody called"],
      ["en", "Nobody called", "Somebody called"],
      ["en", "nothing is missing", "something is missing"],
      ["en", "without a fee", "with a fee"],
      ["en", "it isn't open", "it is open"],
      ["en", "a refundable ticket", "a non-refundable ticket"],
      ["en", "it is legible", "it is illegible"],
      ["en", "the card is useful", "the card is useless"],
      ["en", "it was delivered", "it was undelivered"],
      ["en", "das ist nicht möglich", "das geht"],
      ["de", "das ist nicht möglich", "das geht"],
      ["de", "das ist unmöglich", "das ist möglich"],
      ["de", "niemand war da", "jemand war da"],
      ["de", "ohne Gebühr", "mit Gebühr"],
      ["de", "kein Fehler", "ein Fehler"],
      ["de", "kostenlos", "kosten"],
      ["de", "nie wieder", "wieder"],
      ["fr", "ce n'est pas possible", "c'est possible"],
      ["fr", "c'est impossible", "c'est possible"],
      ["fr", "sans frais", "avec frais"],
      ["fr", "jamais ouvert", "déjà ouvert"],
      ["fr", "aucun frais", "des frais"],
      ["fr", "rien à payer", "à payer"],
      ["es", "no es posible", "es posible"],
      ["es", "es imposible", "es posible"],
      ["es", "nadie llamó", "alguien llamó"],
      ["es", "sin coste", "con coste"],
      ["es", "nunca llegó", "llegó"],
      ["es", "nada que pagar", "algo que pagar"],
      ["pt", "não é possível", "é possível"],
      ["pt", "é impossível", "é possível"],
      ["pt", "ninguém ligou", "alguém ligou"],
      ["pt", "sem custos", "com custos"],
      ["pt", "nunca chegou", "chegou"],
      ["pt", "nada a pagar", "algo a pagar"],
      ["pt", "está ativado", "está desativado"],
      ["es", "es legible", "es ilegible"],
      ["fr", "le colis est suivi", "le colis est non-suivi"],
      ["de", "das ist lesbar", "das ist unlesbar"],
      ["ja", "対応できず", "対応でき"],
      ["ja", "返品できません", "返品できます"],
      ["ja", "開けないでください", "開けてください"],
      ["ja", "不可能です", "可能です"],
      ["ja", "無効です", "有効です"],
      ["ja", "問題なく使えます", "使えます"],
      ["ja", "未開封です", "開封です"]
    ]
  }
])("a fix that would change a $kind is refused as one", ({ kind, changes }) => {
  test.each(changes)("%s: %s -> %s", (language, before, after) => {
    expect(offered(language, before, after)).toEqual({ refused: kind })
  })
})

test("a link is one also where the fix touches only a part of it, and so is a figure", () => {
  const refused = (text: string, was: string, put: string) =>
    safeFix(replyOf(text, "en"), { from: text.indexOf(was), to: text.indexOf(was) + was.length, text: put })
  expect(refused("see https://shop.example/Returns now", "Returns", "returns")).toEqual({ refused: "link" })
  const long = `https://shop.example/${"a".repeat(400)}!!!${"b".repeat(400)}`
  expect(refused(`see ${long}`, "!!!", "!")).toEqual({ refused: "link" })
  expect(refused("that takes 140 days", "0", "")).toEqual({ refused: "number" })
  expect(refused("that takes 14 days", "days", "weeks")).toEqual({ refused: "number" })
})

describe("what leaves all of these as they are is offered", () => {
  test.each([
    [
      "en",
      "Hi Maya. We are SO SORRY, really VERY SORRY.",
      "SO SORRY, really VERY SORRY",
      "so sorry, really very sorry"
    ],
    [
      "en",
      "It is 14 days. Once again, I apologise for the inconvenience.",
      ". Once again, I apologise for the inconvenience.",
      "."
    ],
    [
      "de",
      "Es sind 14 Tage. Nochmals Entschuldigung für die Unannehmlichkeiten.",
      ". Nochmals Entschuldigung für die Unannehmlichkeiten.",
      "."
    ],
    ["fr", "Le colis arrive. Encore une fois, toutes nos excuses.", ". Encore une fois, toutes nos excuses.", "."],
    ["es", "Llega el lunes. Disculpe de nuevo las molestias.", ". Disculpe de nuevo las molestias.", "."],
    [
      "pt",
      "Chega na terça-feira. Mais uma vez, pedimos desculpa pelo transtorno.",
      ". Mais uma vez, pedimos desculpa pelo transtorno.",
      "."
    ],
    ["ja", "明日届きます。誠に申し訳ございません。", "。誠に申し訳ございません。", "。"],
    ["en", "Thanks!!! It comes on Monday.", "!!!", "!"]
  ])("%s: %s", (language, text, was, put) => {
    const fix = { from: text.indexOf(was), to: text.indexOf(was) + was.length, text: put }
    expect(safeFix(replyOf(text, language), fix)).toEqual(fix)
  })
})
