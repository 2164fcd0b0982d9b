import { JAPANESE_LETTERS } from "../../../text/language/is-japanese.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"

/** Finds e-mail addresses that nobody gave. Exactly this address must have been given: a known host is not enough. */
export function findEmails(text: string, given: Given): Found[] {
  return emailsIn(text)
    .filter(({ address }) => !given.emails.has(address))
    .map(({ start, end }) => ({ kind: "email", start, end }))
}

/**
 * Returns the addresses in lower case. It reads from every "@" to both sides, so that a long run of letters is read
 * once.
 */
export function emailsIn(text: string): { start: number; end: number; address: string }[] {
  const addresses: { start: number; end: number; address: string }[] = []
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at
    while (start > 0 && at - start < MAX_LOCAL && LOCAL.test(text.charAt(start - 1))) start--
    while (start < at && /[.'’=&#-]/.test(text.charAt(start))) start++
    if (start === at) continue
    DOMAIN.lastIndex = at + 1
    const domain = DOMAIN.exec(text)?.[0]
    if (domain)
      addresses.push({
        start,
        end: at + 1 + domain.length,
        address: text.slice(start, at + 1 + domain.length).toLowerCase()
      })
  }
  return addresses
}

const MAX_LOCAL = 128
/** Japanese puts no space around an address. */
const WRITTEN = `(?![${JAPANESE_LETTERS}])`
const LOCAL = new RegExp(`${WRITTEN}[\\p{L}\\p{N}\\p{M}._%+'’=#&-]`, "u")
const LABEL = `(?:${WRITTEN}[\\p{L}\\p{N}-]){1,63}`
const DOMAIN = new RegExp(`${LABEL}(?:\\.${LABEL}){1,6}`, "uy")
