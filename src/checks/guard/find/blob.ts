import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"

/**
 * Finds text that was encoded so that nobody can read it: base64, base32, hex, percent signs, escapes, rows of codes.
 */
export function findBlobs(text: string, given: Given): Found[] {
  const findings: Found[] = []
  for (const match of text.matchAll(TOKEN)) {
    if (isEncoded(match[0]) && !given.holds(match[0]))
      findings.push({ kind: "blob", start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(ROWS)) {
    if (!given.holds(match[0])) findings.push({ kind: "blob", start: match.index, end: match.index + match[0].length })
  }
  return findings
}

function isEncoded(token: string): boolean {
  const bare = token.replace(/=+$/, "")
  if (bare.length < MIN_LENGTH || /^\d+$/.test(bare)) return false
  const isPadded = bare.length < token.length
  if (/^[0-9a-f]+$/i.test(bare)) return bare.length >= 24 && /\d/.test(bare) && /[a-f]/i.test(bare)
  if (/^[A-Z2-7]+$/.test(bare))
    return isPadded || (bare.length >= 24 && (bare.match(/[2-7]/g) ?? []).length >= bare.length / 12)
  return isBase64(bare, isPadded)
}

/** @param bare the token without the "=" at its end, which `isPadded` says it had */
function isBase64(bare: string, isPadded: boolean): boolean {
  if (/^[a-z]+$|^(?:[A-Z]{0,4}[A-Z][a-z]{2,}){1,12}[A-Z0-9]{0,4}$/.test(bare)) return false
  // A path, a list of words or a long number in groups consists of words or only of digits, so it is no encoded text.
  const parts = bare.split(/[-_/+]/)
  if (parts.length > 1 && parts.every((part) => part.length < 12)) return false
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), "")
  if (longest.length < MIN_LENGTH && !isPadded) return false
  const changes = [...longest].filter((letter, at) => at > 0 && sort(letter) !== sort(longest.charAt(at - 1))).length
  const isMixed = /[a-z]/.test(longest) && /[A-Z]/.test(longest)
  if (!isMixed) return changes >= longest.length * 0.5 && longest.length >= 24
  return changes >= longest.length * (isPadded ? 0.2 : 0.34) || readable(bare)
}

/** Says whether a token is base64 of plain text. */
function readable(token: string): boolean {
  try {
    const text = atob(token.replace(/-/g, "+").replace(/_/g, "/"))
    return text.length >= 12 && /^[\x20-\x7e\n]+$/.test(text)
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

const MIN_LENGTH = 16
const TOKEN = /(?<![A-Za-z0-9+/=_])[A-Za-z0-9+/_-]{16,8000}={0,6}/g
/**
 * Matches five or more of %41, \x41, \u0041, &#65; or 0x41, and ten or more pairs of hex, codes of letters, or bytes of
 * zeros and ones.
 */
const ROWS = new RegExp(
  [
    "(?:%[0-9a-f]{2}){5,}",
    "(?:[\\w.=-]{0,3}%[0-9a-f]{2}){8,}",
    "(?:\\\\x[0-9a-f]{2}|\\\\u\\{?[0-9a-f]{4,5}\\}?){4,}",
    "(?:&#x?[0-9a-f]{2,6};){4,}",
    "(?:0x[0-9a-f]{2}[ ,]{0,2}){6,}",
    "(?<![0-9a-f])(?=[0-9a-f :,-]{0,24}[a-f])[0-9a-f]{2}(?:[ :,-][0-9a-f]{2}){9,}(?![0-9a-f])",
    "(?<!\\d)(?:(?:3[2-9]|[4-9]\\d|1[01]\\d|12[0-6])[ ,;-]{1,2}){9,}(?:3[2-9]|[4-9]\\d|1[01]\\d|12[0-6])(?!\\d)",
    "(?<![\\d.,])[01]{8}(?:[ ,]?[01]{8}){2,}(?!\\d)"
  ].join("|"),
  "gi"
)

const sort = (letter: string) => (letter >= "a" ? "a" : letter >= "A" ? "A" : "0")
