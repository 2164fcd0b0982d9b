import { countrySpecs, isValidIBAN } from "ibantools"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { BEFORE_ACCOUNT, PAID_TO } from "../words/words.ts"
import { spansOf } from "./request/asking.ts"

/** Finds IBANs and other account numbers to pay to that nobody gave. */
export function findAccounts(text: string, given: Given): Found[] {
  return [...ibans(text, given), ...accounts(text, given), ...codes(text, given)]
}

/** Finds IBANs by their country's length and form. One with a wrong check digit counts as well. */
function ibans(text: string, given: Given): Found[] {
  const findings: Found[] = []
  for (const match of text.matchAll(START)) {
    const spec = countrySpecs[match[0].slice(0, 2).toUpperCase()]
    if (!spec?.chars) continue
    const end = takeUnits(text, match.index, spec.chars)
    const written = text.slice(match.index, end)
    const bare = written.replace(/[^A-Za-z0-9]/g, "").toUpperCase()
    if (bare.length !== spec.chars || !looksRight(bare, written, spec.bban_regexp ?? null)) continue
    if (!given.holds(written)) findings.push({ kind: "account", start: match.index, end })
  }
  for (const match of text.matchAll(NEARLY)) {
    if (
      countrySpecs[match[0].slice(0, 2)]?.chars &&
      (match[0].match(/\d/g) ?? []).length >= 12 &&
      !given.holds(match[0])
    )
      findings.push({ kind: "account", start: match.index, end: match.index + match[0].length })
  }
  return findings
}

function looksRight(bare: string, written: string, form: string | null): boolean {
  if (isValidIBAN(bare)) return true
  const digits = (bare.match(/\d/g) ?? []).length
  // "is 12 months from ..." is no account.
  return (
    (digits >= 10 && (written === written.toUpperCase() || /^\S+$/.test(written))) ||
    (form !== null && digits >= 10 && new RegExp(form).test(bare.slice(4)))
  )
}

/**
 * Finds a cue and a number: "Account 63810452". An account that is mentioned but not paid to is left to the other
 * checks.
 */
function accounts(text: string, given: Given): Found[] {
  const findings: Found[] = []
  for (const match of text.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    if (!BEFORE_ACCOUNT.test(before)) continue
    const near = text.slice(Math.max(0, match.index - 160), match.index + 120)
    if (PAID_TO.test(near) && !given.holds(match[0]))
      findings.push({ kind: "account", start: match.index, end: match.index + match[0].length })
  }
  return findings
}

function codes(text: string, given: Given): Found[] {
  return [...text.matchAll(BIC)]
    .filter((match) => !given.holds(match[1] ?? ""))
    .map((match) => ({ kind: "account", start: match.index, end: match.index + match[0].length }))
}

const START = /(?<![A-Za-z0-9])[A-Za-z]{2}[ -]?\d{2}(?=[ .-]{0,2}[A-Za-z0-9])/g
/** Matches what looks like an IBAN but has a length that no account of its country has. */
const NEARLY = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g
const NUMBER = /(?<![\p{Script=Latin}\d])\d(?:[ -]?\d){4,19}(?![\p{Script=Latin}\d])/gu
const BIC =
  /\b(?:BIC|SWIFT)(?:[ /-]?(?:BIC|code|Code))?[\s:.]{0,3}(?:is |ist |est |es |é )?([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/g

/** Returns the end of `count` letters and digits from `start`, with single separators between them. */
function takeUnits(text: string, start: number, count: number): number {
  let at = start
  for (let taken = 0; taken < count && at < text.length; at++) {
    if (/[A-Za-z0-9]/.test(text.charAt(at))) taken++
    else if (!/[ .-]/.test(text.charAt(at)) || !/[A-Za-z0-9]/.test(text.charAt(at + 1))) return at
  }
  return /[A-Za-z0-9]/.test(text.charAt(at)) ? start : at
}

/** Finds names to which money is sent in an app, such as `$name`, that neither ticket nor sources contain. */
export function findPaymentNames(text: string, given: Given): Found[] {
  return spansOf(PAYMENT_NAME, text)
    .filter(({ start, end }) => {
      const name = text.slice(start, end)
      return !given.holds(name) && !given.text.includes(name)
    })
    .map((span) => ({ kind: "account", ...span }))
}

/** A sign of money right before a name. A price has its digits there, and a currency ("$CAD") three capitals. */
const PAYMENT_NAME =
  /(?<![\p{L}\p{N}$£€])[$£€](?![A-Z]{3}(?![\p{L}\p{N}_-]))[a-z](?:[a-z0-9]|[._-](?=[a-z0-9])){2,40}(?![\p{L}\p{N}(])/giu

/** Finds addresses of crypto wallets that nobody gave, by the form of each currency. */
export function findWallets(text: string, given: Given): Found[] {
  const findings: Found[] = []
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0]
    if (
      (FORMS.some((form) => form.test(token)) ||
        isBase58(token, text.slice(Math.max(0, match.index - 120), match.index + token.length + 80))) &&
      !given.holds(token)
    )
      findings.push({ kind: "wallet", start: match.index, end: match.index + token.length })
  }
  for (const match of text.matchAll(NAMED))
    if (!given.holds(match[0]))
      findings.push({ kind: "wallet", start: match.index, end: match.index + match[0].length })
  return findings
}

const TOKEN = /(?<![A-Za-z0-9])[A-Za-z0-9]{25,130}(?![A-Za-z0-9])/g
const B58 = "[1-9A-HJ-NP-Za-km-z]"
const B32 = "[ac-hj-np-z02-9]"
const FORMS = [
  // Bitcoin, Litecoin and others with a name before a 1 use bech32, in one case.
  new RegExp(`^(?:bc1|tb1|ltc1|addr1|cosmos1|osmo1|bnb1|terra1|stake1|kaspa)${B32}{20,110}$`),
  /^(?:BC1|LTC1)[AC-HJ-NP-Z02-9]{20,80}$/,
  // These are Ethereum and its relatives, Bitcoin Cash behind its "bitcoincash:", Stellar and Algorand.
  /^0x[0-9a-fA-F]{40}$/,
  /^[qp][ac-hj-np-z02-9]{41}$/,
  /^G[A-Z2-7]{55}$/,
  /^[A-Z2-7]{58}$/,
  // These are Monero and Zcash.
  new RegExp(`^[48]${B58}{94,105}$`),
  new RegExp(`^(?:t1|t3|zs1)${B58}{30,80}$`)
]
/**
 * Matches base58, as Bitcoin, Tron, Litecoin, Doge, Dash, XRP, Polkadot and Solana use it. The mixture of characters
 * distinguishes it from a long word.
 */
const LONG58 = new RegExp(`^${B58}{25,110}$`)
const NAMED = /(?<![\p{L}\p{N}._-])[a-z0-9][a-z0-9-]{1,62}\.(?:eth|sol|crypto|nft|wallet|bnb|btc)(?![\p{L}\p{N}.])/gu
const COIN =
  /\b(?:bitcoin|btc|ether(?:eum)?|eth|usdt|usdc|tether|tron|trx|litecoin|ltc|doge(?:coin)?|dash|xrp|ripple|solana|sol|monero|xmr|zcash|cardano|ada|polkadot|stablecoin|crypto\w*|krypto\w*|cripto\w*|wallet|blockchain|ton)\b|仮想通貨|ビットコイン|暗号資産/iu

function isBase58(token: string, near: string): boolean {
  if (!LONG58.test(token)) return false
  const changes = [...token].filter((letter, at) => at > 0 && sort(letter) !== sort(token.charAt(at - 1))).length
  return changes >= token.length * (COIN.test(near) ? 0.15 : 0.35) && /\d/.test(token)
}

const sort = (letter: string) => (letter >= "a" ? "a" : letter >= "A" ? "A" : "0")
