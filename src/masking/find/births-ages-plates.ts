import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { type Canvas, digitCount } from "../basis/canvas.ts"
import { isNobodysAge } from "../cues/ages.ts"
import { NO_AGE_BEHIND, numbersIn } from "../japanese/numbers.ts"
import { claimAfter, END, LINK, WORD_START } from "./announced-value.ts"
import { hasLuhn } from "./checksums.ts"

/**
 * Finds dates of birth by the word that announces them. Numbers in Japanese are found all at once, and first, because a
 * phone or card number may look the same.
 */
export function findBirthDates(canvas: Canvas): void {
  const text = canvas.rest
  // A number with a right check digit is a card, whatever it is called.
  for (const { start, end, type } of numbersIn(text))
    if (!(end - start >= 13 && hasLuhn(text.slice(start, end)))) canvas.claim(start, end, type)
  claimAfter(canvas, BIRTH_CUE, BIRTH_DATE, "BIRTH")
}

/** Finds ages by the words around them. */
export function findAges(canvas: Canvas): void {
  for (const pattern of AGES) {
    const text = canvas.rest
    for (const match of text.matchAll(pattern)) {
      const age = match[1] ?? ""
      const start = match.index + match[0].lastIndexOf(age)
      if (
        Number(age) <= OLDEST &&
        !RANGE.test(text.slice(Math.max(0, start - 6), start)) &&
        !isNobodysAge(text, start, start + age.length)
      )
        canvas.claim(start, start + age.length, "AGE")
    }
  }
}

/** Finds number plates by the word that announces them, and some, as VINs, by their form. */
export function findVehicles(canvas: Canvas): void {
  claimAfter(canvas, VEHICLE_CUE, PLATE, "VEHICLE")
  const free = canvas.free
  for (const match of free.matchAll(VIN))
    if (digitCount(match[0]) >= 4 && /[A-Z].*[A-Z]/.test(match[0]))
      canvas.claim(match.index, match.index + match[0].length, "VEHICLE")
  for (const match of canvas.rest.matchAll(GERMAN_PLATE)) {
    const words = canvas.rest.slice(Math.max(0, match.index - LONGEST_MODEL), match.index).match(/[\p{L}\d-]+/gu) ?? []
    if (words.slice(-2).some((word) => MODELS.has(word.toLowerCase())))
      canvas.claim(match.index, match.index + match[0].length, "VEHICLE")
  }
  for (const pattern of canvas.country === "ES" ? [BRITISH_PLATE, SPANISH_PLATE] : [BRITISH_PLATE])
    for (const match of free.matchAll(pattern)) canvas.claim(match.index, match.index + match[0].length, "VEHICLE")
}

/** "From 3 to 6" says whom something is made for. */
const RANGE = /\d ?(?:a|à|to|bis|-|–) ?$/
const OLDEST = 119
const MONTH =
  "(?:jan|feb|mar|mär|apr|abr|may|mai|jun|juin|jul|juil|aug|ago|aoû|sep|set|oct|okt|out|nov|dec|dez|dic|déc|fév|fev|ene|avr)\\p{L}{0,8}\\.?"
const BIRTH_CUE = new RegExp(
  `${WORD_START}(?:born|d\\.?o\\.?b\\.?|date of birth|birth ?dat[e]|birthday|geboren|geb\\.|geburtsdatum|` +
    `geburtstag|née?(?:\\(e\\))?|date de naissance|naissance|anniversaire|nacid[oa]|nací|nació|` +
    `fecha de nacimiento|nacimiento|cumpleaños|nascid[oa]|nasci|nasceu|data de nascimento|nascimento|` +
    `aniversário|nat[oa]|data di nascita|geboortedatum|urodzon[ya]|ur\\.|data urodzenia)(?![\\p{L}])(?: (?:a|` +
    `in|te|w|we) \\p{Lu}[\\p{L}’'-]+(?: \\([A-Z]{2}\\))?,?)?(?: (?:on|in|am|im|le|el|en|em|a|is|was|ist|est|` +
    `es|é|il|op|dnia))?[ ]?[:=(]?\\s{0,3}`,
  "giu"
)
const BIRTH_DATE = new RegExp(
  `((?:\\d{1,4}(?: ?[./-] ?)\\d{1,2}(?: ?[./-] ?)\\d{1,4}|\\d{1,2}(?:st|nd|rd|th|\\.|º|er)?(?: de| of)? ${MONTH}(?: de| of|,)?(?: (?:19|20)?\\d\\d)?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,?(?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d))(?![\\d./-]*\\d)`,
  "iuy"
)

const NOT_UNIT =
  "(?![\\d%$€£:,./-]*\\d| ?(?:%|percent|minutes?|mins?|hours?|hrs?|days?|weeks?|times?|people|items?|units?|degrees?|grad|pieces|copies|users?|seats?|dollars?|euros?|pounds|am|pm|km|miles?|kg|gb|mb|of|out|minuten|stunden|tage|wochen|prozent|mal|personen|stück|uhr|heures?|jours?|semaines?|fois|personnes|horas?|d[ií]as?|semanas?|veces|vezes|pessoas|personas|€|\\$)(?![\\p{L}]))"
const AGES = [
  new RegExp(
    `${WORD_START}(?:ben|is|wordt|werd|ho|ha|mam|ma|skończy|skończył|skończyła) (\\d{1,3})(?= (?:jaar|anni|` +
      `lat|lata)(?!\\p{L}))`,
    "giu"
  ),
  new RegExp(
    `${WORD_START}(?:turn(?:s|ed|ing)?|aged?|age:|(?:i|he|she)(?:['’]m|['’]s| am| is| was| just)(?: only| almost| nearly| just| now| already)?) (\\d{1,3})${NOT_UNIT}(?! months?(?! old))`,
    "giu"
  ),
  new RegExp(
    `(?<![\\d.,-])(\\d{1,3})(?=[- ]?(?:years?|yrs?|months?|weeks?)[- ](?:old|of age)| ?y\\/?o\\b| ?Jahre?n? (?:alt|jung)|-?jährige?[rnms]?\\b| (?:ans|mois) (?:passés|révolus)| años de edad| anos de idade|[歳才]${NO_AGE_BEHIND})`,
    "giu"
  ),
  new RegExp(
    `${WORD_START}(?:im alter von|alter:|mit|âgée?s?(?: de)?|âge ?:|edad ?:|idade ?:) (\\d{1,3})(?= (?:jahren|ans|años|anos)|[ ]?(?:[,.;)\\n]|$))`,
    "giu"
  ),
  new RegExp(
    `${WORD_START}(?:j['’]ai|j['’]aurai|ai|ont|il a|elle a|qui a|a|aura|eu|tengo|tiene|tienen|cumpl[oeí]|cumplió|cumplirá|de|con|tenho|tem|têm|fiz|faz|fez|com|completa|completou|cumplido) (\\d{1,3})(?= (?:ans|mois|años|añitos|anos|aninhos|meses)(?!\\p{L}))`,
    "giu"
  ),
  /(?<=[\p{L}\d\u0001], )(\d{2,3})(?= (?:ans|años|anos|anni|jaar|lat)[.,;)\n])/giu,
  /(?<=(?:^|[ ,])(?:and|but) am )(\d{2})(?=[.,;!)])/giu,
  new RegExp(
    `${WORD_START}(?:ich bin|er ist|sie ist|(?:bin|ist|wird|wurde|werde) (?:erst|schon|bereits|jetzt|inzwischen|nun)) (\\d{1,3})(?=[ ]?(?:[,.;!)\\n]|$)| und )`,
    "giu"
  )
]

const VEHICLE_CUE = new RegExp(
  `${WORD_START}(?:(?:number|licen[cs]e|registration|reg|car)[ -]?plates?|plates?|registration|rego?|vin|kennzeichen|zulassung|fin|fahrgestell|plaques?(?: d['’]immatriculation)?|immatriculation|immatriculée?|châssis|matrícula|bastidor|placas?|chassi)(?![\\p{L}])${LINK}`,
  "giu"
)
const PLATE = new RegExp(`((?:[A-ZÄÖÜ\\d]{1,4}[- ]?){1,3}(?<=\\d.{0,8})[A-ZÄÖÜ\\d]{0,12})${END}`, "uy")
const VIN = /(?<![A-Za-z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])/g
/** It has no vowels, and a year before "RPM" or "BMW" is none. */
const SPANISH_PLATE = /(?<![A-Za-z0-9-])(?!(?:19|20)\d\d|\d{4}[ -]?RPM)\d{4}[ -]?[B-DF-HJ-NPR-TV-Z]{3}(?![A-Za-z0-9])/g
/** After a model of a car: "Golf BAR-KW 318". */
const GERMAN_PLATE = /(?<![A-Za-zÄÖÜäöü0-9-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?[1-9]\d{0,3}[EH]?(?![A-Za-z0-9-])/g
const LONGEST_MODEL = 32
const MODELS = wordsOf(LISTS, "car-models")
const BRITISH_PLATE = /(?<![A-Za-z0-9-])[A-Z]{2}\d{2} [A-Z]{3}(?![A-Za-z0-9])/g
