import { Canvas } from "../basis/canvas.ts"
import type { Span } from "../basis/canvas.ts"
import { findCued } from "../cues/index.ts"
import { fold, foldWord } from "../basis/fold.ts"
import type { KnownPeople } from "../known/known-people.ts"
import type { MaskEntry } from "../basis/placeholder-table.ts"
import type { MaskMode } from "../basis/masking-rules.ts"
import type { ArticleWords } from "../names/article-words.ts"
import { KnownValues } from "../basis/known-values.ts"
import { findCards, findGluedCards, findGluedIbans, findIbans } from "./ibans-and-cards.ts"
import { findKeyBlocks, placeholderLookAlikes } from "./key-blocks.ts"
import { findHardwareAddresses, findImeis } from "./device.ts"
import { findEmails, findHandles, findSpelledEmails } from "./email.ts"
import { findAadhaars, findGovernmentNumbers, findNamedGovernmentNumbers } from "./government.ts"
import { findIps, findIpv6s } from "./ip.ts"
import { findJapanese } from "./japanese.ts"
import type { KeepList } from "./keep/keep-list.ts"
import { keepClasses } from "./keep/keep-classes.ts"
import { keepFacts, keepPattern } from "./keep/keep-facts.ts"
import { findLinks } from "./link.ts"
import { findLocations } from "./location.ts"
import { findNationalIds } from "./national-ids.ts"
import { findUnknownNames, isMadeUpWord } from "./names.ts"
import { findAccounts } from "./accounts.ts"
import { findAges, findBirthDates, findVehicles } from "./births-ages-plates.ts"
import { findPostcodes } from "./postcodes.ts"
import { findPhones, findSpelledPhones } from "./phone.ts"
import { findRandomStrings, findSecrets } from "../cues/secret-forms.ts"
import { findWallets } from "./wallet.ts"

export interface FoundValue extends Span {
  /** The entry of the placeholder table, if the value was masked before. */
  entry?: MaskEntry
  /** This is surely a name, so it may be looked for elsewhere. */
  sure?: true
}

/** What to look for besides values with a form of their own, and what to leave. */
export interface FindOptions {
  people: KnownPeople
  values?: KnownValues | undefined
  /** The ticket's locale. It gives the language of short texts and the country of phone numbers without a prefix. */
  locale?: string | undefined
  /** Order numbers of the ticket, which stay wherever they occur. */
  orders?: ReadonlySet<string>
  mode?: MaskMode | undefined
  keep?: KeepList | undefined
  articles?: ArticleWords | undefined
  orderPattern?: string | undefined
  /** Folded words that the agent marked as no names. */
  plain?: ReadonlySet<string> | undefined
}

/**
 * Finds everything in a text that is to be masked. Returns spans from left to right that don't overlap, with offsets in
 * UTF-16 units of the text as given. The order of the finders decides how an ambiguous run of characters is classified.
 * It takes linear time.
 */
export function findPersonalValues(
  text: string,
  { people, values, locale, orders, mode = "strict", keep, articles, orderPattern, plain }: FindOptions
): FoundValue[] {
  const folded = fold(text)
  const canvas = new Canvas(folded.text, countryOf(locale))
  for (const literal of placeholderLookAlikes(text)) {
    const [start, end] = [folded.folded(literal.start), folded.folded(literal.end)]
    // Text that looks like a placeholder is restored as a whole. A card or a password must never be restored, so it is
    // claimed as a secret.
    canvas.claim(start, end, holdsFirm(folded.text.slice(start, end), locale) ? "SECRET" : "LIT")
  }
  findKeyBlocks(canvas)
  keep?.protect(canvas, people)
  findStructured(canvas, { people, orders, mode, orderPattern })
  claimAgain(canvas)
  const again = new Map<number, { end: number; entry: MaskEntry }>()
  for (const { start, end, type, entry } of values?.find(canvas.rest) ?? []) {
    // A number alone may have been taken for a phone number. Where it is called an order's number, it stays.
    const kept = type === "PHONE" && canvas.free.slice(start, end) !== canvas.text.slice(start, end)
    if (!kept && canvas.claim(start, end, type)) again.set(start, { end, entry })
  }
  for (const { start, end, type } of people.find(canvas.rest)) canvas.claim(start, end, type)
  const sure = new Set(
    [...findJapanese(canvas, mode), ...findUnknownNames(canvas, mode, locale, articles)].map(({ start }) => start)
  )
  return canvas.spans
    .filter((span) => !plain || !isToldPlain(span, canvas.text, plain))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, type }) => {
      const known = again.get(start)
      return {
        ...folded.original(start, end),
        type,
        ...(known?.end === end ? { entry: known.entry } : {}),
        ...(sure.has(start) && type !== "ADDRESS" ? { sure: true as const } : {})
      }
    })
}

/** A value that a word announced once ("alarm word ...") is masked where it occurs without that word, too. */
function claimAgain(canvas: Canvas) {
  const firm = canvas.spans.filter(({ type }) => GIVEN_AWAY.has(type))
  if (firm.length === 0) return
  const values = new KnownValues(
    firm.map(({ start, end, type }) => ({ placeholder: "", type, value: canvas.text.slice(start, end) }))
  )
  for (const { start, end, type } of values.find(canvas.rest)) canvas.claim(start, end, type)
}

const GIVEN_AWAY: ReadonlySet<string> = new Set(["ACCOUNT", "GOV", "SECRET", "ID"])

function holdsFirm(literal: string, locale: string | undefined): boolean {
  if (literal.length < LEAST_FIRM) return false
  const inside = new Canvas(literal, countryOf(locale))
  findStructured(inside)
  return inside.spans.some(({ type }) => FIRM.has(type))
}

/** Text in double brackets can only hold a card or a secret from this length on: "[[pin 1234]]". */
const LEAST_FIRM = 12

/** Applies "This is not a name", but never to a value that must not leave the browser, whoever says so. */
function isToldPlain({ start, end, type }: Span, text: string, plain: ReadonlySet<string>): boolean {
  return !FIRM.has(type) && plain.has(foldWord(text.slice(start, end)))
}

const FIRM: ReadonlySet<string> = new Set(["CARD", "IBAN", "ACCOUNT", "GOV", "SECRET", "LIT"])

interface Facts {
  people?: KnownPeople | undefined
  orders?: ReadonlySet<string> | undefined
  mode?: MaskMode | undefined
  orderPattern?: string | undefined
}

/** Finds what has a form of its own, and keeps the facts that stay. */
export function findStructured(canvas: Canvas, { people, orders, mode = "strict", orderPattern }: Facts = {}): void {
  findSpelledEmails(canvas)
  findLinks(canvas, mode)
  // An encoded name consists of letters, so it is claimed before its digits can be taken for a post code.
  for (const { start, end, type } of people?.findEncoded(canvas.rest) ?? []) canvas.claim(start, end, type)
  findWallets(canvas)
  findGluedIbans(canvas)
  findLocations(canvas)
  findHardwareAddresses(canvas)
  findSecrets(canvas)
  findEmails(canvas)
  findIpv6s(canvas)
  findCued(canvas, isMadeUpWord)
  findHandles(canvas)
  findNamedGovernmentNumbers(canvas)
  findIbans(canvas)
  findBirthDates(canvas)
  findAges(canvas)
  findPostcodes(canvas)
  keepFacts(canvas, orders)
  keepClasses(canvas)
  findVehicles(canvas)
  findRandomStrings(canvas)
  findAadhaars(canvas)
  findImeis(canvas)
  findCards(canvas)
  findGluedCards(canvas)
  if (orderPattern) keepPattern(canvas, orderPattern)
  findAccounts(canvas)
  findNationalIds(canvas)
  findGovernmentNumbers(canvas)
  findIps(canvas)
  findPhones(canvas)
  findSpelledPhones(canvas)
}

/**
 * Returns the ISO 3166 code that phone numbers without a country's prefix are read with. It is the locale's region, or
 * else the country where most shops of its speakers are.
 */
function countryOf(locale: string | undefined): string | undefined {
  const [language = "", ...subtags] = (locale ?? "").split(/[-_]/)
  const region = subtags.find((subtag) => /^[A-Za-z]{2}$/.test(subtag))
  return region?.toUpperCase() ?? COUNTRY_OF_LANGUAGE[language.toLowerCase()]
}

const COUNTRY_OF_LANGUAGE: Record<string, string> = { en: "US", de: "DE", fr: "FR", es: "ES", pt: "PT", ja: "JP" }
