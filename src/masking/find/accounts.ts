import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { type Canvas, digitCount } from "../basis/canvas.ts"
import { foldCue } from "../cues/cue-text.ts"
import { isDate } from "../cues/values.ts"
import { claimAfter, END, GOES_ON, IS, LINK, UNSPACED, WORD_START } from "./announced-value.ts"

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

const ACCOUNT_CUE = new RegExp(
  `${WORD_START}(?:bank account|account|acct|a\\/c|sort[ -]?code|routing|konto(?=[ -]?(?:nummer|nr))|kontonummer|kontonr|blz|bankleitzahl|compte(?: bancaire)?|cuenta(?: bancaria| corriente)?|conta(?: corrente| bancária)?|agência|nib|ccc|clabe(?: interbancaria)?|cbu|cvu)(?![\\p{L}])${LINK}`,
  "giu"
)
const ACCOUNT_NUMBER = new RegExp(`((?:[A-Z]{1,4}-)?(?:\\d[ -]?){5,24}\\d(?:-[\\dXx])?)${END}`, "uy")

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
