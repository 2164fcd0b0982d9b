import type { Canvas } from "../basis/canvas.ts"
import { distinctivePartOf } from "./distinctive-part.ts"
import { sameElsewhere } from "./names-alone.ts"
import type { TextSpan } from "./phrases.ts"
import { readingOf } from "./reading.ts"
import { SCRIPT } from "./script.ts"

/**
 * Returns a test whether a stretch is part of something longer that identifies a person or an address: 桜 of 桜井さん,
 * 芝1-2-3 of 芝1-2-34.
 * @param names where people who are known by name occur, in full or in part
 */
export function longerNames(canvas: Canvas, names: readonly TextSpan[]): (stretch: TextSpan) => boolean {
  const { text } = canvas
  const firsts = new Int32Array(text.length).fill(text.length)
  const lasts = new Int32Array(text.length)
  const mark = ({ start, end }: TextSpan, type: string) => {
    const core = distinctivePartOf(text, { start, end }, type)
    for (let at = core.start; at < core.end; at++) {
      firsts[at] = Math.min(firsts[at] ?? 0, core.start)
      lasts[at] = Math.max(lasts[at] ?? 0, core.end)
    }
  }
  // Nothing of these names may be kept, not even the whole.
  for (const { start, end } of names) for (let at = start; at < end; at++) firsts[at] = -1
  const reading = readingOf(canvas)
  if (reading) {
    const { page, addresses, organisations, people, places, alone } = reading
    for (const place of [...addresses, ...places]) mark(place, place.type)
    for (const organisation of organisations)
      if (LEGAL.test(text.slice(organisation.start, organisation.end))) mark(organisation, "ORG")
    for (const person of [...people, ...sameElsewhere(page, people)]) mark(person, "PERSON")
    // A run of katakana on no list may also be a product's name that continues, so only kanji are marked.
    for (const name of alone) if (page.scripts[name.start] === SCRIPT.han) mark(name, "PERSON")
  }
  return ({ start, end }) => {
    for (let at = start; at < end; at++) if (firsts[at] === -1) return true
    return (firsts[start] ?? start) < start || (lasts[end - 1] ?? end) > end
  }
}

const LEGAL = /会社|法人|\([株有同]\)|[㈱㈲]/
