// Small closed classes of words that say what stands beside them, in the product's languages that write with spaces.

import { LISTS } from "../../lexicon/groups/names.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"

export const MONTHS = wordsOf(LISTS, "months")

export const WEEKDAYS = wordsOf(LISTS, "weekdays")

/** Before a name. */
export const TITLES = wordsOf(LISTS, "titles")

/** The people that belong to somebody, and what somebody was called before. */
export const RELATIVES = wordsOf(LISTS, "relatives")

/** What a form or a header calls a name. */
export const NAME_LABELS = wordsOf(LISTS, "name-labels")

export const STREETS = wordsOf(LISTS, "streets")
export const STREET_STARTS = wordsOf(LISTS, "street-starts")
export const STREET_ENDS =
  /.{2}(?:stra(?:ß|ss)en?|str|gasse|weg|platz|allee|ring|damm|ufer|steig|markt|graben|berg|hof|gata|gatan|götu|vej|vegen|veien|gate|gade|straat|laan|plein|kade|gracht|katu|tie|kuja|utca|körút|cesta|ova|náměstí|ulice|väg|vägen|gränd)$/u
export const UNITS = wordsOf(LISTS, "units")
/** Small words inside addresses and names of places. */
export const LINKS = wordsOf(LISTS, "links")

export const COMPANY_ENDS = wordsOf(LISTS, "company-ends")

export const COMPANY_WORDS = wordsOf(LISTS, "company-words")

/** Before a place: "in Leeds", "aus Köln". */
export const PLACE_CUES = wordsOf(LISTS, "place-cues")
/** Carriers, payment services, makers, software and platforms that everybody names: nobody is known by them. */
export const BRANDS = wordsOf(LISTS, "brands")

/** Nationalities, languages, faiths: they say of many what they say of one. */
export const NATIONALITIES = wordsOf(LISTS, "nationalities")
