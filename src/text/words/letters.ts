/** Removes accents from a text: "déjà" becomes "deja". A mark that stands alone is removed completely. */
export const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "")

/** The zeros of scripts whose digits mean the same as 0 to 9. Each is followed by its nine digits. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0
]

/** Returns the digit from "0" to "9" that a digit of another script means, or undefined for any other character. */
export function latinDigit(code: number): string | undefined {
  const zero = ZEROS.find((one) => code >= one && code < one + 10)
  return zero === undefined ? undefined : String(code - zero)
}
