import type { FactChange } from "../../ticket/fact-change.ts"
import { STOP, type ClaimKind } from "./claim-words.ts"
import { clauseAt, type Stems } from "./stems.ts"

/** Finds verbs that only the team does in one text and only the customer in the other. */
export function swappedActors(before: Stems, after: Stems): FactChange[] {
  const [said, says] = [actorsOf(before), actorsOf(after)]
  return [...said].flatMap(([stem, one]) => {
    const other = says.get(stem)
    return other && one.kinds.size === 1 && other.kinds.size === 1 && one.kinds.isDisjointFrom(other.kinds)
      ? [{ kind: "actor" as const, before: one.span, after: other.span }]
      : []
  })
}

/** Finds duties of the customer that are the team's doing in the text before: "we ask" and "you need to ask". */
export function newDuties(before: Stems, after: Stems): FactChange[] {
  const clauses = before.words.filter(({ kind }) => kind === "we").map((word) => clauseAt(word, before))
  const isOurs = (stem: string) => clauses.some(({ stems }) => stems.has(stem))
  const isTheirs = (stem: string) =>
    before.words.some(({ kind, start, end }) => kind === "duty" && clauseAt({ start, end }, before).stems.has(stem))
  return after.words.flatMap(({ kind, start, end }): FactChange[] => {
    if (kind !== "duty") return []
    const { stems } = clauseAt({ start, end }, after)
    return [...stems].some((stem) => isOurs(stem) && !isTheirs(stem)) ? [{ kind: "actor", after: { start, end } }] : []
  })
}

interface Actor {
  kinds: Set<ClaimKind>
  span: { start: number; end: number }
}

/** Returns for the first content word behind each "we" and "you" who does it. */
function actorsOf({ text, words: claims, stems }: Stems): Map<string, Actor> {
  const actors = new Map<string, Actor>()
  for (const { kind, start, end } of claims) {
    if (kind !== "we" && kind !== "you") continue
    const verb = stems.find((word) => word.start >= end - 1)
    if (!verb || STOP.test(text.slice(end, verb.start)) || verb.start - end > NEXT) continue
    const known = actors.get(verb.stem)
    if (known) known.kinds.add(kind)
    else actors.set(verb.stem, { kinds: new Set([kind]), span: { start, end: verb.end } })
  }
  return actors
}

/** In characters. */
const NEXT = 24
