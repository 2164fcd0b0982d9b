import type { Canvas } from "../basis/canvas.ts"
import { hasLuhn } from "./checksums.ts"

/**
 * Finds hardware addresses of network devices: six pairs of hex digits, three groups of four, or twelve digits behind a
 * word that names them.
 */
export function findHardwareAddresses(canvas: Canvas): void {
  for (const pattern of [PAIRS, GROUPS, NAMED]) {
    for (const match of canvas.rest.matchAll(pattern)) {
      const value = match[1] ?? match[0]
      const end = match.index + match[0].length
      canvas.claim(end - value.length, end, "ID")
    }
  }
}

/**
 * Finds IMEIs of mobile phones that no word announces: fifteen digits that begin like the codes of the reporting bodies
 * and have a right check digit.
 */
export function findImeis(canvas: Canvas): void {
  for (const match of canvas.free.matchAll(IMEI)) {
    if (hasLuhn(match[0])) canvas.claim(match.index, match.index + match[0].length, "ID")
  }
}

const IMEI = /(?<![\w.,+-])(?:01|35|86|9[89])\d{13}(?![\w-])/g
const HEX = "[0-9A-Fa-f]"
/** An address with hyphens must have a letter, which distinguishes it from a date. */
const PAIRS = new RegExp(
  `(?<![\\w:.-])(?:${HEX}{2}(?::${HEX}{2}){5}|(?=[\\d-]{0,16}[A-Fa-f])${HEX}{2}(?:-${HEX}{2}){5})(?![\\w:-])`,
  "g"
)
const GROUPS = new RegExp(`(?<![\\w:.-])(?=[\\d.]{0,13}[A-Fa-f])${HEX}{4}\\.${HEX}{4}\\.${HEX}{4}(?![\\w-])`, "g")
const NAMED = new RegExp(
  `(?<![A-Za-z])(?:MAC|mac[ -]?(?:address|adresse|id))[ :=#(-]{1,3}(?:is |ist |est |es |é )?(${HEX}{12})(?![A-Za-z\\d])`,
  "g"
)
