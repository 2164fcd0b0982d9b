import type { Canvas } from "../basis/canvas.ts"
import { hasLuhn, weightedSum } from "./checksums.ts"
import { isCalled } from "./phone.ts"

/**
 * Finds the numbers that states give to people, in the grouping in which they are printed, by their check digits as the
 * issuers publish them. A run of digits without groups counts only where two check digits or letters prove it.
 */
export function findNationalIds(canvas: Canvas): void {
  const text = canvas.free
  for (const { index } of text.matchAll(START)) {
    for (const [pattern, check] of FORMS) {
      pattern.lastIndex = index
      const id = pattern.exec(text)?.[0]
      if (id === undefined || isCalled(text, index) || !check(id.replace(/[^\dA-Za-z]/g, "").toUpperCase())) continue
      canvas.claim(index, index + id.length, "GOV")
      break
    }
  }
}

const digitsOf = (id: string) => [...id].map(Number)

/** NHS number and CHI number: ten digits, modulo 11 (NHS Data Dictionary). */
const isNhs = (id: string) => {
  const check = 11 - (weightedSum(id.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)
  return check !== 10 && check % 11 === Number(id.charAt(9))
}

/** Belgian national register number: 97 minus the first nine digits modulo 97, with a 2 before them from 2000 on. */
const isBelgian = (id: string) =>
  [id.slice(0, 9), `2${id.slice(0, 9)}`].some((first) => 97 - (Number(first) % 97) === Number(id.slice(9)))

/** Chilean RUT: modulo 11 with the weights 2 to 7 from the right; 10 is a K. */
const isRut = (id: string) => {
  const sum = digitsOf(id.slice(0, -1))
    .reverse()
    .reduce((total, digit, i) => total + digit * (2 + (i % 6)), 0)
  const check = 11 - (sum % 11)
  return (check === 11 ? "0" : check === 10 ? "K" : String(check)) === id.slice(-1)
}

/** Argentine CUIT and CUIL: eleven digits, modulo 11 (AFIP). */
const isCuit = (id: string) =>
  ((11 - (weightedSum(id.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === Number(id.charAt(10))

/** Brazilian CPF: two check digits, modulo 11 (Receita Federal). */
const isCpf = (id: string) => {
  const check = (length: number) => {
    const sum = digitsOf(id.slice(0, length)).reduce((total, digit, i) => total + digit * (length + 1 - i), 0)
    return ((sum * 10) % 11) % 10
  }
  return !/^(\d)\1*$/.test(id) && check(9) === Number(id.charAt(9)) && check(10) === Number(id.charAt(10))
}

/** Brazilian PIS: eleven digits, modulo 11 (Caixa). */
const isPis = (id: string) => {
  const rest = weightedSum(id.slice(0, 10), [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
  return (rest < 2 ? 0 : 11 - rest) === Number(id.charAt(10))
}

/** Portuguese NISS: eleven digits, 9 minus the sum over primes modulo 10. */
const isNiss = (id: string) =>
  9 - (weightedSum(id.slice(0, 10), [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === Number(id.charAt(10))

/** Portuguese NIF: nine digits, modulo 11. */
const isNif = (id: string) => {
  const check = 11 - (weightedSum(id.slice(0, 8), [9, 8, 7, 6, 5, 4, 3, 2]) % 11)
  return (check > 9 ? 0 : check) === Number(id.charAt(8))
}

/** Australian tax file number: nine digits, modulo 11 (ATO). */
const isTfn = (id: string) => weightedSum(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0

/** Australian Medicare number: the ninth of ten or eleven digits checks the first eight. */
const isMedicare = (id: string) => weightedSum(id.slice(0, 8), [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(id.charAt(8))

/** New Zealand IRD number: modulo 11, with second weights where the first give 10 (Inland Revenue). */
const isIrd = (id: string) => {
  const base = id.slice(0, -1).padStart(8, "0")
  const check = (weights: number[]) => (11 - (weightedSum(base, weights) % 11)) % 11
  const first = check([3, 2, 7, 6, 5, 4, 3, 2])
  return (first === 10 ? check([7, 4, 3, 2, 5, 2, 7, 6]) : first) === Number(id.slice(-1))
}

/** Singapore NRIC and FIN: seven digits between two letters (ICA). */
const isNric = (id: string) => {
  const first = id.charAt(0)
  const offset = first === "T" || first === "G" ? 4 : first === "M" ? 3 : 0
  const rest = (weightedSum(id.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + offset) % 11
  const letters = /[ST]/.test(first) ? "JZIHGFEDCBA" : first === "M" ? "KLJNPQRTUWX" : "XWUTRQPNMLK"
  return (first === "M" ? letters.charAt(10 - rest) : letters.charAt(rest)) === id.charAt(8)
}

/** Irish PPS number: seven digits and a check letter, modulo 23 (Department of Social Protection). */
const isPps = (id: string) => {
  const extra = id.charAt(8) ? (id.charCodeAt(8) - 64) * 9 : 0
  const rest = (weightedSum(id.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) + extra) % 23
  return (rest === 0 ? "W" : String.fromCharCode(64 + rest)) === id.charAt(7)
}

/** German health insurance number: a letter as two digits, the weights 1 and 2, sums of digits, modulo 10 (§ 290 SGB V). */
const isKvnr = (id: string) => {
  const digits = `${String(id.charCodeAt(0) - 64).padStart(2, "0")}${id.slice(1, 9)}`
  const sum = digitsOf(digits).reduce((total, digit, i) => {
    const product = digit * (i % 2 === 0 ? 1 : 2)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === Number(id.charAt(9))
}

/** Swiss AHV number: thirteen digits with the check digit of an EAN. */
const isAhv = (id: string) =>
  (10 - (weightedSum(id.slice(0, 12), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === Number(id.charAt(12))

/** French NIR: 97 minus the first thirteen characters modulo 97; 2A and 2B are 19 and 18. */
const isNir = (id: string) => {
  const first = id.slice(0, 13).replace("2A", "19").replace("2B", "18")
  return 97 - (Number(first) % 97) === Number(id.slice(13))
}

/** German tax number of a person: eleven digits, ISO 7064 MOD 11,10. */
const isSteuerId = (id: string) => {
  let product = 10
  for (const digit of digitsOf(id.slice(0, 10))) {
    const sum = (digit + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return id.charAt(0) !== "0" && (11 - product) % 10 === Number(id.charAt(10))
}

/** Spanish supply point: sixteen digits and two letters, modulo 529. */
const isCups = (id: string) => {
  const rest = Number(BigInt(id.slice(2, 18)) % 529n)
  const letters = "TRWAGMYFPDXBNJZSQVHLCKE"
  return letters.charAt(Math.floor(rest / 23)) + letters.charAt(rest % 23) === id.slice(18, 20)
}

const always = () => true
const SEP = "[ .-]"
const form = (pattern: string) =>
  new RegExp(`(?<![\\p{L}\\d]|\\d[ .,/-]|\\+[\\d ]{0,6})${pattern}(?![\\p{L}\\d]|[.,/-]\\d)`, "uy")
/** A number of this kind begins with up to six letters and has six digits and letters at least behind its first digit. */
const START = /(?<![\p{L}\d])(?=[A-Z\d])(?=[A-ZÑ&]{0,6}[ -]?\d(?:[ ./-]{0,3}[\dA-Za-z]){5})/gu
/**
 * Personal numbers of European countries whose language isn't one of the product's six: the pattern in which they are
 * printed, and what else holds of their digits by the issuers' published rules. A run of digits without a separator
 * needs a birth date and a check digit, or two check digits.
 */
const EUROPEAN_IDS: readonly (readonly [string, (id: string) => boolean])[] = [
  // The Italian codice fiscale has a form that nothing else has. Letters replace digits where two people share one.
  ["[A-Z]{6} ?[\\dL-NP-V]{2}[A-EHLMPRST][\\dL-NP-V]{2} ?[A-Z][\\dL-NP-V]{3}[A-Z]", () => true],
  ["\\d{6} ?\\d{5}", (id) => isPesel(id) || isNorwegian(id) || isBaltic(id) || isAmka(id) || isTurkish(id)],
  ["(?:19|20)?\\d{6}[-+]\\d{4}", (id) => isSwedish(id) || isDanish(id)],
  ["\\d{6}[-+A-FU-Y]\\d{3}[\\dA-Y]", (id) => isFinnish(id)],
  ["\\d{6}/\\d{3,4}", (id) => isCzech(id)],
  ["[1-9]\\d{12}", (id) => isRomanian(id)],
  ["\\d{10}", (id) => isBulgarian(id)]
]

const FORMS: readonly (readonly [RegExp, (id: string) => boolean])[] = [
  [form("\\d{3}[ -]\\d{3}[ -]\\d{4}"), isNhs],
  [form("(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2} ?\\d{4}"), isNhs],
  [form(`\\d{2}\\.?${SEP}?\\d{2}\\.?${SEP}?\\d{2}[ -]\\d{3}[ .-]\\d{2}`), isBelgian],
  [form("\\d{1,2}\\.\\d{3}\\.\\d{3} ?- ?[\\dKk]|\\d{7,8}-[\\dKk]"), isRut],
  [form("(?:20|23|24|27|30|33)-?\\d{8}-?\\d"), isCuit],
  [form(`\\d{3}${SEP}\\d{3}${SEP}\\d{3}${SEP}?\\d{2}`), isCpf],
  [form("\\d{3}\\.?\\d{5}\\.?\\d{2}-\\d|\\d{3} \\d{5} \\d{2} \\d"), isPis],
  [form("[12]\\d{2} ?\\d{4} ?\\d{4}|[12]\\d{2} \\d{3} \\d{3} \\d{2}"), isNiss],
  [form("[1-35-9]\\d{2} \\d{3} \\d{3}"), (id) => isNif(id) || isTfn(id) || hasLuhn(id) || isIrd(id)],
  [form("\\d{3}-\\d{3}-\\d{3}"), (id) => hasLuhn(id) || isIrd(id) || isTfn(id)],
  [form("[2-6]\\d{3} ?\\d{5} ?\\d(?:[ /-]?\\d)?"), isMedicare],
  [form("[STFGM]\\d{7}[A-Z]"), isNric],
  [form("\\d{7} ?[A-W][A-IW]?"), isPps],
  [form("[A-Z]\\d{3} ?\\d{3} ?\\d{3}"), isKvnr],
  [form(`756${SEP}?\\d{4}${SEP}?\\d{4}${SEP}?\\d{2}`), isAhv],
  [form(`[12]${SEP}?\\d{2}${SEP}?\\d{2}${SEP}?(?:\\d{2}|2[AB])${SEP}?\\d{3}${SEP}?\\d{3}${SEP}?\\d{2}`), isNir],
  [form("\\d{2} \\d{3} \\d{3} \\d{3}"), isSteuerId],
  [form("ES ?\\d{4}(?: ?\\d{4}){3} ?[A-Z]{2}"), isCups],
  // Mexico's CURP and RFC, and the British driving licence, have a form that nothing else has.
  [form("[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z\\d]\\d"), always],
  [form("[A-ZÑ&]{4}[ -]?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[ -]?[A-Z\\d]{2}[\\dA]"), always],
  [form("[A-Z9]{5} ?\\d[0156]\\d(?:0[1-9]|[12]\\d|3[01])\\d ?[A-Z9]{2}\\d[A-Z]{2}"), always],
  ...EUROPEAN_IDS.map(([pattern, check]) => [form(pattern), check] as const)
]

const at = (id: string, from: number, to: number) => Number(id.slice(from, to))
const isDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31

/** Polish PESEL: the century is in the month, weights 1, 3, 7, 9 (Ministry of Digital Affairs). */
const isPesel = (id: string) =>
  isDay(at(id, 2, 4) % 20, at(id, 4, 6)) &&
  (10 - (weightedSum(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(id.charAt(10))

/** Norwegian fødselsnummer: two check digits, modulo 11 (Skatteetaten). */
const isNorwegian = (id: string) =>
  weightedSum(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
  weightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0

/** Estonian isikukood and Lithuanian asmens kodas: sex and century, birth date, modulo 11 with second weights. */
const isBaltic = (id: string) => {
  const first = weightedSum(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
  const check = first < 10 ? first : (weightedSum(id, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10
  return /^[1-6]/.test(id) && isDay(at(id, 3, 5), at(id, 5, 7)) && check === Number(id.charAt(10))
}

/** Greek AMKA: birth date, Luhn. */
const isAmka = (id: string) => isDay(at(id, 2, 4), at(id, 0, 2)) && hasLuhn(id)

/** Turkish identity number: two check digits (NVİ). */
const isTurkish = (id: string) => {
  const tenth = (weightedSum(id, [7, 9, 7, 9, 7, 9, 7, 9, 7]) % 10) % 10
  const eleventh = weightedSum(id, Array(10).fill(1)) % 10
  return id.charAt(0) !== "0" && tenth === Number(id.charAt(9)) && eleventh === Number(id.charAt(10))
}

/** Swedish personnummer: birth date (the day plus 60 in a samordningsnummer), Luhn over the last ten digits. */
const isSwedish = (id: string) => isDay(at(id.slice(-10), 2, 4), at(id.slice(-10), 4, 6) % 60) && hasLuhn(id.slice(-10))

/** Danish CPR number: a birth date; its check digit is no longer used. */
const isDanish = (id: string) => id.length === 10 && isDay(at(id, 2, 4), at(id, 0, 2))

/** Finnish henkilötunnus: birth date, a check character, modulo 31 (DVV). */
const isFinnish = (id: string) => {
  const digits = `${id.slice(0, 6)}${id.slice(-4, -1)}`
  return (
    isDay(at(id, 2, 4), at(id, 0, 2)) && "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Number(digits) % 31) === id.at(-1)
  )
}

/**
 * Czech and Slovak rodné číslo: birth date (plus 50 for women, plus 20 when numbers ran out), modulo 11 from 1954 on.
 */
const isCzech = (id: string) =>
  isDay((at(id, 2, 4) % 50) % 20, at(id, 4, 6)) && (id.length === 9 || Number(id) % 11 === 0)

/** Romanian CNP: sex and century, birth date, modulo 11. */
const isRomanian = (id: string) => {
  const rest = weightedSum(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
  return isDay(at(id, 3, 5), at(id, 5, 7)) && (rest === 10 ? 1 : rest) === Number(id.charAt(12))
}

/** Bulgarian EGN: birth date (the month plus 20 or 40 by century), modulo 11. */
const isBulgarian = (id: string) =>
  isDay(at(id, 2, 4) % 20, at(id, 4, 6)) &&
  (weightedSum(id, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(id.charAt(9))
