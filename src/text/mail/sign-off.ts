import { signatureBlockOf, isNameWithRole, isOfFirm, isSentence, isSignedBlock } from "./signature-block.ts"
import { isRole } from "./signature-words.ts"
import { afterFarewell, FORMULA, THANKS } from "./farewells.ts"
import { isBareName } from "./bare-name.ts"

/** Says where the closing begins and where the signature after it does. Both are equal if there is no closing. */
export interface SignOff {
  closing: number
  signature: number
}

/**
 * Returns how the author signs at the end of these lines (trimmed, blank ones "", quoted ones with their marks), or
 * undefined if they end in text.
 * @param isLast false if the mark of a signature stands right below
 */
export function signOffOf(lines: readonly string[], isLast = true): SignOff | undefined {
  return (
    farewell(lines) ??
    (hasText(lines) ? (withoutFarewell(lines) ?? (isLast ? undefined : nameAbove(lines))) : undefined)
  )
}

/** Finds the lowest farewell with nothing but a name or a signature block below it. */
function farewell(lines: readonly string[]): SignOff | undefined {
  let filled = 0
  for (let at = lines.length - 1; at >= 0 && filled < 16; at--) {
    const line = lines[at] ?? ""
    if (line === "") continue
    filled++
    if (line.startsWith(">") || line.length > 250) return undefined
    const from = formulaStart(lines, at)
    const rest = from === undefined ? afterFarewell(line) : ""
    if (rest === undefined) continue
    if (rest !== "" && !isBareName(rest)) continue
    const signature = signatureBelow(lines, at, rest !== "")
    if (signature === undefined) continue
    let closing = from ?? at
    // "Vielen Dank" right above "Viele Grüße" is a farewell too.
    while (closing > 0 && lines[closing - 1] && isFarewellAbove(lines[closing - 1] ?? "")) closing--
    return { closing, signature }
  }
  return undefined
}

/** A Japanese request ("ご確認をお願いします") is text if a farewell follows it. */
const isFarewellAbove = (line: string) =>
  line.length <= 60 &&
  ((afterFarewell(line) === "" && (!/お願い/.test(line) || /よろしく|宜しく/.test(line))) ||
    (THANKS.test(line) && !/[.?]$/.test(line)))

/** Returns the first line of a long formula ("Nous vous prions d'agréer ...") that ends in this line. */
function formulaStart(lines: readonly string[], at: number): number | undefined {
  for (let from = at; from >= 0 && from > at - 4 && lines[from]; from--) {
    const text = lines.slice(from, at + 1).join(" ")
    if (text.length > 320) return undefined
    if (FORMULA.test(text)) return from
  }
  return undefined
}

/**
 * Returns where the signature begins below a farewell in line `at`: the number of lines if there is only a name, and
 * undefined if text follows.
 */
function signatureBelow(lines: readonly string[], at: number, isNamed: boolean): number | undefined {
  const card = signatureBlockOf(lines.slice(at + 1))
  if (!card || !isSignedBlock(card)) return undefined
  const first = lines.findIndex((line, index) => index > at && line !== "")
  if (first < 0) return lines.length
  const name = lines[first] ?? ""
  const isName = !isNamed && isBareName(name, true)
  if (card.lines.length === 1)
    return isName
      ? lines.length
      : isNameWithRole(name) || isOfFirm([name]) || (!isSentence(name) && name.length <= 60)
        ? first
        : undefined
  // A bare name stands above a block that names the author again.
  if (isName && lines[first + 1] === "" && namesAgain(name, card.lines.slice(1, 3)))
    return lines.findIndex((line, index) => index > first && line !== "")
  return first
}

const namesAgain = (name: string, below: readonly string[]) =>
  below.some((line) =>
    name
      .toLowerCase()
      .split(/[\s,.]+/)
      .every((word) => line.toLowerCase().includes(word))
  )

function withoutFarewell(lines: readonly string[]): SignOff | undefined {
  const last = lastBlock(lines)
  if (last.block.some((line) => line.startsWith(">"))) return undefined
  return (
    leaveInBlock(last) ??
    leaveAbove(last) ??
    leaveApart(lines) ??
    (last.above !== undefined && /[:：]$/.test(last.above) ? undefined : (nameInBlock(last) ?? nameBelowSentence(last)))
  )
}

/** The lines at the end up to a blank one. */
interface LastBlock {
  lines: readonly string[]
  from: number
  end: number
  block: readonly string[]
  /** The last line with text above the block. */
  above: string | undefined
}

function lastBlock(lines: readonly string[]): LastBlock {
  const end = lastFilled(lines) + 1
  let from = end - 1
  while (from > 0 && lines[from - 1]) from--
  const above = lines.slice(0, from).findLast((line) => line !== "")
  return { lines, from, end, block: lines.slice(from, end), above }
}

/** Finds a farewell in the author's own words with a name or a signature right below it. */
function leaveInBlock({ lines, from, end, block: [first = "", second] }: LastBlock): SignOff | undefined {
  if (second === undefined || !isLeave(first) || !hasText(lines.slice(0, from))) return undefined
  if (!isBareName(second, THANKS.test(first)) && !isNameWithRole(second)) return undefined
  const signature = signatureBelow(lines.slice(0, end), from, false)
  return signature === undefined
    ? undefined
    : { closing: from, signature: signature === end ? lines.length : signature }
}

/** Finds "See you,", a blank line and a name. */
function leaveAbove({ lines, block, above }: LastBlock): SignOff | undefined {
  const [first = ""] = block
  if (block.length !== 1 || above === undefined || !isBareName(first)) return undefined
  const closing = lines.lastIndexOf(above)
  return /[,，、]$/.test(above) && isLeave(above) && hasText(lines.slice(0, closing))
    ? { closing, signature: lines.length }
    : undefined
}

/** Finds a name or a card in a block of its own, below a text. */
function nameInBlock({ lines, from, block, above }: LastBlock): SignOff | undefined {
  if (above === undefined || !hasText(lines.slice(0, from))) return undefined
  const [first = ""] = block
  if (block.length > 1) return isCardAlone(block) ? { closing: from, signature: from } : undefined
  if (isBareName(first)) return { closing: from, signature: lines.length }
  return isNameWithRole(first) ? { closing: from, signature: from } : undefined
}

/** Finds a name right below a sentence. */
function nameBelowSentence({ lines, end, block }: LastBlock): SignOff | undefined {
  const before = block.at(-2)
  if (before === undefined || !/[.!?。！？)…]$/.test(before) || !isBareName(block.at(-1) ?? "")) return undefined
  const endsInFullStop = /[.!。！…]$/.test(before) && /\s|\p{Script=Hiragana}/u.test(before)
  return isSentence(before) || before.length > 40 || (endsInFullStop && !isGreeting(before))
    ? { closing: end - 1, signature: lines.length }
    : undefined
}

/** Finds a farewell such as "Over and out," in a line of its own, with a signature block below it. */
function leaveApart(lines: readonly string[]): SignOff | undefined {
  for (let at = lines.length - 1, filled = 0; at > 0 && filled < 14; at--) {
    const line = lines[at] ?? ""
    if (line === "") continue
    filled++
    if (lines[at - 1] !== "" || !/[,，]$/.test(line) || !isLeave(line) || !hasText(lines.slice(0, at))) continue
    const signature = signatureBelow(lines, at, false)
    const first = lines.find((one, index) => index > at && one !== "")
    if (
      signature !== undefined &&
      first !== undefined &&
      (isBareName(first) || isNameWithRole(first) || isOfFirm([first]))
    )
      return { closing: at, signature }
  }
  return undefined
}

/** Finds a name right above the mark of a signature, below any text. */
function nameAbove(lines: readonly string[]): SignOff | undefined {
  const last = lastFilled(lines)
  return last > 0 &&
    isBareName(lines[last] ?? "", true) &&
    !/[:：,]$/.test(lines[last - 1] ?? "") &&
    (lines[last - 1] === "" || isSentence(lines[last - 1] ?? ""))
    ? { closing: last, signature: lines.length }
    : undefined
}

/**
 * Returns whether a line is a farewell in the author's own words: a few with a comma, thanks, or two or three without a
 * full stop.
 */
function isLeave(line: string): boolean {
  const words = line.split(/\s+/)
  if (/[\d@:?]/.test(line) || line.length > 70 || isGreeting(line)) return false
  if (THANKS.test(line)) return words.length <= 10
  if (/[,，]$/.test(line)) return words.length <= 6
  return (
    words.length <= 3 &&
    /^\p{L}[^.;]*$/u.test(line) &&
    !words.slice(1).some((word) => /^\p{Lu}/u.test(word)) &&
    /^\p{Script=Latin}/u.test(line)
  )
}

function isCardAlone(block: readonly string[]): boolean {
  const [first = ""] = block
  const card = signatureBlockOf(block, 12)
  return (
    card !== undefined &&
    card.sentences <= 1 &&
    isSignedBlock(card) &&
    (isBareName(first) || isNameWithRole(first) || (/\p{Script=Han}/u.test(first) && isRole(first))) &&
    !/宛/.test(block.join()) &&
    isOfFirm(block.slice(/\p{Script=Han}/u.test(first) ? 0 : 1))
  )
}

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|day|afternoon|evening)|hallo|moin|servus|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte|bonjour|bonsoir|salut|cher|ch[èe]re|madame|monsieur|hola|buen[oa]s|estimad[oa]s?|apreciad[oa]|querid[oa]|oi|ol[áa]|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?|お世話|こんにち|はじめまして|.{0,20}(?:様|御中)$)(?![\p{Ll}])/iu
/** Returns whether a line begins with a greeting. */
export const isGreeting = (line: string): boolean => line.length <= 60 && GREETING.test(line)
/** Returns whether the lines say more than a greeting. */
const hasText = (lines: readonly string[]) => lines.some((line) => line !== "" && !isGreeting(line))

const lastFilled = (lines: readonly string[]) => lines.findLastIndex((line) => line !== "")
