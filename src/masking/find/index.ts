import { Canvas } from "../canvas.ts"
import type { Span } from "../canvas.ts"
import { fold } from "../fold.ts"
import type { KnownPeople } from "../known.ts"
import type { MaskEntry } from "../table.ts"
import type { KnownValues } from "../values.ts"
import { findCards, findIbans } from "./bank.ts"
import { findKeyBlocks, literals } from "./blocks.ts"
import { findEmails } from "./email.ts"
import { findGovernmentNumbers, findNamedGovernmentNumbers } from "./government.ts"
import { findIps } from "./ip.ts"
import { keepFacts } from "./kept.ts"
import { findLinks } from "./link.ts"
import { findPhones } from "./phone.ts"
import { findRandomStrings, findSecrets } from "./secret.ts"

export interface Found extends Span {
  /** The value was masked before. */
  entry?: MaskEntry
}

/** What to look for besides forms. */
export interface Sought {
  people: KnownPeople
  values?: KnownValues | undefined
  /** ISO 3166 code for phone numbers without a country's prefix. */
  country?: string | undefined
  /** Order numbers of the ticket: they stay wherever they stand. */
  orders?: ReadonlySet<string>
}

/**
 * Everything in a text that is to be masked, left to right, spans apart from each other, offsets in UTF-16 units of the
 * text as given. The order of the finders decides what a doubtful run of characters is; linear in the text.
 */
export function findAll(text: string, { people, values, country, orders }: Sought): Found[] {
  const folded = fold(text)
  const canvas = new Canvas(folded.text, country)
  for (const literal of literals(text)) canvas.claim(folded.folded(literal.start), folded.folded(literal.end), "LIT")
  findKeyBlocks(canvas)
  findLinks(canvas)
  findSecrets(canvas)
  findEmails(canvas)
  findNamedGovernmentNumbers(canvas)
  findIbans(canvas)
  keepFacts(canvas, orders)
  findRandomStrings(canvas)
  findCards(canvas)
  findGovernmentNumbers(canvas)
  findIps(canvas)
  findPhones(canvas)
  const again = new Map<number, MaskEntry>()
  for (const { start, end, type, entry } of values?.find(canvas.rest) ?? []) {
    // A number alone may have been taken for a phone number; where it is called an order's, it stays.
    const kept = type === "PHONE" && canvas.free.slice(start, end) !== canvas.text.slice(start, end)
    if (!kept && canvas.claim(start, end, type)) again.set(start, entry)
  }
  for (const { start, end, type } of people.find(canvas.rest)) canvas.claim(start, end, type)
  return canvas.spans
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, type }) => {
      const entry = again.get(start)
      return { ...folded.original(start, end), type, ...(entry ? { entry } : {}) }
    })
}
