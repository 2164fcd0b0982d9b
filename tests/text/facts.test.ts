import fc from "fast-check"
import { expect, test } from "vitest"
import { comparable, facts, sameFact } from "../../src/text/facts.ts"
import type { Fact } from "../../src/text/facts.ts"
import { parseDigits } from "../../src/text/numerals.ts"
import { threadClock } from "../slowness.ts"

const told = (text: string) =>
  facts(text, "en").map((fact) => [fact.kind, fact.value, fact.unit].filter((part) => part !== "").join(" "))
const one = (text: string): Fact => {
  const [fact] = facts(text, "en")
  if (!fact) throw new Error(`no fact in ${text}`)
  return fact
}

test.each([
  ["en", "within 30 days", ["duration 720 hour"]],
  ["en", "in 5 business days", ["duration 5 business-day"]],
  ["en", "a two-week trial, twenty-one days", ["duration 336 hour", "duration 504 hour"]],
  ["en", "3 to 5 days", ["duration 72 hour", "duration 120 hour"]],
  ["en", "a one-year warranty", ["duration 12 month"]],
  [
    "en",
    "€1,234.56 or 1.234,56 EUR, $5 and £3.50",
    ["money 1234.56 EUR", "money 1234.56 EUR", "money 5 USD", "money 3.5 GBP"]
  ],
  [
    "en",
    "half an hour, an hour and a half, half a year",
    ["duration 0.5 hour", "duration 1.5 hour", "duration 6 month"]
  ],
  ["de", "eine Viertelstunde, anderthalb Stunden", ["duration 0.25 hour", "duration 1.5 hour"]],
  ["fr", "une demi-heure, une heure et demie", ["duration 0.5 hour", "duration 1.5 hour"]],
  ["es", "media hora, hora y media; al mediodía", ["duration 0.5 hour", "duration 1.5 hour"]],
  ["pt", "meia hora, hora e meia; ao meio-dia", ["duration 0.5 hour", "duration 1.5 hour"]],
  ["ja", "半日、半年間", ["duration 12 hour", "duration 6 month"]],
  ["en", "15% or 15 percent", ["percent 15 %", "percent 15 %"]],
  ["en", "10 GB at 5 GHz, 2 kg", ["number 10000 MB", "number 5000 MHz", "number 2000 g"]],
  ["en", "on 16 November 2026, 3 Sep or 2026-11-16", ["date 2026-11-16", "date --09-03", "date 2026-11-16"]],
  ["en", "by Friday at 5 p.m.", ["weekday 5", "time 17:00"]],
  ["en", "order #12345 and LL-39104", ["code 12345", "code LL-39104"]],
  ["en", "the second floor, 3rd door", ["ordinal 2", "ordinal 3"]],
  [
    "de",
    "innerhalb von vierzehn Tagen, 5 Werktage, einundzwanzig Tage",
    ["duration 336 hour", "duration 5 business-day", "duration 504 hour"]
  ],
  ["de", "1.234,56 € am 16. November um 18 Uhr", ["money 1234.56 EUR", "date --11-16", "time 18:00"]],
  [
    "fr",
    "sous 14 jours ouvrés, deux semaines, 12,50 €",
    ["duration 14 business-day", "duration 336 hour", "money 12.5 EUR"]
  ],
  ["fr", "le 3 mars 2026 à 18h30", ["date 2026-03-03", "time 18:30"]],
  [
    "es",
    "en 5 días hábiles, quince días, 20 por ciento, el 3 de marzo",
    ["duration 5 business-day", "duration 360 hour", "percent 20 %", "date --03-03"]
  ],
  [
    "pt",
    "em 7 dias úteis, duas semanas, R$ 1.234,56, 3 de março",
    ["duration 7 business-day", "duration 336 hour", "money 1234.56 BRL", "date --03-03"]
  ],
  [
    "ja",
    "11月16日までに、3営業日以内、三日以内、2週間、1,500円、午後3時、５日間",
    [
      "date --11-16",
      "duration 3 business-day",
      "duration 72 hour",
      "duration 336 hour",
      "money 1500 JPY",
      "time 15:00",
      "duration 120 hour"
    ]
  ],
  [
    "ja",
    "1万5千円、3億2千万円、2千円、1.5万円、十五万円、１万５千円、1万5,000円、2万3千5百円、1億2345万6789円、¥1万5千",
    [15000, 320000000, 2000, 15000, 150000, 15000, 15000, 23500, 123456789, 15000].map((yen) => `money ${yen} JPY`)
  ],
  [
    "ja",
    "約10万3千回、1億5百個、2兆円、数千円、3千葉、5百貨店、三万5千円",
    ["number 103000 times", "number 100000500", "money 2000000000000 JPY", "number 3", "number 5", "money 35000 JPY"]
  ],
  ["ja", "一五日以内、二億三千万円、二億円", ["duration 360 hour", "money 230000000 JPY", "money 200000000 JPY"]],
  ["es", "3 mil euros, 2 mil millones de unidades", ["money 3000 EUR", "number 2000000000"]],
  ["pt", "3 mil euros, 2 milhões", ["money 3000 EUR", "number 2000000"]],
  ["fr", "3 mille euros, 3 milliards, 3 miles", ["money 3000 EUR", "number 3000000000", "number 3"]],
  [
    "de",
    "3 Tausend Euro, 3 Milliarden Euro, 3 Mrd. Euro",
    ["money 3000 EUR", "money 3000000000 EUR", "money 3000000000 EUR"]
  ],
  ["en", "3 thousand euros, 8.2 million euros", ["money 3000 EUR", "money 8200000 EUR"]]
])("%s: %s", (_language, text, expected) => {
  expect(told(text)).toEqual(expected)
})

test("a day in figures without a year is recognised by the word before it, and years may come first", () => {
  const dates = (text: string, language: string) =>
    facts(text, language).flatMap(({ kind, value }) => (kind === "date" ? [value] : []))
  expect(dates("Am 17.11. bestellt, zwischen dem 3.4. und 5.4. da, seit 1.12.", "de")).toEqual([
    ...["--11-17", "--04-03", "--04-05", "--12-01"]
  ])
  expect(dates("Expédié le 17/11, du 3/5 au 4/5.", "fr")).toEqual(["--11-17", "--05-03", "--05-04"])
  expect(dates("Enviado el 17/11", "es")).toEqual(["--11-17"])
  expect(dates("2026/11/17に発送", "ja")).toEqual(["2026-11-17"])
  expect(dates("Version 3.4. ist neu, Abschnitt 2.1. auch, am 40.13.", "de")).toEqual([])
  expect(dates("le 3/4 du prix, 24/7, 1/2 tasse", "fr")).toEqual([])
})

test("one, a and un count only before a unit", () => {
  expect(told("There is one thing, a day, un article, eine große.")).toEqual([])
  expect(told("one week, une semaine, eine Woche")).toEqual([
    "duration 168 hour",
    "duration 168 hour",
    "duration 168 hour"
  ])
})

test("a word that is a number in another language only, or only beside a unit, counts nothing", () => {
  const inLanguage = (text: string, language: string) => facts(text, language).map(({ value, unit }) => [value, unit])
  expect(inLanguage("Tu dois renvoyer l'écran neuf.", "fr")).toEqual([])
  expect(inLanguage("Il arrive dans neuf jours.", "fr")).toEqual([[216, "hour"]])
  expect(inLanguage("Os pedidos dos clientes: dois.", "pt")).toEqual([[2, ""]])
  expect(inLanguage("O prazo dos dias úteis, se a água vier.", "pt")).toEqual([])
  expect(inLanguage("O consumo dos dois meses", "pt")).toEqual([[2, "month"]])
  expect(inLanguage("Escríbanos en dos días.", "es")).toEqual([[48, "hour"]])
  expect(inLanguage("Wir brauchen vier Tage.", "de")).toEqual([[96, "hour"]])
})

test("of two numbers in words side by side none is lost", () => {
  expect(told("one two, page two three days")).toEqual(["number 2", "number 2", "duration 72 hour"])
})

test("a scale that stands once belongs to both ends of a range", () => {
  expect(told("2〜3万円")).toEqual(["money 20000 JPY", "money 30000 JPY"])
  expect(told("2 to 3 million euros")).toEqual(["money 2000000 EUR", "money 3000000 EUR"])
  expect(told("von 500 bis 2 Millionen Euro")).toEqual(["money 500 EUR", "money 2000000 EUR"])
  expect(told("$2 to $3 million, €5-€7 million")).toEqual(
    ["2000000 USD", "3000000 USD", "5000000 EUR", "7000000 EUR"].map((amount) => `money ${amount}`)
  )
  expect(told("$20 and $30")).toEqual(["money 20 USD", "money 30 USD"])
  expect(told("5〜10日以内")).toEqual(["duration 120 hour", "duration 240 hour"])
  expect(told("2 to 3 million users, 4〜5万人")).toEqual(
    ["2000000", "3000000", "40000", "50000"].map((n) => `number ${n}`)
  )
})

test("Japanese letters end a code, and areas and volumes are no lengths", () => {
  expect(told("型番RK-550の電池はCR2032です")).toEqual(["code RK-550", "code CR2032"])
  expect(told("12 m³, 15㎡, 3 m")).toEqual(["number 12 m³", "number 15 m²", "number 3 m"])
})

test("an amount after its currency's letters, and a time after AM or PM, are no codes", () => {
  expect(told("EUR50, USD1,200")).toEqual(["money 50 EUR", "money 1200 USD"])
  expect(told("合計JPY1500です。料金は1,234,567円です。")).toEqual(["money 1500 JPY", "money 1234567 JPY"])
  expect(told("AM10時からPM3:30まで、PM10時")).toEqual(["time 10:00", "time 15:30", "time 22:00"])
  expect(told("Code EUR50OFF, PM10 filter")).toEqual(["code EUR50OFF", "code PM10"])
})

test.each([
  ["de", "15 Quadratmetern, 2 Kubikmetern"],
  ["en", "15 square metres, 2 cubic metres"],
  ["es", "15 metros cuadrados, 2 metros cúbicos"],
  ["fr", "15 mètres carrés, 2 mètres cubes"],
  ["ja", "15平方メートルと2立方メートル"],
  ["pt", "15 metros quadrados, 2 metros cúbicos"],
  ["signs", "15m2, 2m3"],
  ["smaller ones", "150000 cm², 2000000 cm3"]
])("areas and volumes in the plural are no lengths (%s)", (_language, text) => {
  expect(told(text)).toEqual(["number 15 m²", "number 2 m³"])
})

test.each([
  ["1.234,56", 1234.56],
  ["1,234.56", 1234.56],
  ["1 234,5", 1234.5],
  ["1.234", 1234],
  ["12.5", 12.5],
  ["12,50", 12.5],
  ["1'000'000", 1e6],
  ["0.125", 0.125]
])("%s", (digits, value) => {
  expect(parseDigits(digits)).toBe(value)
})

test("links and addresses", () => {
  expect(told("See https://www.shop.example/Returns/. Or mail Help@Shop.example!")).toEqual([
    "link shop.example/returns shop.example",
    "email help@shop.example shop.example"
  ])
  expect(one("http://shop.example@evil.example/x").unit).toBe("evil.example")
})

test("names are capitals inside a sentence", () => {
  expect(told("Please ask Parcel Force. We did. Then call Anna")).toEqual(["name parcel force", "name anna"])
  expect(facts("Die Firma und das Paket", "de")).toEqual([])
})

test("placeholders and blanks hold no facts", () => {
  expect(told("[PERSON_1] pays [[how much, e.g. 5 euros]]")).toEqual([])
})

test("what says the same", () => {
  expect(sameFact(one("14 days"), one("two weeks"))).toBe(true)
  expect(sameFact(one("24 hours"), one("1 day"))).toBe(true)
  expect(sameFact(one("5 days"), one("5 business days"))).toBe(false)
  expect(sameFact(one("03/04/2026"), one("4 March 2026"))).toBe(true)
  expect(sameFact(one("3 March"), one("2026-03-03"))).toBe(true)
  expect(sameFact(one("3 March"), one("4 March"))).toBe(false)
  expect(sameFact(one("€5"), one("$5"))).toBe(false)
  expect(sameFact(one("€5"), one("5,00 Euro"))).toBe(true)
})

test("what can be compared", () => {
  expect(comparable(one("14 days"), one("30 days"))).toBe(true)
  expect(comparable(one("5 days"), one("5 business days"))).toBe(true)
  expect(comparable(one("one week"), one("5 business days"))).toBe(false)
  expect(comparable(one("€5"), one("5%"))).toBe(false)
})

test("offsets point at the fact, and facts don't overlap", () => {
  const piece = fc.constantFrom(
    "5",
    " ",
    "days",
    "€",
    "1.234,56",
    "16. November",
    "2026-11-16",
    "at 5 p.m.",
    "https://a.example/x",
    "三日",
    "５日間",
    "-",
    "to",
    "#1234",
    "A-1",
    "twenty-one",
    ".",
    ",",
    "Fri",
    "Friday",
    "[PERSON_1]",
    "%",
    "😀"
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("")
      let end = 0
      for (const fact of facts(text)) {
        expect(fact.start).toBeGreaterThanOrEqual(end)
        expect(fact.end).toBeGreaterThan(fact.start)
        expect(fact.text).toBe(text.slice(fact.start, fact.end))
        end = fact.end
      }
    }),
    { numRuns: 500 }
  )
})

test("100,000 characters", () => {
  const spent = threadClock()
  for (const part of [
    "You pay €5 within 30 days to Parcel Force. ",
    "a",
    "1",
    "1.",
    "1,111",
    "A1-",
    "a@",
    "http://",
    "1 ",
    " ",
    "五",
    "jan ",
    "[",
    "zwei-",
    "1/",
    "11:"
  ]) {
    facts(part.repeat(Math.ceil(100_000 / part.length)))
  }
  expect(spent()).toBeLessThan(15_000)
})
