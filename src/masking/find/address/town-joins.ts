import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../../lexicon/lexicon.ts"
import type { Canvas } from "../../basis/canvas.ts"

/**
 * Joins an address and a town with a small word between them: "Bielefeld in der Heeper Straße 244",
 * "Kleestraße 14 in Hamburg".
 */
export function joinTowns(canvas: Canvas): void {
  const spans = canvas.spans
    .filter(({ type }) => type === "ADDRESS" || type === "PLACE")
    .sort((a, b) => a.start - b.start)
  const stretches: { start: number; end: number }[] = []
  for (const [n, { start, end, type }] of spans.entries()) {
    const next = spans[n + 1]
    if (!next || (type === "PLACE" && next.type === "PLACE")) continue
    if (next.start - end > LONGEST_JOIN || !JOIN.test(canvas.text.slice(end, next.start))) continue
    const last = stretches.at(-1)
    if (last && last.end === end) last.end = next.end
    else stretches.push({ start, end: next.end })
  }
  canvas.join(stretches, "ADDRESS", JOINED)
}

const JOINED = new Set(["ADDRESS", "PLACE"] as const)
const LONGEST_JOIN = 10
const JOIN = new RegExp(`^ (?:${[...wordsOf(LISTS, "place-joins")].join("|")}) $`, "u")
