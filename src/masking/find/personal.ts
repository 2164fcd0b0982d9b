import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import type { Canvas } from "../basis/canvas.ts"
import { foldCue } from "../cues/cue-text.ts"
import { isDate, VERSION } from "../cues/values.ts"
import { isNobodysAge } from "../cues/ages.ts"
import { digitCount } from "../basis/digits.ts"
import { NO_AGE_BEHIND, numbersIn } from "../japanese/numbers.ts"
import type { MaskType } from "../basis/placeholder-table.ts"
import { hasLuhn } from "./checksums.ts"
import { findJapaneseAddresses } from "./japanese.ts"

/**
 * Finds dates of birth, ages, vehicles, accounts and customer numbers by the word that announces them, some by their
 * form. Those in Japanese are found all at once, and first, because a phone or card number may look the same.
 */
export function findBirthDates(canvas: Canvas): void {
  const text = canvas.rest
  // A number with a right check digit is a card, whatever it is called.
  for (const { start, end, type } of numbersIn(text))
    if (!(end - start >= 13 && hasLuhn(text.slice(start, end)))) canvas.claim(start, end, type)
  claimAfter(canvas, BIRTH_CUE, BIRTH_DATE, "BIRTH")
}

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

export function findVehicles(canvas: Canvas): void {
  claimAfter(canvas, VEHICLE_CUE, PLATE, "VEHICLE")
  const free = canvas.free
  for (const match of free.matchAll(VIN))
    if (digitCount(match[0]) >= 4 && /[A-Z].*[A-Z]/.test(match[0]))
      canvas.claim(match.index, match.index + match[0].length, "VEHICLE")
  for (const match of free.matchAll(BRITISH_PLATE)) canvas.claim(match.index, match.index + match[0].length, "VEHICLE")
}

/** Finds bank accounts that are no IBAN, and numbers of customers, members, patients and meters. */
export function findAccounts(canvas: Canvas): void {
  claimAfter(canvas, ACCOUNT_CUE, ACCOUNT_NUMBER, "ACCOUNT")
  claimAfter(canvas, ID_CUE, ID_NUMBER, "ID")
  claimAfter(canvas, KANJI_CUE, KANJI_NUMBER, "ACCOUNT")
  findNumbersOfNouns(canvas)
}

/**
 * Finds the number behind any noun and a word for a number ("allotment no. KP-40291", "Spendernummer 8812-440"), unless
 * the noun is a thing or a deal, such as an order.
 */
function findNumbersOfNouns(canvas: Canvas) {
  const text = canvas.free
  for (const match of text.matchAll(WORD_FOR_NUMBER)) {
    const at = match.index
    const behind = match[1] ? NOUN_BEHIND : LINKED
    behind.lastIndex = at + match[0].length
    const link = behind.exec(text)
    if (!link) continue
    const noun = link[1] ?? NOUN_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_NOUN), at))?.[1]
    if (noun === undefined || isNumberedThing(foldCue(noun.toLowerCase()))) continue
    ID_NUMBER.lastIndex = behind.lastIndex
    const number = ID_NUMBER.exec(text)?.[1]
    if (!number || (number.match(/[\p{L}\d]/gu)?.length ?? 0) < LEAST_SIGNS || digitCount(number) < 3) continue
    if (isDate(number) || UUID.test(number)) continue
    canvas.claim(ID_NUMBER.lastIndex - number.length, ID_NUMBER.lastIndex, "ID")
  }
}

const isNumberedThing = (noun: string) => NUMBERED_THINGS.has(noun) || NUMBERED_THINGS.has(noun.replace(/s$/, ""))
const LONGEST_NOUN = 22
const LEAST_SIGNS = 6
const NUMBERED_THINGS = wordsOf(LISTS, "numbered-things")
/** A random key says whose it is only behind a word for a payment. */
const UUID = /^[\da-f]{8}-[\da-f]{4}-/i

/**
 * Finds post codes behind the word for one, and Japanese addresses as a whole. The finder of names claims the post
 * codes inside other addresses.
 */
export function findPostcodes(canvas: Canvas): void {
  findJapaneseAddresses(canvas)
  claimAfter(canvas, POSTCODE_CUE, POSTCODE, "ADDRESS")
}

/**
 * Claims what `value` finds (its first group) right behind each `cue`. It takes linear time, because both look at a
 * bounded stretch.
 */
function claimAfter(canvas: Canvas, cue: RegExp, value: RegExp, type: MaskType) {
  const text = canvas.rest
  for (const match of text.matchAll(cue)) {
    value.lastIndex = match.index + match[0].length
    const found = value.exec(text)?.[1]
    if (found && !VERSION.test(found)) canvas.claim(value.lastIndex - found.length, value.lastIndex, type)
  }
}

/** "From 3 to 6" says whom something is made for. */
const RANGE = /\d ?(?:a|à|to|bis|-|–) ?$/
const OLDEST = 119
/** Matches a letter or digit of the same word. Japanese continues without a space. */
const UNSPACED = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]"
const GOES_ON = `(?!${UNSPACED})[\\p{L}\\p{N}]`
const END = `(?!${GOES_ON})`
const WORD_START = "(?<![\\p{L}\\p{N}])"
const IS = "(?:['’]s| is| was| ist| est| es| é|は)?"
/** Matches what stands between a word and its number: "no.", a colon, a bracket. */
const LINK = `(?:[ -]?(?:numbers?|nummer|numéro|número|n\\.?[º°]|nº|nr\\.?|no\\.?|id|code))?${IS}[ ]?[:#=(]{0,2}[ ]{0,3}`

const MONTH =
  "(?:jan|feb|mar|mär|apr|abr|may|mai|jun|juin|jul|juil|aug|ago|aoû|sep|set|oct|okt|out|nov|dec|dez|dic|déc|fév|fev|ene|avr)\\p{L}{0,8}\\.?"
const BIRTH_CUE = new RegExp(
  `${WORD_START}(?:born|d\\.?o\\.?b\\.?|date of birth|birth ?dat[e]|birthday|geboren|geb\\.|geburtsdatum|geburtstag|née?(?:\\(e\\))?|date de naissance|naissance|anniversaire|nacid[oa]|nací|nació|fecha de nacimiento|nacimiento|cumpleaños|nascid[oa]|nasci|nasceu|data de nascimento|nascimento|aniversário)(?![\\p{L}])(?: (?:on|in|am|im|le|el|en|em|a|is|was|ist|est|es|é))?[ ]?[:=(]?\\s{0,3}`,
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
const BRITISH_PLATE = /(?<![A-Za-z0-9-])[A-Z]{2}\d{2} [A-Z]{3}(?![A-Za-z0-9])/g

const ACCOUNT_CUE = new RegExp(
  `${WORD_START}(?:bank account|account|acct|a\\/c|sort[ -]?code|routing|konto(?=[ -]?(?:nummer|nr))|kontonummer|kontonr|blz|bankleitzahl|compte(?: bancaire)?|cuenta(?: bancaria| corriente)?|conta(?: corrente| bancária)?|agência|nib|ccc|clabe(?: interbancaria)?|cbu|cvu)(?![\\p{L}])${LINK}`,
  "giu"
)
const ACCOUNT_NUMBER = new RegExp(`((?:\\d[ -]?){5,24}\\d(?:-[\\dXx])?)${END}`, "uy")

const ID_CUE = new RegExp(
  `${WORD_START}(?:(?:customer|client|member(?:ship)?|patient|student|employee|user|loyalty|subscriber|meter|licen[cs]e|card)(?: ?(?:numbers?|nos?\\.?|ids?|nr\\.?))|username|user name|login name|(?:kunden|mitglieds|patienten|versicherten|matrikel|personal|zähler|teilnehmer)-?(?:nummer|nr\\.?|id)|mitglied|benutzername|pseudo|nick(?:name)?|user(?=:| [\\p{L}\\d]{0,20}[\\d_.])|(?:numéro|n°|no) (?:de |d['’])?(?:client|adhérente?|abonnée?|patient|dossier patient|compteur)|(?:client|adhérente?|abonnée?)(?: n°)?|identifiant|nom d['’]utilisateur|(?:número|n\\.?º|nº|núm\\.?) (?:de |do )?(?:cliente|socio|sócio|paciente|abonado|aluno|alumno|utente|contador|medidor)|(?:cliente|soci[oa]|sóci[oa]|utente)(?: n\\.?º)?|(?:nombre de )?usuario|usuário|nome de usuário|nome de utilizador)(?![\\p{L}])${LINK}`,
  "giu"
)
/** Words for a number before their noun (first group) or behind it. */
const WORD_FOR_NUMBER =
  /(?<!\p{L})([Nn]um[eé]ro|[Nn]úmero|[Nn][º°]|[Nn]úm\.|[Nn]um\.)(?= )|(?<=\p{L}[ -]?)(?:[Nn]umber|[Nn]ummer|[Nn]r\.?|(?<=[ -])(?:[Nn]o\.?|[Ii][Dd]|ref\.?)|#)(?!\p{L})/gu
const NOUN_BEFORE = /(?<!\p{L})(\p{L}{3,20})[ -]?$/u
const LINKED = new RegExp(`(?:${IS}|:)[ ]?[:#=(]{0,2}[ ]{0,3}(?=[A-Za-z]{0,5}[ -]?\\d)`, "uy")
const NOUN_BEHIND = new RegExp(
  `(?: (?:de|du|da|do|del|des|la|le|el|mi|su|meu|minha|mon|ma)(?= )| (?:d|l)['’]){1,3} ?(\\p{L}{3,20})(?: \\p{L}{3,20})?(?!\\p{L})(?: est| es| é)?(?: le| la| el| o)?[ ]?[:#=(]{0,2}[ ]{0,3}(?=[A-Za-z]{0,5}[ -]?\\d)`,
  "uy"
)
const ID_NUMBER = new RegExp(
  `((?=(?:(?!${UNSPACED})[^\\s]){0,30}[\\d._])(?:${GOES_ON})(?:${GOES_ON}|[._/-]){2,24}(?:${GOES_ON})|[A-Z]{1,3} \\d[\\d ]{2,12}\\d|\\d(?:[ -]?\\d){3,14})(?!${GOES_ON}|@)`,
  "uy"
)

/** Numbers in kanji, as accounts of the Japanese post bank are written: 記号一二三四〇. */
const KANJI_CUE = /(?:記号|番号|口座|会員番号|お客様番号)[は:：]? ?/gu
const KANJI_NUMBER = /([〇零一二三四五六七八九]{4,12})/uy

const POSTCODE_CUE = new RegExp(
  `${WORD_START}(?:zip|post(?:al)?)(?: ?code)?${IS}[ ]?[:=]?[ ]{0,2}|${WORD_START}(?:plz|postleitzahl|code postal|código postal|cep)${IS}[ ]?[:=]?[ ]{0,2}`,
  "giu"
)
const POSTCODE = new RegExp(
  `((?=[A-Za-z\\d -]{0,4}\\d)[A-Za-z]{0,2}\\d[A-Za-z\\d]{1,6}(?:[- ]\\d[A-Za-z\\d]{1,3})?)${END}`,
  "uy"
)
