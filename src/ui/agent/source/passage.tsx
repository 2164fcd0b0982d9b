import { splitAtHighlights, type Highlight } from "./highlights.ts"
import type { Source } from "../../../ticket/draft.ts"

/** The text of a source. The words that support the draft, or that were searched for, are marked. */
export function PassageText({ source, pieces }: { source: Source; pieces: Highlight[] }) {
  return (
    <q lang={source.locale} dir="auto">
      {splitAtHighlights(source.passage, pieces).map((part, index) =>
        index % 2 === 1 ? <mark key={index}>{part}</mark> : part
      )}
    </q>
  )
}

/** The line of a folded source: the first of these sentences, in at most two lines. */
export function PassageLine({ source, pieces: [first] }: { source: Source; pieces: Highlight[] }) {
  if (!first) return null
  return (
    <q className="line" lang={source.locale} dir="auto">
      <span>{source.passage.slice(first.start, first.end)}</span>
    </q>
  )
}
