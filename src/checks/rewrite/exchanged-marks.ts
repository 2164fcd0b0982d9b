import type { FactChange } from "../../ticket/fact-change.ts"
import type { Span } from "../../ticket/evidence-pair.ts"
import { counterpartsOf, type SentenceStems } from "./counterparts.ts"
import type { Stems } from "./stems.ts"

/**
 * Finds two placeholders that changed places: each is in the sentence that says what the other's sentence said. Both
 * have to be there once in each text, and in two sentences.
 */
export function exchangedMarks(before: Stems, after: Stems): FactChange[] {
  const [said, says] = [marksOf(before), marksOf(after)]
  const [own, other] = [before.sentences.map(withoutMarks), after.sentences.map(withoutMarks)]
  const both = [...said].flatMap(([mark, before]) => {
    const after = says.get(mark)
    const sentence = own.find((each) => isIn(before, each))
    if (!after || !sentence) return []
    const counterparts = counterpartsOf(sentence, other)
    const beside = [...says].filter(([, span]) => counterparts.some((each) => isIn(span, each)))
    return [{ mark, before, after, beside: new Set(beside.map(([there]) => there)) }]
  })
  const isElsewhere = (one: (typeof both)[number], instead: (typeof both)[number]) =>
    one.beside.has(instead.mark) && !one.beside.has(one.mark)
  return both.flatMap((one, at) =>
    both
      .slice(at + 1)
      .filter((instead) => isElsewhere(one, instead) && isElsewhere(instead, one))
      .map(() => ({ kind: "placeholder" as const, before: one.before, after: one.after }))
  )
}

/** Returns the placeholders that stand once. */
function marksOf({ text }: Stems): ReadonlyMap<string, Span> {
  const marks = Map.groupBy(text.matchAll(/\[[A-Z][A-Z_]*_\d+\]/gu), ([mark]) => mark)
  return new Map(
    [...marks].flatMap(([mark, [only, ...more]]) =>
      only && more.length === 0 ? [[mark, { start: only.index, end: only.index + mark.length }] as const] : []
    )
  )
}

const withoutMarks = ({ start, end, stems }: SentenceStems): SentenceStems => ({
  start,
  end,
  stems: new Set([...stems].filter((stem) => !stem.startsWith("[")))
})
const isIn = (one: Span, sentence: Span): boolean => one.start >= sentence.start && one.end <= sentence.end
