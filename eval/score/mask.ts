/** A text with its annotations, against which masking is scored. docs/privacy.md describes the rule in words. */
export interface Marked {
  text: string
  spans: readonly { start: number; end: number; type: string }[]
}

export interface MaskTally {
  hit: number
  missed: number
  /** This counts ordinary words that were masked. */
  over: number
  /** This counts ordinary words that were left as they are. */
  left: number
  /** These are, by type, the numbers of spans covered completely and of all spans. */
  types: Record<string, { covered: number; all: number }>
  /** These are the numbers of masked and of all letters and digits in spans that have a form. */
  structured: { masked: number; all: number }
}

export const emptyTally = (): MaskTally => ({
  hit: 0,
  missed: 0,
  over: 0,
  left: 0,
  types: {},
  structured: { masked: 0, all: 0 }
})

/**
 * Counts words. An annotated word is found if its first or last letter or digit is masked, whatever the type. Titles,
 * nationalities, dates and well-known brands don't count in either direction. A span is covered if each of its letters
 * and digits is masked.
 */
export function tallyMask(
  { text, spans }: Marked,
  masked: readonly { start: number; end: number }[],
  tally: MaskTally
): void {
  const gold = new Uint8Array(text.length)
  for (const { start, end, type } of spans) gold.fill(LEFT_OUT.has(type) ? 2 : 1, start, end)
  const found = new Uint8Array(text.length)
  for (const { start, end } of masked) found.fill(1, start, end)
  for (const match of text.matchAll(WORD)) {
    const first = match.index
    const last = first + match[0].length - 1
    if (gold[first] === 2 || gold[last] === 2 || TITLE.test(match[0])) continue
    const personal = gold[first] === 1 || gold[last] === 1
    const isMasked = found[first] === 1 || found[last] === 1
    if (personal && isMasked) tally.hit++
    else if (personal) tally.missed++
    else if (isMasked) tally.over++
    else tally.left++
  }
  for (const { start, end, type } of spans)
    if (!LEFT_OUT.has(type)) tallySpan(text.slice(start, end), start, type, found, tally)
}

function tallySpan(value: string, start: number, type: string, found: Uint8Array, tally: MaskTally) {
  const count = (tally.types[type] ??= { covered: 0, all: 0 })
  let open = 0
  let all = 0
  for (const word of value.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (TITLE.test(word[0])) continue
    for (let i = 0; i < word[0].length; i++) {
      all++
      if (!found[start + word.index + i]) open++
    }
  }
  count.all++
  if (open === 0) count.covered++
  if (!STRUCTURED.has(type)) return
  tally.structured.masked += all - open
  tally.structured.all += all
}

export interface MaskFigures {
  precision: number
  recall: number
  f2: number
  structured: number
  types: Record<string, number>
  overMasked: number
}

export function maskFigures({ hit, missed, over, left, types, structured }: MaskTally): MaskFigures {
  const precision = hit / (hit + over)
  const recall = hit / (hit + missed)
  return {
    precision,
    recall,
    f2: (5 * precision * recall) / (4 * precision + recall),
    structured: structured.masked / structured.all,
    types: Object.fromEntries(Object.entries(types).map(([type, { covered, all }]) => [type, covered / all])),
    overMasked: over / (over + left)
  }
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[^\s\p{L}\p{N}]+[\p{L}\p{M}\p{N}]+)*/gu
const TITLE = /^(?:mr|mrs|ms|miss|dr|prof|sir|madam)$/i
export const LEFT_OUT: ReadonlySet<string> = new Set(["TITLE", "NRP", "NATIONALITY", "DATE_TIME", "DATE", "BRAND"])
const STRUCTURED = new Set([
  "CREDIT_CARD",
  "PHONE_NUMBER",
  "EMAIL_ADDRESS",
  "IBAN_CODE",
  "DOMAIN_NAME",
  "IP_ADDRESS",
  "US_SSN",
  "US_DRIVER_LICENSE",
  "CARD",
  "PHONE",
  "EMAIL",
  "IBAN",
  "IP",
  "LINK",
  "GOV"
])
