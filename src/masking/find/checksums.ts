/** Verifies the check digit of payment cards (ISO/IEC 7812-1). Characters other than digits are skipped. */
export function hasLuhn(number: string): boolean {
  let sum = 0
  let double = false
  let varied = false
  for (let i = number.length - 1; i >= 0; i--) {
    const digit = number.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) continue
    if (digit) varied = true
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
    double = !double
  }
  return varied && sum % 10 === 0
}

/**
 * Says whether a card's issuer uses numbers with this beginning and length (ISO/IEC 7812 ranges of the networks).
 * Characters other than digits are skipped.
 */
export function hasIssuer(number: string): boolean {
  return ISSUED.test(number.replace(/\D/g, ""))
}

const ISSUED = new RegExp(
  [
    // The first lines are Visa, Mastercard, American Express, Diners Club and JCB.
    "4(?:\\d{12}|\\d{15}|\\d{17,18})",
    "(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}",
    "3[47]\\d{13}",
    "3(?:0[0-5]|095|6\\d|[89]\\d)(?:\\d{11}|\\d{13,16})",
    "(?:2131|1800)\\d{11}",
    "35(?:2[89]|[3-8]\\d)\\d{12,15}",
    // These are Maestro and national networks, then Discover, UnionPay, RuPay, Interac and Hipercard, then Mir and
    // Troy.
    "(?:50|5[6-8]|6[37])\\d{10,17}",
    "6\\d{15,18}",
    "8[12]\\d{14,17}",
    "220[0-5]\\d{12,15}",
    "9792\\d{12}"
  ]
    .map((range) => `^(?:${range})$`)
    .join("|")
)

/** Returns the sum of an id's first digits, each multiplied by its weight. */
export const weightedSum = (id: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(id.charAt(i)), 0)

/** Verifies the check letter of a Spanish DNI, or of a NIE, whose first letter stands for 0, 1 or 2. */
export function hasDniLetter(id: string): boolean {
  const plain = id
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)))
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(plain.slice(0, -1)) % 23] === plain.slice(-1)
}

/** Verifies the check digit of an Aadhaar number by Verhoeff's method. Characters other than digits are skipped. */
export function hasVerhoeff(number: string): boolean {
  let check = 0
  const digits = [...number.replace(/\D/g, "")].reverse().map(Number)
  digits.forEach((digit, at) => {
    check = DIHEDRAL[check]?.[PERMUTED[at % 8]?.[digit] ?? 0] ?? 0
  })
  return digits.length > 1 && check === 0
}

/**
 * Says whether a string of letters and digits, of any length, is bech32 or bech32m with a right checksum (BIP-173,
 * BIP-350).
 */
export function isBech32(text: string): boolean {
  const low = text.toLowerCase()
  const at = low.lastIndexOf("1")
  if (at < 1 || low.length - at < 7 || (text !== low && text !== text.toUpperCase())) return false
  const prefix = [...low.slice(0, at)].map((letter) => letter.charCodeAt(0))
  const data = [...low.slice(at + 1)].map((letter) => BECH32.indexOf(letter))
  if (data.includes(-1)) return false
  let sum = 1
  for (const value of [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data]) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    GENERATORS.forEach((generator, bit) => {
      if ((top >> bit) & 1) sum ^= generator
    })
  }
  return sum === 1 || sum === BECH32M
}

const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
const BECH32M = 0x2bc830a3
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
const DIHEDRAL = rows(
  "0123456789 1234067895 2340178956 3401289567 4012395678 5987604321 6598710432 7659821043 8765932104 9876543210"
)
const PERMUTED = rows("0123456789 1576283094 5803796142 8916043527 9453126870 4286573901 2793806415 7046913258")

function rows(table: string): number[][] {
  return table.split(" ").map((row) => [...row].map(Number))
}
