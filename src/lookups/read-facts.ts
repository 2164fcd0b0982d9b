import type { LookupFact } from "../ticket/looked-up.ts"
import { valuesAt } from "./json-path.ts"
import { LISTS } from "replywright/lexicon/lookups"
import { wordsOf } from "../lexicon/lexicon.ts"
import { findInjection } from "../checks/injection/find-injection.ts"
import { sentences } from "../text/sentences.ts"
import { base64Of } from "./template.ts"
import type { FactDefinition, LookupDefinition } from "../protocol/routes/lookups.ts"

/**
 * Reads the facts of a lookup from the pages of its answer. A fact that no page has is without a value.
 * @param secrets what was typed for the lookup
 */
export function readFacts(
  { facts }: Pick<LookupDefinition, "facts">,
  pages: readonly unknown[],
  secrets: readonly string[] = []
): LookupFact[] {
  const { isIn, longest } = secretFinder(secrets)
  return Object.entries(facts).map(([name, fact]): LookupFact => {
    const heading = { name, label: fact.label }
    const reading = factValue(fact, pages, MAX_CHARACTERS + longest)
    if (reading === undefined) return heading
    const { value, withNext } = reading
    if (isIn(withNext)) return { ...heading, withheld: "secret" }
    if (fact.identity) return { ...heading, value, withheld: "identity" }
    return { ...heading, value, ...(readsAsOrder(value) ? { withheld: "orders" as const } : {}) }
  })
}

interface ReadValue {
  value: string
  /** The value with what comes next in a text that is cut: the end of a shown fact may be the beginning of a secret. */
  withNext: string
}

/** @param reach how much of each text is read, in characters; a fact shows less */
function factValue(fact: FactDefinition, pages: readonly unknown[], reach: number): ReadValue | undefined {
  if (fact.type === "list") {
    const all = pages.flatMap((page) => valuesAt(page, fact.path)).flatMap((one) => (Array.isArray(one) ? one : [one]))
    const texts = Map.groupBy(new Set(all.flatMap((one) => textOf(one, fact, reach) ?? [])), truncate)
    const firstTexts = [...texts].slice(0, MAX_LISTED)
    const more = texts.size - MAX_LISTED
    return texts.size === 0
      ? undefined
      : {
          value: `${firstTexts.map(([text]) => text).join(", ")}${more > 0 ? ` (+${more})` : ""}`,
          withNext: firstTexts.flatMap(([, whole]) => whole).join(", ")
        }
  }
  for (const page of pages)
    for (const value of valuesAt(page, fact.path)) {
      const text = fact.type === "text" ? textOf(value, fact, reach) : READERS[fact.type](value, fact, page)
      if (text !== undefined) return { value: truncate(text), withNext: text }
    }
  return undefined
}

const truncate = (text: string): string => text.slice(0, MAX_CHARACTERS)

type Reader = (value: unknown, fact: FactDefinition, page: unknown) => string | undefined

const READERS: Record<Exclude<FactDefinition["type"], "list" | "text">, Reader> = {
  // What has more digits than a number keeps is an account or a parcel, and stays as it is written.
  number: (value) => (typeof value === "string" && /^-?\d{16,40}$/.test(value) ? value : numberOf(value)?.toString()),
  money: moneyOf,
  date: (value) => dayOf(value)
}

/** A text on one line, without characters that can't be seen. */
function textOf(value: unknown, { words }: FactDefinition, reach: number): string | undefined {
  if (value !== null && !["string", "number", "boolean"].includes(typeof value)) return undefined
  // A team's words come as JSON, so "constructor" is in every object.
  const word = Object.hasOwn(words, String(value)) ? words[String(value)] : undefined
  if (word !== undefined) return word
  if (value === null) return undefined
  const text = String(value)
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
  return text === "" ? undefined : text.slice(0, reach)
}

function numberOf(value: unknown): number | undefined {
  const isNumeral = typeof value === "string" && /^-?\d{1,15}(?:\.\d{1,10})?$/.test(value.trim())
  const number = typeof value === "number" ? value : isNumeral ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

function moneyOf(value: unknown, { currency, minor }: FactDefinition, page: unknown): string | undefined {
  const amount = numberOf(value)
  if (amount === undefined) return undefined
  const found = currency?.startsWith("$") ? valuesAt(page, currency)[0] : currency
  const code = typeof found === "string" && /^[a-z]{3}$/i.test(found) ? found.toUpperCase() : undefined
  const digits = digitsOf(code)
  const whole = minor ? amount / 10 ** digits : amount
  return [whole.toFixed(digits), ...(code === undefined ? [] : [code])].join(" ")
}

/**
 * How many decimals a currency has in what payment services call its minor unit. ICU's own figures are those of cash,
 * in which a forint has none.
 * Source: ISO 4217, and docs.stripe.com/currencies#zero-decimal (November 2026).
 */
function digitsOf(code: string | undefined): number {
  if (code === undefined) return 2
  return WITHOUT_DECIMALS.has(code) ? 0 : WITH_THREE.has(code) ? 3 : 2
}

const WITHOUT_DECIMALS = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "))
const WITH_THREE = new Set("BHD JOD KWD OMR TND".split(" "))

/**
 * Returns the day as the system wrote it (YYYY-MM-DD or YYYY/MM/DD), or of seconds or milliseconds since 1970, in UTC.
 * These may be a text of their digits.
 */
function dayOf(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : ""
  if (typeof value === "number" || /^(?:\d{10}|\d{13})$/.test(text)) {
    const count = Number(value)
    const moment = new Date(count > 1e11 ? count : count * 1000)
    return Number.isNaN(moment.getTime()) || count <= 0 ? undefined : moment.toISOString().slice(0, 10)
  }
  const [written] = /^(?:19|20)\d\d([-/])\d\d\1\d\d(?=$|[T Z+-])/.exec(text) ?? []
  const day = written?.replaceAll("/", "-")
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day
}

/** In characters. */
const MAX_CHARACTERS = 300
const MAX_LISTED = 10

/**
 * Says whether a looked-up fact gives orders to whoever writes the reply. It is stricter than what a customer's message
 * is held to, because a customer may ask a shop to write or tell something, and a status of an order may not.
 */
const readsAsOrder = (fact: string): boolean =>
  findInjection(fact) !== undefined || sentences(fact).some(({ text }) => ORDER.test(text))

/** The patterns of a list in all languages, because an answer of another system names no language. */
const any = (list: string) => `(?:${[...wordsOf(LISTS, list)].join("|")})`

/** Matches where a sentence or a clause begins that may be an order. */
const OPENING = `(?:^|[,;:–—]\\s*|(?<!\\p{L})${any("openings")}\\s+)["“„«»'‘(*>\\s]*`
const TELL = any("tells")
const WRITE = any("writes")
const REPLY = `${any("into")} ${any("determiners")}? ?${any("replies")}`

/** Tells that somebody is to tell the customer something, to write it in the reply, or that a machine is spoken to. */
const ORDER = new RegExp(
  [
    `${OPENING}${TELL}(?: ${any("please")})? ${any("customers")}(?!\\p{L}|\\s*:\\s*\\S+$)`,
    `${OPENING}${WRITE}(?: \\S{1,40}){0,8} ${REPLY}(?!\\p{L})`,
    `${OPENING}(?:${any("answers")}|${WRITE})(?: ${any("back")})? ?${any("that")}(?!\\p{L})`,
    `^["“„«'‘(*>#\\s]*(?:${any("hello")} )?(?:${any("machine-kinds")} )?${any("machines")}\\s*[,:!]`,
    any("orders")
  ].join("|"),
  "iu"
)

interface SecretFinder {
  /** Says whether a text repeats a secret or a longer part of one. Its time grows with the text's length alone. */
  isIn: (text: string) => boolean
  /** The most characters that a secret takes in any of its forms, with a space between all of them. */
  longest: number
}

/**
 * Returns what finds secrets in a text: as they were typed, in base64 or as an address has them, in whatever case and
 * with whatever spaces. The name and the password of Basic authentication also count each by itself; of a name that is
 * a mail address, parts don't count, because the shop's other addresses share them.
 * @param secrets what was typed for the lookup
 */
export function secretFinder(secrets: readonly string[]): SecretFinder {
  const read = secrets.map((secret) => {
    const [name = "", ...rest] = secret.split(":")
    const sides = rest.length > 0 ? [name, rest.join(":")].filter((side) => side.length >= MIN_SIDE) : []
    const inParts = rest.length > 0 ? sides.filter((side) => side !== name || !name.includes("@")) : [secret]
    return {
      whole: [secret, ...sides].flatMap(formsOf),
      parted: [...inParts.flatMap(formsOf), plain(base64Of(secret))]
    }
  })
  const whole = [...new Set(read.flatMap((one) => one.whole))]
  const parts = new Set(read.flatMap(({ parted }) => parted.flatMap(partsOf)))
  return {
    isIn: (text) => {
      const said = plain(text)
      return whole.some((form) => said.includes(form)) || hasPart(said, parts)
    },
    longest: 2 * Math.max(0, ...read.flatMap((one) => [...one.whole, ...one.parted]).map(({ length }) => length))
  }
}

const formsOf = (secret: string): string[] =>
  [secret, base64Of(secret), encodeURIComponent(secret)].map(plain).filter((form) => form !== "")

/** Kinds of keys begin alike ("sk_live_"), so a short part tells nothing. */
const partsOf = (form: string): string[] =>
  Array.from({ length: Math.max(0, form.length - PART + 1) }, (_, at) => form.slice(at, at + PART))

function hasPart(said: string, parts: ReadonlySet<string>): boolean {
  if (parts.size === 0) return false
  for (let at = 0; at + PART <= said.length; at++) if (parts.has(said.slice(at, at + PART))) return true
  return false
}

const plain = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, "").toLowerCase()

/** In characters. A name as short as "admin" occurs in other facts. */
const MIN_SIDE = 8
const PART = 12
