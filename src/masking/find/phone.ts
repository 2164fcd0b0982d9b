import { findPhoneNumbersInText, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min"
import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { type Canvas, digitCount } from "../basis/canvas.ts"

/**
 * Finds phone numbers. libphonenumber-js reads the lines that hold enough digits, within a budget, because it is slow
 * on hostile text. Anything else that is written like a phone number is claimed by its form, because a number that is
 * wrong here may be right elsewhere.
 */
export function findPhones(canvas: Canvas): void {
  keepLong(canvas)
  keepFractions(canvas)
  const candidates = [...canvas.free.matchAll(RUN)].filter((match) => digitCount(match[0]) >= 5)
  if (!candidates.length) return
  for (const match of canvas.free.matchAll(BRAZILIAN)) canvas.claim(match.index, match.index + match[0].length, "PHONE")
  byLibrary(canvas, candidates)
  const text = canvas.free
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    const cued = isCalled(text, match.index)
    if (isPhone(run, cued)) canvas.claim(match.index, match.index + run.length, "PHONE")
  }
}

/**
 * Keeps numbers that have more digits than a national number, or that are grouped like cards but are none, because
 * articles and machines are numbered so. A number may also be dialled from abroad this way, without its plus.
 */
function keepLong(canvas: Canvas) {
  const text = canvas.free
  let asked = 0
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    if (!LONG.test(run) || isCalled(text, match.index)) continue
    const isAbroad = digitCount(run) < 16 && ++asked <= MOST_WINDOWS && parsePhoneNumberFromString(`+${run}`)?.isValid()
    if (!isAbroad) canvas.keep(match.index, match.index + run.length)
  }
}

/** Keeps fractions such as 0.1234567890123456, which are measured or computed and which nobody dials. */
function keepFractions(canvas: Canvas) {
  for (const match of canvas.free.matchAll(FRACTION))
    if (!isCalled(canvas.free, match.index)) canvas.keep(match.index, match.index + match[0].length)
}

/** A figure, a point and more digits than a group of a phone number has. */
const FRACTION = /(?<![\d.,+-])(?:0[.,]\d{5,30}|[1-9]\d{0,3}[.,]\d{8,30})(?![\d.,]*\d)/g

/** Says whether a word for a telephone stands before it. */
export const isCalled = (text: string, at: number) => CUE.test(text.slice(Math.max(0, at - 28), at))

/**
 * Finds numbers dictated in six number words or more: "oh seven seven double oh, nine hundred ...", "null eins fünf
 * eins ...".
 */
export function findSpelledPhones(canvas: Canvas): void {
  const text = lowered(canvas.rest)
  for (const match of text.matchAll(DICTATED)) {
    if (ONLY_DIGITS.test(match[0]) || !(/^(?:0|\+|\()/.test(match[0]) || isDialled(text, match.index))) continue
    const digits = match[0].match(/\d|\p{L}{3,}/gu)?.length ?? 0
    if (digits >= 7) canvas.claim(match.index, match.index + match[0].length, "PHONE")
  }
  const rest = lowered(canvas.rest)
  if (!maySpell(rest)) return
  for (const match of rest.matchAll(SPELLED)) {
    const words = match[0].match(/[\p{L}\d]+/gu) ?? []
    if (words.length >= 6 || (words.length >= 4 && LEAD.test(match[0])))
      canvas.claim(match.index, match.index + match[0].length, "PHONE")
  }
}

/** Says cheaply whether four words near each other may be numbers, before the long pattern is tried. */
function maySpell(text: string): boolean {
  const hits: number[] = []
  let at = 0
  for (const [word] of text.matchAll(WORD)) {
    at++
    if (!NUMBER_STARTS.has(word.slice(0, 2)) && !/^\d/.test(word)) continue
    if (hits.push(at) > 3 && at - (hits.at(-4) ?? 0) < FURTHEST_NUMBERS) return true
  }
  return false
}

const WORD = /[\p{L}\d]+/gu
/** The words over which four numbers of one phone number may spread, with what is said between them. */
const FURTHEST_NUMBERS = 22

/** The text in lower case, in which patterns are matched faster than without regard to case. It has the same length. */
function lowered(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

/** Says whether a word for a call stands before it: "llámenme al 55 ...", "Natel 079 ...". */
const isDialled = (text: string, at: number) => isCalled(text, at) || DIALLED.test(text.slice(Math.max(0, at - 28), at))
const DIALLED =
  /(?:ll[aá]m[ae]\p{L}{0,5}|marc[ae]\p{L}{0,3}|lig(?:ue|ar|a)\p{L}{0,3}|appel\p{L}{0,4}|joign\p{L}{0,6}|anruf\p{L}{0,3}|ruf\p{L}{0,3}|ring|dial|reach|natel|gsm|zap|what(?:s|ts) ?app?|tel[eé]\p{L}{0,8}|tel\.?|m[oó]bil\p{L}{0,3}|m[oó]vil|celular|portable|handy|nummer|num[eé]ro|n[uú]mero|number|erreich\p{L}{0,5}|contact\p{L}{0,4}|text)[ :](?:me |mich |moi |au |al |no |para |o |a |on |at |unter |doch |ist |is |est |es |é |to |le |el |mir |uns |us |nous |nos |bitte |please |auf |em |meu |my )*$/iu

const DIGIT_WORDS = [
  "(?:zero|one|two|three|four|five|six|seven|eight|nine)(?:s|es)|zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|double|triple|treble|plus",
  "(?:null|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)er|null|ein|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|doppelt?e?|dreimal|zweimal|plus",
  "zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|double|triple",
  "(?:cero|uno|cinco|cuatro|siete|nueve|ocho|tre|do|sei)s|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|veinti\\p{L}{2,6}|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|(?:dos|tres|cuatro|seis|ocho)cientos|quinientos|setecientos|novecientos|más|doble|triple",
  "zeros|cincos|um|dois|três|quatro|cinco|seis|sete|oito|nove|dez|doze|treze|quinze|vinte|trinta|quarenta|cinquenta|sessenta|oitenta|noventa|cem|cento|(?:duz|trez)entos|quinhentos|(?:quatro|seis|sete|oito|nove)centos|mais|meia|duplo|triplo"
].join("|")
/** The first two letters of all these words. */
const NUMBER_STARTS: ReadonlySet<string> = new Set(DIGIT_WORDS.match(/(?<!\p{L})\p{L}{2}/gu))
const SAID_BETWEEN = [...wordsOf(LISTS, "dictation")].join("|")
/** "Trois fois le cinq", "dreimal die 8", "three times two". */
const TIMES = `(?:(?:\\p{L}{2,8} )?(?:${[...wordsOf(LISTS, "times-digit")].join("|")}) )`
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DIGIT_WORDS})(?:(?:,? ?[-–]? ?|\\s(?:y|e|et|und|and)\\s|,? (?:(?:${SAID_BETWEEN}) ){1,2})${TIMES}?(?:${DIGIT_WORDS}|\\d{1,4})(?![\\p{L}\\p{N}])){3,30}`,
  "gu"
)
/** Digits and number words, and what somebody says between them: "07700 then 900 and then 655". */
const DICTATED = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:\\+\\d{1,3} ?)?(?:\\(\\d{2,5}\\)|\\d{2,5})(?:(?:,? ?[-–]? ?|,? (?:(?:${SAID_BETWEEN}) ){1,2})${TIMES}?(?:${DIGIT_WORDS}|\\d{1,5})(?![\\p{L}\\p{N}])){1,14}`,
  "gu"
)
const ONLY_DIGITS = /^[\d\s+,.–-]*$/
/** Matches the words with which a phone number begins. */
const LEAD = /^(?:zero|oh|nought|null|zéro|cero|plus|más|mais)/iu

/** Matches a Brazilian mobile number with its area code. A Portuguese number looks the same without one. */
const BRAZILIAN = /(?<![\d-]|\d[ .])[1-9]\d 9\d{4}-\d{4}(?![\d-])/g
const LONG = /^(?!00)(?:\d{13,19}|\d{4}([ .-])\d{4}\1\d{4}\1\d{1,7})$/

const MOST_WINDOWS = 60
const WINDOW = 80

function byLibrary(canvas: Canvas, candidates: RegExpMatchArray[]) {
  const { country, free } = canvas
  const defaultCountry = country && isSupportedCountry(country) ? country : undefined
  let windows = 0
  let done = 0
  for (const candidate of candidates) {
    const start = candidate.index ?? 0
    if (start < done || !(candidate[0].startsWith("+") || digitCount(candidate[0]) >= 7)) continue
    if (++windows > MOST_WINDOWS) return
    done = wholeEnd(candidates, Math.min(free.length, start + WINDOW))
    for (const found of findPhoneNumbersInText(free.slice(start, done), defaultCountry ? { defaultCountry } : {})) {
      const { from, to } = wholeRun(candidates, start + found.startsAt, start + found.endsAt)
      canvas.claim(from, to, "PHONE")
    }
  }
}

/** Returns the end of a number that a window would cut, so that it is read whole. */
function wholeEnd(candidates: RegExpMatchArray[], cut: number): number {
  const run = candidates.find(
    ({ index = 0, 0: text }) => index < cut && cut < index + text.length && text.length < WINDOW
  )
  return run ? (run.index ?? 0) + run[0].length : cut
}

/**
 * The library stops where the country's numbers end. Of "0033 199 001 3591" it may leave out the last group, which
 * belongs to the same number.
 */
function wholeRun(candidates: RegExpMatchArray[], from: number, to: number): { from: number; to: number } {
  const run = candidates.find(({ index = 0, 0: text }) => index <= from && to <= index + text.length)
  if (!run) return { from, to }
  const [start, end] = [run.index ?? 0, (run.index ?? 0) + run[0].length]
  const isOne = /^(?:\(|\+|00)/.test(run[0]) || /\d/.test(run[0].charAt(to - start))
  return isOne && digitCount(run[0]) <= LONGEST_NUMBER ? { from: start, to: end } : { from, to }
}

/** The most digits of a number by ITU-T E.164, with a prefix for calls abroad. */
const LONGEST_NUMBER = 17

function isPhone(run: string, cued: boolean): boolean {
  const count = digitCount(run)
  const groups = run.match(/\d+/g) ?? []
  if (count > 15) return count / groups.length >= 2.5
  if (cued) return count >= 5
  if (run.startsWith("+") || run.startsWith("00")) return count >= 6
  if (count < 7) return /^\(\d{2,5}\)|^0\d{1,4}[ /-]\d{3,}/.test(run)
  // 3.14159265 and 1.299.000 are no phone numbers, but 01.84.17.61.18 and 541.714.1388 are.
  if (/^\d+(?:\.\d+)+$/.test(run))
    return (
      (groups.length >= 3 && groups.every((group) => group.length > 1) && !/^\d{1,3}(?:\.\d{3})+$/.test(run)) ||
      /^\d{3}\.(?:\d{3}\.)?\d{4}$/.test(run)
    )
  if (groups.every((group) => group.length === 1)) return count >= 9
  return groups.length === 1 || groups.some((group) => group.length >= 3) || count >= 8
}

/**
 * Matches digits with the separators of phone numbers. In a file name they need their prefix. They may not follow a
 * letter, a currency sign or a decimal point.
 */
const RUN =
  /(?<![A-Za-z\u00c0-\u024f\d#$€£¥]|_(?!\+|00[1-9])|[\d][.,]|[A-Za-z\u00c0-\u024f\d][-/])\+?\(?\+?\d(?:[ )(]{0,2}[./-]?[ (]{0,2}\d)*(?:(?: \([^()\n]{1,20}\))?[ ,]{0,2}(?:ext|extension|x|ex|durchwahl|dw|poste|ramal|anexo|interno|extensión|内線)\.? ?\d{1,6})?(?![A-Za-z\u00c0-\u024f\d]|,\d)/g
const CUE =
  /(?:tel|telephone|phone|mobile|cell|call(?: me)?(?: on| at| back)?|fax|whats ?app|sms|text me(?: on| at)?|telefon|handy|mobil|nummer|rückruf|téléphone|tél|portable|teléfono|móvil|celular|telefone|telemóvel|número|電話|携帯|でんわ)(?:番号)?[ .:：(]*(?:number|nummer|is|ist|est|es|é|unter|me|at|on|は|no\.?|nr\.?|au)?[ .:(]*$/i
