import { LISTS } from "replywright/lexicon/text"
import { entriesOf, languagesWith, wordsOf } from "../lexicon/lexicon.ts"
import type { Fact } from "./facts.ts"
import { japaneseNumber } from "./numerals.ts"
import { matchesOf } from "./patterns/required-letters.ts"

/**
 * Finds dates, weekdays and times of day in a text of plain width. A date's value is "2026-11-16", "--11-16" without a
 * year, and "2026-11" or "--11" without a day. 03/04/2026 holds both readings, separated by "|". Times are "15:30".
 */
export function dateFacts(text: string): Fact[] {
  const dates: Fact[] = []
  for (const [pattern, read] of READERS) {
    for (const match of matchesOf(pattern, text)) {
      const read_ = read(match)
      if (read_)
        dates.push({
          ...read_,
          unit: read_.unit ?? "",
          start: match.index,
          end: match.index + match[0].trimEnd().length,
          text: match[0].trimEnd()
        })
    }
  }
  return dates
}

type Read = { kind: Fact["kind"]; value: string; unit?: string } | undefined

/** Joins the entries that stand in the same line of all languages' lists as alternatives. */
function rowsOf(list: string): string[] {
  const lists = languagesWith(LISTS, list).map((language) => entriesOf(LISTS, language, list))
  const rows = lists[0] ?? []
  return rows.map((_, row) => [...new Set(lists.flatMap((entries) => entries[row]?.split("|") ?? []))].join("|"))
}

const MONTH_NAMES = rowsOf("months")
const MONTH = `(${MONTH_NAMES.join("|")})`
const WEEKDAY_NAMES = rowsOf("weekdays")
const L = "(?<![\\p{L}\\d])"
const R = "(?![\\p{L}\\d])"

/** Words before hours that something takes, in the languages that write "14h". */
const LASTING = wordsOf(LISTS, "lasting").values().toArray().join("|")
/** "Halb eins" is half past twelve. */
const HALF_TO = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ")
const HALF_PAST = "one two three four five six seven eight nine ten eleven twelve".split(" ")

const READERS: [RegExp, (match: RegExpExecArray) => Read][] = [
  [/(?<![\d/.-])(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)/g, ([, y, , m, d]) => day(y, m, d)],
  [/(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/g, ([, a, mark, b, y]) => numeric(a, b, y, mark)],
  // "Am 17.11." and "le 17/11" have no year; "le 3/4" may be three quarters.
  [
    /(?<=(?<!\p{L})(?:am|vom|zum|bis|seit|ab|de[mn]) |\d\.(?: (?:und|oder|bis|[-–]) |[-–]))(\d{1,2})\.(\d{1,2})\.(?!\d)/giu,
    ([, d, m]) => day(undefined, m, d)
  ],
  [
    /(?<=(?<!\p{L})(?:le|du|au|el|del|al|d[ií]a) )(?!1\/[234](?!\d)|[23]\/[34](?!\d))(\d{1,2})\/(\d{1,2})(?![\d/])/giu,
    ([, d, m]) => day(undefined, m, d)
  ],
  [/(\d{4})年(\d{1,2})月(\d{1,2})日/g, ([, y, m, d]) => day(y, m, d)],
  [/(?<![\d年])(\d{1,2})月(\d{1,2})日/g, ([, m, d]) => day(undefined, m, d)],
  [
    /(?<![\d一二三四五六七八九十])([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g,
    ([, m = "", d = ""]) => day(undefined, String(japaneseNumber(m)), String(japaneseNumber(d)))
  ],
  [/(?:(\d{4})年)?(?<!\d)(\d{1,2})月(?![\d間前後])/g, ([, y, m]) => day(y, m, undefined)],
  [/(?<!\d)(\d{1,2})\/(\d{1,2})(?![\d/])(?= ?(?:までに|に|[(（]))/g, ([, m, d]) => day(undefined, m, d)],
  [
    new RegExp(`${L}(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)? ?(?:of |de )?${MONTH}\\.?(?:,? (?:de )?(\\d{4}))?${R}`, "giu"),
    ([, d, m, y]) => day(y, m, d)
  ],
  [
    new RegExp(`${L}${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?${R}(?![.:]\\d)`, "giu"),
    ([, m, d, y]) => day(y, m, d)
  ],
  [new RegExp(`${L}${MONTH}\\.?,? (?:de )?(\\d{4})${R}`, "giu"), ([, m, y]) => day(y, m, undefined)],
  [
    new RegExp(`${L}${WEEKDAY_NAMES.map((names) => `(${names})`).join("|")}${R}`, "giu"),
    (match) => ({ kind: "weekday", value: String(match.slice(1).findIndex((name) => name !== undefined) + 1) })
  ],
  [
    /([月火水木金土日])曜日?/g,
    ([, name]) => ({ kind: "weekday", value: String("月火水木金土日".indexOf(name ?? "") + 1) })
  ],
  [/(?<![\d:.,])(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?/gi, ([, h, m, half]) => time(h, m, half)],
  [
    /(?:(?<![a-z])([ap])m|(?<![\d:.,]))(\d{1,2}):(\d\d)(?![\d:])(?: ?(?:uhr|h))?/gi,
    ([, half, h, m]) => time(h, m, half)
  ],
  [/(?<![\d:.,])(\d{1,2})(?:\.(\d\d))? uhr/gi, ([, h, m]) => time(h, m)],
  [/(?<![\d:.,])(\d{1,2}) ?h ?(\d\d)(?!\d)/gi, ([, h, m]) => time(h, m)],
  [/(?<![\d:.,])(\d{1,2})[.:](\d\d) ?hs(?!\p{L})/giu, ([, h, m]) => time(h, m)],
  // "15h" by itself is a time of day, unless it is said to last as long.
  [
    new RegExp(`(?<![\\d:.,])(?<!(?<!\\p{L})(?:${LASTING}) )(1[3-9]|2[0-3]) ?h(?![\\p{L}\\d])(?! d['’e])`, "giu"),
    ([, h]) => time(h, undefined)
  ],
  [
    new RegExp(
      `(?<=(?<![\\p{L}\\d'’])(?<!\\d ?|(?:h|heures?|horas?) )(?:à|vers|às|pelas|a las) )` +
        `(\\d{1,2}) ?(?:h|heures?|horas?)(?![\\p{L}\\d])` +
        `(?! (?:d['’e]|avant|après|antes|depois|después|p[oa]r|plus|mais|más))`,
      "giu"
    ),
    ([, h]) => time(h, undefined)
  ],
  [
    new RegExp(
      `(?<=(?<!\\p{L})a las? )(\\d{1,2})(?:[:.](\\d\\d))?` +
        `(?: de la (?:mañana|(tarde|noche))|(?=\\s*(?:[.,;:?!)](?!\\d)|$)))`,
      "giu"
    ),
    ([, h, m, half]) => time(h, m, half && "p")
  ],
  [
    new RegExp(`(?<!\\p{L})halb (${HALF_TO.join("|")})(?!\\p{L})`, "giu"),
    ([, name = ""]) => time(String(HALF_TO.indexOf(name.toLowerCase())), "30")
  ],
  [
    new RegExp(`(?<!\\p{L})half past (${HALF_PAST.join("|")})(?!\\p{L})`, "giu"),
    ([, name = ""]) => time(String(HALF_PAST.indexOf(name.toLowerCase()) + 1), "30")
  ],
  [
    /(午前|午後|(?<![a-z])[ap]m ?)?(?<!\d)(\d{1,2})時(?!間)(?:(\d{1,2})分|(半))?/gi,
    ([, half, h, m, thirty]) => time(h, thirty ? "30" : m, half && (/午後|p/i.test(half) ? "p" : "a"))
  ]
]

/**
 * Returns the months that a text names in full, also without a day or year ("im März"): 1 to 12, in order. "May" and
 * "march" count only with a capital.
 */
export function months(text: string): number[] {
  return [...text.matchAll(WHOLE_MONTH)]
    .map(([name]) => name)
    .filter((name) => name !== "may" && name !== "march")
    .map(monthOf)
}

/** Abbreviations are left out, because "set", "out" and "sept" are also words. */
const WHOLE_MONTH = new RegExp(
  `${L}(?:${MONTH_NAMES.join("|")
    .split("|")
    .filter((name) => (name.length > 3 || /^ma[iy]$/.test(name)) && name !== "sept")
    .join("|")})${R}`,
  "giu"
)

const pad = (value: string | number) => String(value).padStart(2, "0")
const year = (value: string | undefined) => (value === undefined ? "-" : value.length === 2 ? `20${value}` : value)

function day(y: string | undefined, m: string | undefined, d: string | undefined): Read {
  const month = monthOf(m)
  if (month < 1 || month > 12 || (d !== undefined && (Number(d) < 1 || Number(d) > 31))) return undefined
  return { kind: "date", value: `${year(y)}-${pad(month)}${d === undefined ? "" : `-${pad(Number(d))}`}` }
}

function monthOf(name: string | undefined): number {
  if (name === undefined) return 0
  if (/^\d+$/.test(name)) return Number(name)
  const lower = name.toLowerCase()
  return MONTH_NAMES.findIndex((names) => names.split("|").includes(lower)) + 1
}

/**
 * Reads a numeric date. 16/11/2026 begins with the day and 11/16/2026 with the month. 03/04/2026 may be either, and
 * 03.04.2026 can only begin with the day.
 */
function numeric(a: string | undefined, b: string | undefined, y: string | undefined, mark: string | undefined): Read {
  const first = day(y, b, a)
  const second = mark === "." ? undefined : day(y, a, b)
  if (!first || !second || first.value === second.value) return first ?? second
  return { kind: "date", value: `${first.value}|${second.value}` }
}

function time(h: string | undefined, m: string | undefined, half?: string): Read {
  const hour = Number(h)
  if (hour > 24 || Number(m ?? 0) > 59 || (half && hour > 12)) return undefined
  const shifted =
    half?.toLowerCase() === "p" && hour < 12 ? hour + 12 : half?.toLowerCase() === "a" && hour === 12 ? 0 : hour
  return { kind: "time", value: `${pad(shifted % 24)}:${pad(Number(m ?? 0))}` }
}
