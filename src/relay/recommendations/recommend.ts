import type { Details } from "../../ingest/source/source.ts"
import type { BuyingQuestion } from "../../intent/buying.ts"
import { stems } from "../../search/words/stems.ts"
import type { RecommendedFor } from "../../ticket/draft.ts"
import { JAPANESE_LETTERS } from "../../text/language/is-japanese.ts"
import { plainWidth } from "../../text/numerals.ts"

/** A product of the imported catalogue. */
export interface CatalogueProduct {
  /** The id of its document. */
  document: string
  title: string
  details: Extract<Details, { kind: "product" }>
  /** The sentence of its record that says name, price and availability. */
  sentence: string
  /** Its name and the beginning of its record, as far as it is quoted. */
  text: string
  locale: string
  url: string | null
  /** When its record was imported, ISO 8601. */
  takenAt: string
  version: number
}

export interface Recommendation {
  product: CatalogueProduct
  why: RecommendedFor
}

/**
 * Chooses at most three products for what a customer asks about buying. Nothing is recommended but what a record says:
 * a product that the customer names, as it is; products that the catalogue names beside it, or of the same category, if
 * they are in stock; and for a wish, products in stock of the category that the customer's words name.
 * @param found the products that search found for the ticket, best first
 * @param related products that the found ones name, that name them, or of their categories
 */
export function recommend(
  question: BuyingQuestion,
  text: string,
  language: string | null,
  { found, related }: { found: CatalogueProduct[]; related: CatalogueProduct[] }
): Recommendation[] {
  const all = [...found, ...related.filter(({ document }) => !found.some((one) => one.document === document))]
  const words = new Set(stems(text, language))
  const named = namedIn(words, found, all, language)
  const [first] = named
  if (!first) return question === "goes-with" ? [] : wishedFor(words, found, language)
  if (question === "goes-with") return withRest([], goingWith(named, all).map(asGoingWith))
  const answers = named.slice(0, MAX_PRODUCTS).map((product): Recommendation => ({ product, why: { why: "asked" } }))
  const missing = named.filter((one) => !isInStock(one))
  // Whoever asks for another one of what is there gets both.
  const replaced = missing.length > 0 ? missing : question === "alternative" ? [first] : []
  const instead = replaced.flatMap((one) =>
    alternativesTo(one, all).map((product): Recommendation => ({ product, why: { why: "alternative", to: one.title } }))
  )
  return withRest(replaced.length > 0 ? answers.slice(0, 1) : answers, instead)
}

const MAX_PRODUCTS = 3
const withRest = (first: Recommendation[], rest: Recommendation[]): Recommendation[] => {
  const each = new Map([...first, ...rest].toReversed().map((one) => [one.product.document, one]))
  return [...each.values()].toReversed().slice(0, MAX_PRODUCTS)
}

/** Without an availability nobody knows, so it isn't offered as being there. */
const isInStock = ({ details: { availability } }: CatalogueProduct): boolean =>
  availability === "in-stock" || availability === "limited"

/**
 * Returns the products that the customer names: most of what tells a product's name from the others of the catalogue
 * stands in the text. Words of its category and figures tell nothing.
 */
function namedIn(
  words: ReadonlySet<string>,
  found: CatalogueProduct[],
  all: CatalogueProduct[],
  language: string | null
): CatalogueProduct[] {
  const parts = new Map(all.map((product) => [product, namePartsOf(product, language)]))
  const holders = new Map<string, number>()
  for (const own of parts.values()) for (const part of own) holders.set(part, (holders.get(part) ?? 0) + 1)
  const weight = (part: string) => 1 / (holders.get(part) ?? 1)
  const sum = (some: string[]) => some.reduce((total, part) => total + weight(part), 0)
  const scored = found.flatMap((product) => {
    const own = parts.get(product) ?? []
    const there = own.filter((part) => words.has(part))
    const share = there.length > 0 ? sum(there) / sum(own) : 0
    return share >= NAMED ? [{ product, share }] : []
  })
  const best = Math.max(0, ...scored.map(({ share }) => share))
  return scored.filter(({ share }) => share >= best * NEAR).map(({ product }) => product)
}

const NAMED = 0.5
/** A product of whose name far less is there than of another's isn't meant. */
const NEAR = 0.7

function namePartsOf({ title, details }: CatalogueProduct, language: string | null): string[] {
  const general = new Set(stems(details.category ?? "", language))
  return [...new Set(stems(title, language))].filter((part) => !general.has(part) && /\p{L}/u.test(part))
}

/**
 * Returns what goes with the named products, as far as it is in stock: what their records name, or else the products
 * whose records name them.
 */
function goingWith(named: CatalogueProduct[], all: CatalogueProduct[]): CatalogueProduct[] {
  const owned = named.filter(({ details }) => details.goesWith)
  const wanted = new Set(owned.flatMap(({ details }) => details.goesWith ?? []))
  const ids = named.flatMap(({ details }) => details.ids ?? [])
  const fits =
    owned.length > 0
      ? ({ details: { ids: own = [] } }: CatalogueProduct) => own.some((id) => wanted.has(id))
      : ({ details: { goesWith = [] } }: CatalogueProduct) => ids.some((id) => goesWith.includes(id))
  const bases = owned.length > 0 ? owned : named
  return all.filter((one) => !bases.includes(one) && fits(one) && isInStock(one))
}
const asGoingWith = (product: CatalogueProduct): Recommendation => ({ product, why: { why: "goes-with" } })

/**
 * Returns products in stock: first what replaces it, then what the catalogue names beside it, then those of its
 * category that aren't made to another standard, such as a bulb with another cap.
 */
function alternativesTo(missing: CatalogueProduct, all: CatalogueProduct[]): CatalogueProduct[] {
  const { ids = [], alternatives = [], category } = missing.details
  const others = all.filter((one) => one !== missing && isInStock(one))
  return [
    ...others.filter(({ details }) => details.replaces?.some((id) => ids.includes(id))),
    ...others.filter(({ details }) => details.ids?.some((id) => alternatives.includes(id))),
    ...others.filter(
      ({ details, text }) =>
        category !== undefined && details.category === category && !namesOtherStandards(text, missing.text)
    )
  ]
}

/** Returns products in stock whose category the customer names, in the order of the search. */
function wishedFor(words: ReadonlySet<string>, found: CatalogueProduct[], language: string | null): Recommendation[] {
  const isMeant = ({ details: { category } }: CatalogueProduct) => {
    const own = stems(category ?? "", language)
    return own.length > 0 && own.every((part) => words.has(part))
  }
  return found
    .filter((one) => isInStock(one) && isMeant(one))
    .slice(0, MAX_PRODUCTS)
    .map((product) => ({ product, why: { why: "choose" } }))
}

const TO = " ?(?:[\\-–~〜]|to|bis|à|a) ?"
const VOLTS = "[\\s\\-]?(?:V(?:olts?|AC|DC)?|volts?|voltios?|ボルト)"
/** A range such as "100–240 V" or "100V〜240V" fits nearly anywhere, and so does "12/24 V". */
const VOLTAGE = `(?<!\\d(?: ?V)?${TO}|\\d ?/ ?)\\d+(?:[.,]\\d+)?${VOLTS}(?!${TO}\\d)`

/**
 * Standards that decide whether one product fits where another was. Their names are the same in every language. The
 * patterns of one list exclude each other.
 */
const STANDARDS: readonly (readonly string[])[] = [
  // Caps of lamps, as IEC 60061 names them.
  ["E(?:5|10|11|12|14|17|26|27|39|40)", "B(?:15|22)d?", "GU?(?:4|5\\.3|6\\.35|9|10|13|24|53)", "GX53", "R7s", "2G11"],
  // Batteries, by IEC 60086 and their usual names.
  ["AAAA?", "AA", "[CLS]R\\d{1,5}", "単[1-5]", "18650", "21700"],
  // Plugs of cables.
  ["USB[\\- ]?C", "(?:[Mm]icro|[Mm]ini)[\\- ]?USB", "Lightning", "MagSafe"],
  // Metric threads.
  ["M(?:[2-8]|10|12|14|16|20)"],
  [VOLTAGE]
]

/** Japanese puts no spaces between words. */
const LETTER = `[\\p{L}--[${JAPANESE_LETTERS}]]`
const PATTERNS = STANDARDS.map(
  (names) => new RegExp(`(?<!${LETTER}|[\\d.,])(?:${names.join("|")})(?!${LETTER}|\\d)`, "gv")
)

/**
 * Returns whether two products' texts name standards that exclude each other, such as "E27" and "E14". Where only one
 * of them names any, nothing is known.
 */
export function namesOtherStandards(one: string, other: string): boolean {
  return PATTERNS.some((pattern) => {
    const [here, there] = [named(one, pattern), named(other, pattern)]
    return here.size > 0 && there.size > 0 && here.isDisjointFrom(there)
  })
}

const named = (text: string, pattern: RegExp): Set<string> =>
  new Set([...plainWidth(text).matchAll(pattern)].map(([name]) => plain(name)))

/** Names of one size, and mains of 220 to 240 volts. */
const SAME = new Map([
  ["lr6", "aa"],
  ["単3", "aa"],
  ["lr03", "aaa"],
  ["単4", "aaa"],
  ["220v", "230v"],
  ["240v", "230v"]
])

function plain(name: string): string {
  const short = name
    .toLowerCase()
    .replace(/[\s-]/g, "")
    .replace(",", ".")
    .replace(/^([\d.]+)(?:v|ボ).*/, "$1v")
  return SAME.get(short) ?? short
}
