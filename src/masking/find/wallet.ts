import type { Canvas } from "../basis/canvas.ts"
import { isBech32 } from "./checksums.ts"

/**
 * Finds addresses of crypto wallets: bech32 with its checksum for every chain, bech32 with a typing mistake for the
 * well-known chains, and Ethereum's. Addresses of other forms are long mixtures of letters and digits, which are masked
 * as secrets.
 */
export function findWallets(canvas: Canvas): void {
  for (const match of canvas.rest.matchAll(RUN)) {
    if (KNOWN.test(match[0]) || isBech32(match[0])) canvas.claim(match.index, match.index + match[0].length, "ACCOUNT")
  }
  for (const { index, 0: address } of canvas.rest.matchAll(ETHEREUM))
    canvas.claim(index, index + address.length, "ACCOUNT")
}

/**
 * Matches a run in one case that has the "1" behind the chain's name. An invoice of the Lightning network has hundreds
 * of characters.
 */
const RUN = new RegExp(
  "(?<![A-Za-z0-9])(?:(?=[a-z0-9]{0,40}1)[a-z][a-z0-9]{13,1499}|(?=[A-Z0-9]{0,40}1)[A-Z][A-Z0-9]{13,1499})(?![A-Za-z0-9])",
  "g"
)
const KNOWN = /^(?:bc|tb|ltc|addr|stake|cosmos|lnbc\d*[munp]?)1[a-z0-9]{34,}$/i
const ETHEREUM = /(?<![A-Za-z0-9])0[xX][0-9A-Fa-f]{40}(?![A-Za-z0-9])/g
