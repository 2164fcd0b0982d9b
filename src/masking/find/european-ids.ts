import { hasLuhn, weightedSum } from "./checksums.ts"

/**
 * Personal numbers of European countries whose language isn't one of the product's six: the pattern in which they are
 * printed, and what else holds of their digits by the issuers' published rules. A run of digits without a separator
 * needs a birth date and a check digit, or two check digits.
 */
export const EUROPEAN_IDS: readonly (readonly [string, (id: string) => boolean])[] = [
  // The Italian codice fiscale has a form that nothing else has. Letters replace digits where two people share one.
  ["[A-Z]{6} ?[\\dL-NP-V]{2}[A-EHLMPRST][\\dL-NP-V]{2} ?[A-Z][\\dL-NP-V]{3}[A-Z]", () => true],
  ["\\d{6} ?\\d{5}", (id) => isPesel(id) || isNorwegian(id) || isBaltic(id) || isAmka(id) || isTurkish(id)],
  ["(?:19|20)?\\d{6}[-+]\\d{4}", (id) => isSwedish(id) || isDanish(id)],
  ["\\d{6}[-+A-FU-Y]\\d{3}[\\dA-Y]", (id) => isFinnish(id)],
  ["\\d{6}/\\d{3,4}", (id) => isCzech(id)],
  ["[1-9]\\d{12}", (id) => isRomanian(id)],
  ["\\d{10}", (id) => isBulgarian(id)]
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
