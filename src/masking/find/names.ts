import type { Canvas } from "../canvas.ts"
import { findNames } from "../names/find-names.ts"
import { nameModel } from "../names/load.ts"
import { tokensOf } from "../names/tokens.ts"
import type { MaskMode } from "../rules.ts"

/**
 * Names of people, places and organisations, and addresses, that nobody told us of; and ages that hang on a name.
 * @returns where a name is surely one: it may be looked for elsewhere
 */
export function findUnknownNames(canvas: Canvas, mode: MaskMode, locale: string | undefined): { start: number; end: number }[] {
  const tokens = tokensOf(canvas.text)
  const taken = Uint8Array.from(tokens, ({ start }) => canvas.stateAt(start))
  const sure = []
  for (const name of findNames(tokens, taken, nameModel(), { cut: CUTS[mode], locale })) {
    if (canvas.claim(name.start, name.end, name.type) && name.sure && name.type === "PERSON") sure.push({ start: name.start, end: name.end })
  }
  findAgesBehindNames(canvas)
  return sure
}

/** Chance from which a word is masked. */
const CUTS: Record<MaskMode, number> = { strict: 0.3, balanced: 0.75 }

/** "Theodore (11)", "Halina, 78 ans": the number behind a name that was masked. */
function findAgesBehindNames(canvas: Canvas) {
  const people = canvas.spans.filter(({ type }) => type === "PERSON")
  for (const { end } of people) {
    AGE.lastIndex = end
    const age = AGE.exec(canvas.text)?.[1]
    if (age) canvas.claim(AGE.lastIndex - age.length, AGE.lastIndex, "AGE")
  }
}

const AGE = /(?: ?\(|, )(\d{1,2})(?=\)| ?[,;)]|,? (?:ans|años|anos|Jahre|years|yrs|m|w|f)(?!\p{L}))/uy
