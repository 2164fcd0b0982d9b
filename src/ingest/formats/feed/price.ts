/** An amount with its currency, as a feed states it. */
export interface Price {
  /** The amount has the form "1299.00": digits, and a point before the decimals. */
  amount: string
  /** The currency is an ISO 4217 code, if the feed states it. */
  currency?: string
}

/**
 * Reads "39.90 EUR", "EUR 39,90", "$1,299.00", "1.299 €" and "3,990円". A point or comma before the last three digits
 * separates thousands, because prices don't have three decimals. Returns undefined if the text isn't exactly one
 * amount.
 */
export function readPrice(text: string, currency?: string): Price | undefined {
  const numbers = text.match(/\d[\d.,'’\u00a0\u202f ]*\d|\d/g) ?? []
  const [number] = numbers
  if (number === undefined || numbers.length > 1 || /-\s*\d/.test(text)) return undefined
  const digits = number.replace(/['’\s\u00a0\u202f]/g, "")
  const [, whole = "", decimals = ""] = /^(.*?)(?:[.,](\d{1,2}|\d{4,}))?$/.exec(digits) ?? []
  if (/[.,]/.test(whole) && !/^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole))
    return undefined
  const code = currencyOf(text) ?? (currency === undefined ? undefined : currencyOf(currency))
  return {
    amount: whole.replace(/[.,]/g, "") + (decimals === "" ? "" : `.${decimals.replace(/^(\d\d)0+$/, "$1")}`),
    ...(code !== undefined && { currency: code })
  }
}

/** Writes a price as this language does, without separators for thousands: "1299,00 EUR". */
export function writePrice({ amount, currency }: Price, language: string): string {
  const given = /\.(\d+)$/.exec(amount)?.[1]?.length ?? 0
  const decimals = given === 0 && (currency === undefined || WHOLE.has(currency)) ? 0 : Math.max(2, given)
  const [whole = "", rest = ""] = amount.split(".")
  const point = COMMA.has(language) ? "," : "."
  return (
    whole + (decimals === 0 ? "" : point + rest.padEnd(decimals, "0")) + (currency === undefined ? "" : ` ${currency}`)
  )
}

const COMMA = new Set(["de", "fr", "es", "pt"])
/** These currencies have no decimals. */
const WHOLE = new Set(["JPY", "KRW", "CLP", "VND", "HUF"])

/** Longer signs come first, so that "R$" isn't read as "$". */
const SIGNS: [string, string][] = [
  ["R$", "BRL"],
  ["US$", "USD"],
  ["CA$", "CAD"],
  ["A$", "AUD"],
  ["€", "EUR"],
  ["$", "USD"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["¥", "JPY"],
  ["円", "JPY"],
  ["zł", "PLN"],
  ["Kč", "CZK"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["Fr.", "CHF"]
]

function currencyOf(text: string): string | undefined {
  return (
    /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/.exec(text)?.[0] ??
    SIGNS.find(([sign]) => text.includes(sign))?.[1] ??
    (/^[a-z]{3}$/.test(text.trim()) ? text.trim().toUpperCase() : undefined)
  )
}
