import { type Canvas, digitCount } from "../basis/canvas.ts"
import { hasDniLetter, hasVerhoeff } from "./checksums.ts"

/**
 * Finds government numbers behind a word that names them: tax, social security, passport, identity card, driving
 * licence. It runs before the finder of cards, because some of these numbers are as long as a card's.
 */
export function findNamedGovernmentNumbers(canvas: Canvas): void {
  const text = canvas.rest
  for (const cue of text.matchAll(CUE)) {
    NUMBER.lastIndex = cue.index + cue[0].length
    const number = NUMBER.exec(text)
    const value = number?.[1] ?? ""
    if (!number) findBehindWords(canvas, text, cue.index + cue[0].length)
    else if (value.replace(/[^A-Za-z0-9]/g, "").length >= 6 && digitCount(value) >= 3) {
      canvas.claim(NUMBER.lastIndex - value.length, NUMBER.lastIndex, "GOV")
    }
  }
}

/**
 * Finds a number of letters and digits a few words behind the word: "Passeport coréen M482K9175", "Ausweis von ihm wäre
 * L8XK3F4PZ6".
 */
function findBehindWords(canvas: Canvas, text: string, from: number) {
  MIXED.lastIndex = from
  const value = MIXED.exec(text)?.[1]
  if (value && /\d.*\d.*\d/.test(value)) canvas.claim(MIXED.lastIndex - value.length, MIXED.lastIndex, "GOV")
}

const MIXED = /(?:[ (:]{0,2}\p{L}{1,12}){0,3}[ (:]{1,2}((?=[A-Z\d]*\d)(?=\d*[A-Z])[A-Z\d]{7,16})(?![\p{L}\p{N}])/uy

/**
 * Finds Indian Aadhaar numbers, twelve digits in three groups, by their check digit. It runs before the finder of
 * cards, because a card may be printed alike.
 */
export function findAadhaars(canvas: Canvas): void {
  for (const match of canvas.free.matchAll(AADHAAR))
    if (hasVerhoeff(match[0])) canvas.claim(match.index, match.index + match[0].length, "GOV")
}

const AADHAAR = /(?<![\d+]|\d[ .-])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![ -]?\d)/g

/** Finds government numbers that are known by their form. */
export function findGovernmentNumbers(canvas: Canvas): void {
  for (const [pattern, check] of FORMS) {
    for (const match of canvas.free.matchAll(pattern)) {
      if (!check || check(match[0])) canvas.claim(match.index, match.index + match[0].length, "GOV")
    }
  }
}

const WORDS = [
  "ssn",
  "social security(?: number| no\\.?| #)?",
  "tax ?(?:payer)? ?(?:id|identification)(?: number| no\\.?)?",
  "tin",
  "itin",
  "national insurance(?: number| no\\.?)?",
  "nino",
  "ni (?:number|no\\.?)",
  "nhs(?: number| no\\.?)?",
  "passport(?: number| no\\.?| #)?",
  "driv(?:er['’]?s?|ing) licen[cs]e(?: number| no\\.?)?",
  "(?:national|identity|id) card(?: number| no\\.?)?",
  "vat(?: id| number| no\\.?)?",
  "aa?dh?aa?r(?: card)?(?: number| no\\.?)?",
  "steuer-?id(?:entifikationsnummer)?",
  "steuerliche identifikationsnummer",
  "steuer-?(?:nummer|nr\\.?)",
  "idnr\\.?",
  "ust-?id(?:-?nr\\.?)?",
  "umsatzsteuer-?id(?:-?nr\\.?)?",
  "sozialversicherungs(?:nummer|-?nr\\.?)",
  "rentenversicherungsnummer",
  "(?:kinder)?(?:reise)?pass(?:nummer|-?nr\\.?)?",
  "(?:personal)?ausweis(?:nummer|-?nr\\.?)?",
  "perso",
  "führerschein(?:nummer|-?nr\\.?)",
  "ahv-?(?:nummer|nr\\.?)",
  "(?:numéro|n°|no\\.?) (?:de )?(?:sécurité sociale|passeport|carte d['’]identité|permis(?: de conduire)?)",
  "sécurité sociale",
  "passeport",
  "nir",
  "numéro fiscal",
  "numéro d['’]insee",
  "permis(?: de conduire)?",
  "titre de séjour",
  "registre national",
  "carte d['’]identité",
  "siret",
  "siren",
  "dni",
  "nie",
  "nif",
  "nuss",
  "número de (?:la )?(?:seguridad social|pasaporte|identidad)",
  "pasaporte",
  "seguridad social",
  "curp",
  "rfc",
  "cif",
  "rut",
  "nit",
  "permiso(?: de conducir| de conducción)?",
  "carnet de conducir",
  "cpf",
  "cnpj",
  "rg",
  "nis",
  "niss",
  "cartão de cidadão",
  "contribuinte",
  "número de (?:passaporte|contribuinte|identificação fiscal|segurança social)",
  "passaporte",
  "segurança social",
  "bilhete de identidade",
  "cartão do cidadão",
  "cc",
  "título de residência",
  "carta de condução",
  "cnh",
  "utente"
]
const LINK =
  "(?:[ -]?(?:number|nummer|numéro|número|n[º°]|nr\\.?|no\\.?))?(?: (?:is|ist|est|es|é|lautet|was)(?![\\p{L}\\p{N}]))? ?[:#=]? ?"
const CUE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORDS.join("|")})(?![\\p{L}])${LINK}|(?:マイナンバー|個人番号|旅券番号|パスポート番号|パスポートの番号|運転免許証番号|免許証番号|保険証番号|年金番号)(?:は|:)? ?`,
  "giu"
)
const NUMBER =
  /([A-Za-z]{0,6}[ ./-]?\d[\dA-Za-z]*(?:[ ./-][\dA-Za-z]*\d[\dA-Za-z]*){0,6}(?:[ ./-][A-Za-z]{1,2}(?![A-Za-z]))?)(?![A-Za-z\d])/y

const FORMS: [RegExp, ((text: string) => boolean)?][] = [
  // United States: a social security number never begins with 000, 666 or 9xx, but an ITIN does.
  [/(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g],
  // United Kingdom: this is the national insurance number.
  [/(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z0-9])/g],
  // France: the NIR has fifteen digits, which include sex and month.
  [/(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/g],
  // India: the fourth letter of a permanent account number says what its holder is.
  [/(?<![A-Za-z0-9])(?:[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]|[a-z]{3}[abcfghljpt][a-z]\d{4}[a-z])(?![A-Za-z0-9])/g],
  // Spain: DNI and NIE have a check letter.
  [/(?<![A-Za-z0-9])(?:\d{8}|[XYZ]-?\d{7})-?[A-Za-z](?![A-Za-z0-9])/gi, hasDniLetter],
  // This and the following are Brazil's CPF, Switzerland's AHV number and Germany's pension insurance number.
  [/(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g],
  // This is Germany's health insurance number. Value added tax numbers of firms follow, because they identify the firm.
  [/(?<![A-Za-z0-9/-])[A-Z]\d{9}(?![A-Za-z0-9-])/g],
  [/(?<![A-Za-z0-9])(?:DE\d{8,9}|ATU\d{8}|FR[A-Z0-9]{2} ?\d{9}|PT\d{9}|ES[A-Z]\d{8}|GB\d{9})(?![A-Za-z0-9])/g],
  [/(?<!\d)756\.\d{4}\.\d{4}\.\d{2}(?!\d)/g],
  [/(?<![A-Za-z0-9])\d{2} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?[A-Z] ?\d{3}(?![A-Za-z0-9])/g]
]
