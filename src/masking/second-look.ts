import { isValidIBAN } from "ibantools"
import { Canvas } from "./basis/canvas.ts"
import { findCards, findIbans } from "./find/ibans-and-cards.ts"
import { hasLuhn } from "./find/checksums.ts"
import { findEmails } from "./find/email.ts"
import { KeepList } from "./find/keep/keep-list.ts"
import { keepFacts } from "./find/keep/keep-facts.ts"
import { fold } from "./basis/fold.ts"
import { KnownPeople } from "./known/known-people.ts"
import { findPlaceholders } from "./basis/placeholder.ts"

/** The kinds that a second look can be sure of: they have a check digit, or a form that nothing else has. */
export const UNMASKED_KINDS = ["card", "iban", "email"] as const
export type UnmaskedKind = (typeof UNMASKED_KINDS)[number]

/** The kind and its place in the text as given, in UTF-16 units. */
export interface Unmasked {
  kind: UnmaskedKind
  start: number
  end: number
}

/**
 * Returns the cards, IBANs and e-mail addresses in a text that should have been masked, left to right. It uses the
 * finders of masking and their exemptions, so that it reports nothing that masking left on purpose: placeholders, the
 * team's words, order numbers. (A right card number is masked behind an order word, too, so it is found there.) A
 * number with a wrong check digit isn't reported, because it may be anything.
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
 * Says whether a value is joined to a placeholder without a space. It is then the rest of something longer that was
 * masked, and says nothing by itself.
 */
function isRest(text: string, start: number, end: number, edges: ReadonlySet<number>): boolean {
  const [first, last] = [start - LONGEST_REST, end + LONGEST_REST]
  while (start > first && JOINED.test(text.charAt(start - 1))) start--
  while (end < last && JOINED.test(text.charAt(end))) end++
  return edges.has(start) || edges.has(end)
}

/** The most characters of such a rest. */
const LONGEST_REST = 200
const JOINED = /[\d./-]/
/** Without one of these characters nothing can be found. */
const SUSPECT = /[@\uff20\d\uff10-\uff19]/
const NOBODY = new KnownPeople([])
/**
 * Matches numbers as cards print them. Other groupings may be halves of two numbers, and twelve digits may be an order
 * number elsewhere on the ticket.
 */
const PRINTED = /^\d{13,19}$|^\d{4}([ .-])\d{4}\1\d{4}\1\d{1,7}$|^\d{4}([ .-])\d{6}\2\d{4,5}$/

function kindOf(type: string, value: string): UnmaskedKind | undefined {
  if (type === "EMAIL") return "email"
  if (type === "IBAN") return isValidIBAN(value.replace(/[^A-Za-z0-9]/g, "").toUpperCase()) ? "iban" : undefined
  return type === "CARD" && PRINTED.test(value) && hasLuhn(value) ? "card" : undefined
}

let last: { keep: readonly string[]; list: KeepList } | undefined

/** Makes the keep list once for the words of a team, which come along with every text. */
function keepListOf(keep: readonly string[]): KeepList {
  if (last?.keep !== keep) last = { keep, list: new KeepList(keep) }
  return last.list
}
