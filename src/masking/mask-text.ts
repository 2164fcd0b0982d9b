import type { Person } from "../ticket/ticket.ts"
import { plainWishSpans } from "../text/wishes.ts"
import { findPersonalValues, type FoundValue } from "./find/index.ts"
import { foldWord } from "./basis/fold.ts"
import { KnownPeople } from "./known/known-people.ts"
import { NO_OVERRIDES, type MaskRules, type MaskingOverrides } from "./basis/masking-rules.ts"
import { findOptionsOf } from "./find-options.ts"
import { Placeholders, type MaskTable, type MaskType } from "./basis/placeholder-table.ts"
import { KnownValues } from "./basis/known-values.ts"

export interface MaskedText {
  text: string
  /** The given table, with what this text added. */
  table: MaskTable
  /** Where something was replaced in the text as given, in UTF-16 units, and by what. */
  spans: MaskedSpan[]
}

export interface MaskedSpan {
  start: number
  end: number
  type: MaskType
  placeholder: string
}

export interface MaskOptions {
  /** The ticket's locale. */
  locale?: string | undefined
  rules?: MaskRules | undefined
  told?: MaskingOverrides | undefined
}

/**
 * Masks one text that belongs to a ticket, such as an instruction or a reply that was sent. Values of the ticket's
 * table are found again.
 */
export function maskText(text: string, table: MaskTable, known: Person[], options: MaskOptions = {}): MaskedText {
  const placeholders = new Placeholders(table)
  const by = findOptionsOf(options)
  const sought = {
    ...by,
    people: new KnownPeople([...known, ...by.names], namesIn(table, options.told)),
    values: new KnownValues(table.entries)
  }
  const found = withoutPlainWishes(text, findPersonalValues(text, sought), known)
  const { text: masked, spans } = replace(text, found, placeholders)
  return { text: masked, table: placeholders.table(), spans }
}

/**
 * "Shorter" is what the agent wants, and not a name, unless somebody of the ticket is called so. Only short texts are
 * wishes; longer ones are replies.
 */
function withoutPlainWishes(text: string, found: FoundValue[], known: Person[]): FoundValue[] {
  const wishes = found.length > 0 && text.length <= LONGEST_WISH ? plainWishSpans(text) : []
  if (wishes.length === 0) return found
  const people = new KnownPeople(known).find(text)
  const isIn = (one: FoundValue, spans: { start: number; end: number }[]) =>
    spans.some(({ start, end }) => one.start < end && start < one.end)
  return found.filter((one) => !isIn(one, wishes) || isIn(one, people))
}

const LONGEST_WISH = 500

/** Returns the names that were found before. They are known even when the caller doesn't name them. */
export function namesIn(table: MaskTable, told: MaskingOverrides = NO_OVERRIDES): string[] {
  const taken = new Set(told.taken?.map(foldWord))
  return table.entries
    .filter(({ type, value }) => type === "PERSON" && !taken.has(foldWord(value)))
    .map(({ value }) => value)
}

/** Replaces what was found by placeholders. A value that occurs again keeps its entry. */
export function replace(
  text: string,
  found: FoundValue[],
  placeholders: Placeholders,
  internal = false
): { text: string; spans: MaskedSpan[] } {
  const parts: string[] = []
  const spans: MaskedSpan[] = []
  let end = 0
  for (const span of found) {
    const { placeholder, type } = placeholders.assign(
      span.type,
      text.slice(span.start, span.end),
      span.entry ? span.entry.internal : internal
    )
    parts.push(text.slice(end, span.start), placeholder)
    spans.push({ start: span.start, end: span.end, type, placeholder })
    end = span.end
  }
  parts.push(text.slice(end))
  return { text: parts.join(""), spans }
}
