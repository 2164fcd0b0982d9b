import { isValidIBAN } from "ibantools"
import { Canvas } from "./basis/canvas.ts"
import { findCards, findIbans } from "./find/bank.ts"
import { hasLuhn } from "./find/checksums.ts"
import { findEmails } from "./find/email.ts"
import { KeepList } from "./find/keep-list.ts"
import { keepFacts } from "./find/keep-facts.ts"
import { fold } from "./basis/fold.ts"
import { KnownPeople } from "./known/known-people.ts"
import { findPlaceholders } from "./basis/placeholder.ts"

/** What a second look can be sure of: it has a check digit, or a form that nothing else has. */
export const UNMASKED_KINDS = ["card", "iban", "email"] as const
export type UnmaskedKind = (typeof UNMASKED_KINDS)[number]

/** Where in the text as given, in UTF-16 units. */
export interface Unmasked {
  kind: UnmaskedKind
  start: number
  end: number
}

/**
 * Cards, IBANs and e-mail addresses that stand in a text which should have been masked; left to right. By the finders
 * of the masking itself, and with its exemptions, so that nothing is found in what it made: placeholders, the team's
 * words, order numbers (a right card number is masked behind an order word, too, and so found there). A wrong check
 * digit says nothing: the number may be anything.
 */
export function findUnmasked(text: string, { keep }: { keep: readonly string[] }): Unmasked[] {
  if (!SUSPECT.test(text)) return []
  const folded = fold(text)
  const canvas = new Canvas(folded.text)
  const edges = new Set<number>()
  for (const placeholder of findPlaceholders(text)) {
    const [start, end] = [folded.folded(placeholder.start), folded.folded(placeholder.end)]
    if (canvas.claim(start, end, "LIT")) edges.add(start).add(end)
  }
  if (keep.length > 0) keepListOf(keep).protect(canvas, NOBODY)
  findEmails(canvas)
  findIbans(canvas)
  keepFacts(canvas)
  findCards(canvas)
  return canvas.spans
    .flatMap(({ start, end, type }) => {
      const kind = kindOf(type, folded.text.slice(start, end))
      return kind && !isRest(folded.text, start, end, edges) ? [{ kind, ...folded.original(start, end) }] : []
    })
    .sort((a, b) => a.start - b.start)
}

/**
 * What hangs on a placeholder without a space is the rest of something longer that was masked: by itself it says
 * nothing.
 */
function isRest(text: string, start: number, end: number, edges: ReadonlySet<number>): boolean {
  const [first, last] = [start - LONGEST_REST, end + LONGEST_REST]
  while (start > first && JOINED.test(text.charAt(start - 1))) start--
  while (end < last && JOINED.test(text.charAt(end))) end++
  return edges.has(start) || edges.has(end)
}

/** Characters. */
const LONGEST_REST = 200
const JOINED = /[\d./-]/
/** Without one of these nothing can be found. */
const SUSPECT = /[@\uff20\d\uff10-\uff19]/
const NOBODY = new KnownPeople([])
/**
 * As cards print them: other groups of digits may be half of two numbers. Twelve digits may be an order's number
 * elsewhere on the ticket.
 */
const PRINTED = /^\d{13,19}$|^\d{4}([ .-])\d{4}\1\d{4}\1\d{1,7}$|^\d{4}([ .-])\d{6}\2\d{4,5}$/

function kindOf(type: string, value: string): UnmaskedKind | undefined {
  if (type === "EMAIL") return "email"
  if (type === "IBAN") return isValidIBAN(value.replace(/[^A-Za-z0-9]/g, "").toUpperCase()) ? "iban" : undefined
  return type === "CARD" && PRINTED.test(value) && hasLuhn(value) ? "card" : undefined
}

let last: { keep: readonly string[]; list: KeepList } | undefined

/** Made once for the words of a team: they come along with every text. */
function keepListOf(keep: readonly string[]): KeepList {
  if (last?.keep !== keep) last = { keep, list: new KeepList(keep) }
  return last.list
}
