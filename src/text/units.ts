import type { FactKind } from "./facts.ts"

/** A unit after a numeral, or a currency before it, which makes a typed fact of the number. */
export interface Unit {
  kind: FactKind
  /** A fact can be compared only with facts of the same unit. */
  unit: string
  /** The factor converts to the unit: 2 weeks are 14 x 24 hours. */
  factor: number
  length: number
}

/** Returns the unit that begins at `at`, before which one space or hyphen may stand, or undefined. */
export function unitAfter(text: string, at: number): Unit | undefined {
  const ahead = text.slice(at, at + 40)
  const skipped =
    /^(?:[ \t\u00a0\u202f-]?(?:(?:full|whole|more|extra|additional|further|consecutive|volle[nr]?|weitere[nr]?|weiteren)[ -])?)/i.exec(
      ahead
    )?.[0].length ?? 0
  const rest = ahead.slice(skipped)
  for (const [pattern, kind, unit, factor] of AFTER) {
    const match = pattern.exec(rest)
    if (match) return { kind, unit, factor, length: skipped + match[0].length }
  }
  return undefined
}

/** Returns the currency that ends at `at`, or undefined. `length` counts backwards. */
export function currencyBefore(text: string, at: number): Unit | undefined {
  const match = BEFORE.exec(text.slice(Math.max(0, at - 6), at))
  return match
    ? { kind: "money", unit: CURRENCIES[(match[1] ?? "").toUpperCase()] ?? "", factor: 1, length: match[0].length }
    : undefined
}

const CURRENCIES: Record<string, string> = {
  $: "USD",
  US$: "USD",
  USD: "USD",
  "€": "EUR",
  EUR: "EUR",
  "£": "GBP",
  GBP: "GBP",
  "¥": "JPY",
  JPY: "JPY",
  R$: "BRL",
  BRL: "BRL",
  CHF: "CHF",
  "₹": "INR",
  CAD: "CAD",
  AUD: "AUD",
  MXN: "MXN"
}
/** A pattern for currencies in letters. */
export const CURRENCY_LETTERS = "\\b(?:USD|EUR|GBP|JPY|BRL|CHF|CAD|AUD|MXN)"
const BEFORE = new RegExp(`(US\\$|R\\$|[$€£¥₹]|${CURRENCY_LETTERS})[ \\u00a0\\u202f]?$`, "i")

const JAPANESE = "[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]"
/** In Japanese no space follows: "5MBを". */
const word = (source: string) => new RegExp(`^(?:${source})(?!(?!${JAPANESE})\\p{L})`, "iu")
const free = (source: string) => new RegExp(`^(?:${source})`, "u")
const money = (source: string, unit: string): [RegExp, FactKind, string, number] => [word(source), "money", unit, 1]

/** The first match counts. Business days come before days, and Japanese has no word ends. */
const AFTER: [RegExp, FactKind, string, number][] = [
  [free("%"), "percent", "%", 1],
  [word("per ?cent|prozent|pour ?cent|por ?cient[oa]|por ?cento|パーセント"), "percent", "%", 1],
  [free("€"), "money", "EUR", 1],
  [free("£"), "money", "GBP", 1],
  [free("\\$"), "money", "USD", 1],
  [free("円"), "money", "JPY", 1],
  [free("ユーロ"), "money", "EUR", 1],
  [free("ドル"), "money", "USD", 1],
  [free("ポンド"), "money", "GBP", 1],
  money("euros?|eur", "EUR"),
  money("(?:us[- ]?)?dollars?|dólares?|usd", "USD"),
  money("pounds?(?: sterling)?|gbp|libras?|livres? sterling", "GBP"),
  money("yen|jpy", "JPY"),
  money("reais|real|brl", "BRL"),
  money("chf|franken|francs?(?: suisses)?", "CHF"),
  [
    word(
      "(?:business|working|work)[- ]?days?|weekdays?|(?:arbeits|werk)tage?n?|jours? (?:ouvr(?:[ée]s?|ables?))|d[ií]as? (?:h[áa]bil(?:es)?|laborables?)|dias? [úu]t(?:eis|il)"
    ),
    "duration",
    "business-day",
    1
  ],
  [free("営業日"), "duration", "business-day", 1],
  [free("秒間?"), "duration", "hour", 1 / 3600],
  [free("分間?"), "duration", "hour", 1 / 60],
  [free("時間"), "duration", "hour", 1],
  [free("日(?:間|以内|前|後|ほど|程度)"), "duration", "hour", 24],
  [free("日(?=くらい|ぐらい|[はがをにでのとか、。 ]|$)"), "duration", "hour", 24],
  [free("週間?"), "duration", "hour", 168],
  [free("[かヶケカ]月間?"), "duration", "month", 1],
  [free("年(?:間|以内|後|保証)"), "duration", "month", 12],
  [word("seconds?|secs?|sekunden?|secondes?|segundos?"), "duration", "hour", 1 / 3600],
  [word("minutes?|mins?|minuten?|minutos?"), "duration", "hour", 1 / 60],
  [word("hours?|hrs?|h|stunden?|std\\.?|heures?|horas?"), "duration", "hour", 1],
  [
    word("(?:calendar )?days?|nights?|tage?n?|kalendertage?n?|nächten?|jours?|nuits?|días?|noches?|dias?|noites?"),
    "duration",
    "hour",
    24
  ],
  [word("weeks?|wks?|wochen?|semaines?|semanas?"), "duration", "hour", 168],
  [word("fortnights?"), "duration", "hour", 336],
  [word("months?|mos?|monate?n?s?|mois|mes(?:es)?|mês"), "duration", "month", 1],
  [word("years?|yrs?|jahre?n?s?|ans?|années?|años?|anos?"), "duration", "month", 12],
  [word("kb|kilobytes?"), "number", "MB", 1e-3],
  [word("mb|megabytes?|mo"), "number", "MB", 1],
  [word("gb|gigabytes?|go"), "number", "MB", 1e3],
  [word("tb|terabytes?"), "number", "MB", 1e6],
  [word("mbit/s|mbps|mbit"), "number", "Mbit/s", 1],
  [word("gbit/s|gbps|gbit"), "number", "Mbit/s", 1e3],
  [word("kg|kilos?|kilograms?|kilogramm|kilogrammes?|quilos?"), "number", "g", 1e3],
  [word("g|grams?|gramm|grammes?|gramos?|gramas?"), "number", "g", 1],
  [word("lbs?"), "number", "lb", 1],
  [word("㎥|m[³3](?!\\d)|立方メートル"), "number", "m³", 1],
  [word("cubic met(?:er|re)s?|kubikmetern?|mètres? cubes?|metros? cúbicos?"), "number", "m³", 1],
  [word("cm[³3](?!\\d)"), "number", "m³", 1e-6],
  [word("㎡|m[²2](?!\\d)|平方メートル|平米|qm|sqm"), "number", "m²", 1],
  [word("square met(?:er|re)s?|quadratmetern?|mètres? carrés?|metros? (?:cuad|quad)rados?"), "number", "m²", 1],
  [word("mm[²2](?!\\d)"), "number", "m²", 1e-6],
  [word("cm[²2](?!\\d)"), "number", "m²", 1e-4],
  [word("km[²2](?!\\d)"), "number", "m²", 1e6],
  [word("km|kilomet(?:er|re)s?"), "number", "m", 1e3],
  [word("cm|centimet(?:er|re)s?|zentimetern?"), "number", "m", 1e-2],
  [word("mm|millimet(?:er|re)s?"), "number", "m", 1e-3],
  [word("m|met(?:er|re)s?|mètres?|metros?"), "number", "m", 1],
  [word("ml|millilit(?:er|re)s?"), "number", "l", 1e-3],
  [word("l|lit(?:er|re)s?|litros?"), "number", "l", 1],
  [word("ghz"), "number", "MHz", 1e3],
  [word("mhz"), "number", "MHz", 1],
  [word("kwh"), "number", "kWh", 1],
  [word("watts?|w"), "number", "W", 1],
  [word("volts?|v"), "number", "V", 1],
  [word("mah"), "number", "mAh", 1],
  [free("°c"), "number", "°C", 1],
  [word("° ?c|grad|degrees celsius|degrés celsius|grados celsius|graus celsius"), "number", "°C", 1],
  [word("° ?f|fahrenheit|degrees fahrenheit"), "number", "°F", 1],
  [word("mbar|millibars?"), "number", "bar", 1e-3],
  [word("bars?"), "number", "bar", 1],
  [word("psi"), "number", "psi", 1],
  [word("hz|hertz"), "number", "MHz", 1e-6],
  [word("khz"), "number", "MHz", 1e-3],
  [free("インチ"), "number", "inch", 1],
  [free("センチ"), "number", "m", 1e-2],
  [free("元"), "money", "CNY", 1],
  [word("pesos?"), "money", "peso", 1],
  [word("times|mal|fois|veces|vezes"), "number", "times", 1],
  [free("回"), "number", "times", 1]
]
