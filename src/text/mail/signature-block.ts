import { CONTACT, isRole } from "./signature-words.ts"
import { afterFarewell } from "./farewells.ts"
import { isBareName } from "./bare-name.ts"

/** The lines of a signature block, which are short and hardly contain a sentence. */
export interface SignatureBlock {
  lines: string[]
  sentences: number
}

/** Returns the block that `lines` may be, or undefined if they read like text. */
export function signatureBlockOf(lines: readonly string[], most = 14): SignatureBlock | undefined {
  const filled = lines.filter((line) => line !== "")
  if (filled.length > most || filled.some((line) => line.length > 160 || (isBullet(line) && !/[|｜]/.test(line))))
    return undefined
  if (filled.some((line) => /[?？]["”»」』]?$/.test(line))) return undefined
  return { lines: filled, sentences: filled.filter(isSentence).length }
}

/**
 * Returns whether a block may stand below a farewell: it begins with somebody, and a slogan isn't the greater part of
 * it.
 */
export function isSignedBlock(card: SignatureBlock): boolean {
  const [first, ...rest] = card.lines
  if (first === undefined) return true
  if (isSentence(first) || first.length > 90 || /[:：]$/.test(first)) return false
  return (
    card.sentences === 0 ||
    (card.lines.length - card.sentences >= 2 && card.sentences <= 2) ||
    rest.every((line) => /^["“„«'「『].*["”“»'」』][.!]?$/.test(line))
  )
}

/**
 * Returns whether a block belongs to somebody's company, by a role, a link or bars. Otherwise it may be an address that
 * was asked for.
 */
export const isOfFirm = (lines: readonly string[]): boolean =>
  lines.some((line) => isRole(line) || /https?:|www\.|[^\s@]@[^\s@]|[|｜]/.test(line))

/** Recognises "Tom Baker, Facilities" in one line: a name, a sign or a wide space, and a role or a company. */
export function isNameWithRole(line: string): boolean {
  if (line.length > 80 || isSentence(line) || !(isRole(line) || CONTACT.test(line))) return false
  const parts = line.split(/\s*[,|·•–—/｜]\s*|\s+-\s+|[ 　]/).filter(Boolean)
  return (
    parts.length >= 2 &&
    parts.length <= 10 &&
    (/[|·•–—,/｜]|\s-\s/.test(line)
      ? isBareName(line.split(/\s*[,|·•–—/｜]\s*|\s+-\s+/)[0] ?? "")
      : /^\P{Script=Latin}+$/u.test(line) && line.length <= 25)
  )
}

/**
 * Returns whether a line ends like a sentence and is long enough for one. Contact lines and abbreviations aren't
 * sentences.
 */
export function isSentence(line: string): boolean {
  const text = line.replace(/(?<!["”»」』)\s*_])["”»」』)\s*_]+$/, "")
  if (
    !/[.!?。！？…]$/.test(text) ||
    /\b(?:inc|ltd|co|e\.\s?[vk]|corp|str|esq|dto|izq|dcha|s\.\s?a|s\.\s?l|s\.a\.c|s\.r\.l|jr|sr|ext|no|nr)\.$/i.test(
      text
    )
  )
    return false
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
    return text.length >= 8 && afterFarewell(text) === undefined
  return text.split(/\s+/).length >= 3 && !CONTACT.test(text)
}

const isBullet = (line: string) =>
  /^(?:[-*•] \S|・|\(?\d{1,2}[.)）] |【\d+】|[①-⑳])/.test(line) && !/^[-*]{2,}/.test(line) && !isBareName(line)
