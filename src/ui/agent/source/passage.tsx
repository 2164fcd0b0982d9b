import { splitAtHighlights, type Highlight } from "./highlights.ts"
import type { Source } from "../../../ticket/draft.ts"

/** The text of a source; what the letter stands on, or what was looked for, is marked. */
export function PassageText({ source, pieces }: { source: Source; pieces: Highlight[] }) {
  return (
    <q lang={source.locale} dir="auto">
      {splitAtHighlights(source.passage, pieces).map((part, index) =>
        index % 2 === 1 ? <mark key={index}>{part}</mark> : part
      )}
    </q>
  )
}

/** Folded: the first of these sentences, in two lines at most. */
export function PassageLine({ source, pieces: [first] }: { source: Source; pieces: Highlight[] }) {
  if (!first) return null
  return (
    <q className="line" lang={source.locale} dir="auto">
      <span>{source.passage.slice(first.start, first.end)}</span>
    </q>
  )
}
