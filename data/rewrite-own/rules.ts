import type { AlterationKind } from "./shapes.ts"

interface Ruled {
  kind: AlterationKind
  after: string
  change: [old: string, changed: string]
}

/** Every alteration of a text that needs no understanding: numbers, money, dates, times, links and placeholders. */
export function byRule(text: string): Ruled[] {
  return [...links(text), ...placeholders(text), ...numbers(text)]
}

const at = (kind: AlterationKind, text: string, from: number, old: string, changed: string): Ruled => ({
  kind,
  after: text.slice(0, from) + changed + text.slice(from + old.length),
  change: [old, changed]
})

const LINK = /https?:\/\/[^\s"”」）),、。]+[\w/]/g
const MAIL = /[\w.+-]+@[\w.-]+\w/g
const PLACEHOLDER = /(?<!\[)\[([A-Z]+)_(\d+)\](?!\])/g
const BLANK = /\[\[.*?\]\]/g

/** Another host, another page of the same host, and another top-level name. */
function links(text: string): Ruled[] {
  return [...text.matchAll(LINK)].flatMap(({ 0: old, index }) => {
    const url = new URL(old)
    const labels = url.hostname.split(".")
    const host = (name: string) => old.replace(url.hostname, name)
    const changed = [
      host([...labels.slice(0, -2), `${labels.at(-2)}-online`, ...labels.slice(-1)].join(".")),
      host([...labels.slice(0, -1), "test"].join(".")),
      url.pathname.length > 1 ? old.replace(/\/\w+$/, "/start") : `${old.replace(/\/$/, "")}/start`
    ]
    return changed.filter((link) => link !== old).map((link) => at("link", text, index, old, link))
  })
}

/** The number of a placeholder raised, or two placeholders of the text exchanged. */
function placeholders(text: string): Ruled[] {
  const all = [...text.matchAll(PLACEHOLDER)]
  if (new Set(all.map(([whole]) => whole)).size < all.length) return []
  const [one, two] = all
  const raised = all.map(({ 0: old, 1: type, 2: number, index }) =>
    at("placeholder", text, index, old, `[${type}_${Number(number) + 1}]`)
  )
  if (!one || !two) return raised
  const between = text.slice(one.index + one[0].length, two.index)
  const old = one[0] + between + two[0]
  return [...raised, at("placeholder", text, one.index, old, two[0] + between + one[0])]
}

const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|" +
  "Aug|Sept?|Oct|Nov|Dec|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|juin|juillet|" +
  "août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abr[ií]l|mayo|junio|julio|agosto|septiembre|octubre|" +
  "noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|Novmber"
const CURRENCIES =
  "€|\\$|£|¥|EUR|USD|CHF|GBP|CAD|euros?|Euros?|Franken|francs?|pounds?|livres|dollars?|dólares|reais|libras|円|ドル|ユーロ"
const NUMBER = /\d+(?:[.,' \u202f]\d{3})*(?:[.,]\d+)?/g
const DAY_RANGE =
  "(?: ?(?:bis|und|to|until|and|et|au|al?|y|e|-|–)(?: zum| dem| the| le| el| o)? ?\\d\\d?(?:st|nd|rd|th|\\.)?)?"
const DAY_BEHIND = new RegExp(`^(?:st|nd|rd|th|\\.)?${DAY_RANGE}\\s?(?:(?:of|de) )?(?:${MONTHS})(?!\\p{L})`, "iu")
const DAY_BEFORE = new RegExp(`(?<!\\p{L})(?:${MONTHS}) $`, "iu")
const TIME_BEHIND =
  /^(?: ?(?:und|bis|and|to|y|a|e|et|à|–|-) ?(?:las )?\d\d?)?(?::\d\d|h(?:\d\d)?(?!\p{L})| h(?: \d\d)?(?!\p{L})|時(?!間)| ?[ap]\.?m| Uhr| o'clock)/u
const MONEY_BEHIND = new RegExp(`^\\s?(?:${CURRENCIES})(?!\\p{Script=Latin})`, "u")
const MONEY_BEFORE = new RegExp(`(?:${CURRENCIES})\\s?$`, "u")

/** Every number of the text, but those of links, mail addresses, placeholders, blanks and steps, each changed once. */
function numbers(text: string): Ruled[] {
  const closed = [LINK, MAIL, PLACEHOLDER, BLANK, /^\d+\. /gm].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: part, index }) => [index, index + part.length] as const)
  )
  const all = [...text.matchAll(NUMBER)].filter(
    ({ index }) => !closed.some(([from, to]) => from <= index && index < to)
  )
  const words = all.map(([word]) => word)
  return all.flatMap(({ 0: old, index }) => {
    if (words.filter((word) => word === old).length > 1) return []
    const before = text.slice(0, index)
    const behind = text.slice(index + old.length)
    const kind = numberKind(old, before, behind)
    const changed = kind === "date" ? otherDate(old, before, behind) : otherNumber(old)
    return changed && !words.includes(changed) ? [at(kind, text, index, old, changed)] : []
  })
}

function numberKind(old: string, before: string, behind: string): "number" | "money" | "date" {
  if (MONEY_BEHIND.test(behind) || MONEY_BEFORE.test(before)) return "money"
  if (/\d(?:[:h/]| h )$/.test(before)) return "date"
  if (/^\d\d?$/.test(old) && TIME_BEHIND.test(behind)) return Number(old) < 24 ? "date" : "number"
  if (/^\d\d?$/.test(old) && (DAY_BEHIND.test(behind) || DAY_BEFORE.test(before))) return "date"
  if (/^\d\d?$/.test(old) && /^(?:\/\d|月)/.test(behind)) return "date"
  if (/^\d\d?$/.test(old) && behind.startsWith("日") && before.endsWith("月")) return "date"
  return /^\d\d?\.\d\d?$/.test(old) && behind.startsWith(".") ? "date" : "number"
}

/** Another day or hour that exists, or undefined where the words around would have to change with it. */
function otherDate(old: string, before: string, behind: string): string | undefined {
  if (/^er\b/.test(behind) || /(?:[:h/.]|\dh )$/.test(before) || old.includes(".")) return undefined
  const value = Number(old)
  const changed =
    /^(?:月|\/)/.test(behind) && value <= 12
      ? value + (value > 1 ? -1 : 1)
      : TIME_BEHIND.test(behind)
        ? value + (value > 12 ? -2 : 1)
        : /^(?:st|nd|rd)/.test(behind) || (behind.startsWith("th") && value > 25)
          ? undefined
          : value + (value > 20 ? -7 : value < 4 ? 4 : 3)
  return changed === undefined ? undefined : String(changed).padStart(old.startsWith("0") ? 2 : 1, "0")
}

/** Ten more or less where it may be a day, else the last digit of a long number or the first one of any other raised. */
function otherNumber(old: string): string {
  if (/^[12]\d$|^3[01]$/.test(old)) return String(Number(old) + (Number(old) < 20 ? 10 : -10))
  const place = /^\d{4,}$/.test(old) ? old.length - 1 : 0
  const digit = ((Number(old[place]) + 2) % 9) + 1
  return old.slice(0, place) + digit + old.slice(place + 1)
}
