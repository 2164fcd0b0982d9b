// These small closed classes of words say what stands beside them. They cover the product's languages that write with
// spaces.

import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"

export const MONTHS = wordsOf(LISTS, "months")

export const WEEKDAYS = wordsOf(LISTS, "weekdays")

/** Titles stand before a name. */
export const TITLES = wordsOf(LISTS, "titles")

/** Words for a person's relatives, and for what somebody was called before. */
export const RELATIVES = wordsOf(LISTS, "relatives")

/** Labels that forms and headers put before a name. */
export const NAME_LABELS = wordsOf(LISTS, "name-labels")

/** Short and pet forms of given names: "Bex", "Uschi", "Chelo". */
export const NICKNAMES = wordsOf(LISTS, "nicknames")

export const STREETS = wordsOf(LISTS, "streets")
export const STREET_STARTS = wordsOf(LISTS, "street-starts")
/** Those that mean nothing else beside a number. */
export const SURE_STREET_STARTS = wordsOf(LISTS, "sure-street-starts")
export const STREET_ENDS =
  /.{2}(?:stra(?:ß|ss)en?|str|gasse|weg|platz|allee|ring|damm|ufer|steig|markt|graben|berg|hof|gata|gatan|götu|vej|vegen|veien|gate|gade|straat|laan|plein|kade|gracht|katu|tie|kuja|utca|körút|cesta|ova|náměstí|ulice|väg|vägen|gränd)$/u
export const UNITS = wordsOf(LISTS, "units")
/** Small words inside addresses and names of places. */
export const LINKS = wordsOf(LISTS, "links")

export const COMPANY_ENDS = wordsOf(LISTS, "company-ends")

export const COMPANY_WORDS = wordsOf(LISTS, "company-words")

/** Words that stand before a place: "in Leeds", "aus Köln". */
export const PLACE_CUES = wordsOf(LISTS, "place-cues")
/** Carriers, payment services, makers, software and platforms that everybody mentions, so they identify nobody. */
export const BRANDS = wordsOf(LISTS, "brands")

/** Nationalities, languages and faiths. They apply to many people, so they identify nobody. */
export const NATIONALITIES = wordsOf(LISTS, "nationalities")

/** Small words inside people's names: "van", "de la", "bint". */
export const PARTICLES = wordsOf(LISTS, "particles")
