import type { Claim } from "../../ticket/draft.ts"

/**
 * The claims of `before` that still hold in `after`, at their new places. A claim holds only while its sentence is
 * there verbatim, as a sentence of its own, in the same order. Of several ways to place the claims, the one that keeps
 * most is taken.
 */
export function followClaims(before: string, claims: Claim[], after: string): Claim[] {
  if (before === after) return claims
  const places = claims
    .flatMap((claim, rank) =>
      occurrences(after, before.slice(claim.start, claim.end)).map((start) => ({
        claim,
        rank,
        start,
        end: start + claim.end - claim.start
      }))
    )
    .sort((a, b) => a.start - b.start || a.rank - b.rank)
  return longestInOrder(places).map(({ claim, start, end }) => ({ ...claim, start, end }))
}

interface Place {
  claim: Claim
  rank: number
  start: number
  end: number
}

/**
 * The longest run of places that rises in both texts and doesn't overlap. The loop is quadratic, which is cheap because
 * a draft has some fifty sentences.
 */
function longestInOrder(places: Place[]): Place[] {
  const best: { length: number; from: number }[] = []
  places.forEach((place, index) => {
    let entry = { length: 1, from: -1 }
    for (let earlier = 0; earlier < index; earlier++) {
      const other = places[earlier]
      const length = (best[earlier]?.length ?? 0) + 1
      if (other && other.rank < place.rank && other.end <= place.start && length > entry.length)
        entry = { length, from: earlier }
    }
    best.push(entry)
  })
  const found: Place[] = []
  let at = best.reduce((top, entry, index) => (entry.length > (best[top]?.length ?? 0) ? index : top), 0)
  while (at >= 0) {
    const place = places[at]
    if (!place) break
    found.unshift(place)
    at = best[at]?.from ?? -1
  }
  return found
}

/** Returns where a sentence stands by itself in a text, or -1. */
export function placeOfSentence(text: string, sentence: string): number {
  return occurrences(text, sentence)[0] ?? -1
}

const MOST_PLACES = 20

function occurrences(text: string, sentence: string): number[] {
  const found: number[] = []
  if (sentence === "") return found
  for (let at = text.indexOf(sentence); at !== -1 && found.length < MOST_PLACES; at = text.indexOf(sentence, at + 1))
    if (standsAlone(text, at, at + sentence.length)) found.push(at)
  return found
}

/**
 * Whether the sentence stands alone: a line or another sentence ends before it, and white space or nothing follows it.
 */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const line = before.slice(before.lastIndexOf("\n") + 1).trimEnd()
  const opens = line === "" || /^(?:[-*•–]|\d{1,2}[.)])$/.test(line.trim()) || /[.!?…。！？]["'”’»)\]]*$/u.test(line)
  const closed = /[.!?…。！？:：]["'”’»)\]]*$/u.test(text.slice(start, end))
  // A line without a full stop (greeting, list item) ends only with its line.
  const closes = closed
    ? /^(?:\s|$)/.test(after) || /[。！？]$/.test(text.slice(start, end))
    : /^[^\S\n]*(?:\n|$)/.test(after)
  return opens && closes
}
