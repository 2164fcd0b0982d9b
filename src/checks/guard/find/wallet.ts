import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"

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
