import type { Span } from "../../ticket/evidence-pair.ts"
import type { FactChange } from "../../ticket/rewrite.ts"
import { rowIn, type ComparedRewrite } from "../rewrite/compare-rewrite.ts"
import { settleChanges, type RowVerdict } from "../rewrite/settle-changes.ts"
import { alignSentences } from "./align-sentences.ts"
import { changedInTranslation, type WrittenIn } from "./changed-in-translation.ts"
import { languageWritten } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"

interface PlacedRow {
  before: Span | undefined
  after: Span | undefined
  changes: FactChange[]
}

/**
 * Holds a translation beside its text, sentence by sentence, with what may say something else. A change that belongs to
 * no sentence is shown at the first row.
 * @param judged what a judge found of the rows that the same call gave without it, in their order
 */
export function compareTranslation(
  before: WrittenIn,
  after: WrittenIn,
  judged: readonly (RowVerdict | undefined)[] = []
): Pick<ComparedRewrite, "rows"> {
  const placed = alignSentences(before, after).map(
    ({ before: said, after: says }): PlacedRow => ({
      before: spanOf(said),
      after: spanOf(says),
      changes: []
    })
  )
  for (const change of changedInTranslation(before, after)) {
    const row = placed.find((one) => overlaps(change.before, one.before) || overlaps(change.after, one.after))
    ;(row ?? placed[0])?.changes.push(change)
  }
  return {
    rows: placed.map(({ before: said, after: says, changes }, at) =>
      rowIn(before.text, after.text, { before: said, after: says, ...settleChanges(changes, judged[at]) })
    )
  }
}

function spanOf(all: readonly Span[]): Span | undefined {
  const [first, last] = [all[0], all.at(-1)]
  return first && last ? { start: first.start, end: last.end } : undefined
}

const overlaps = (a: Span | undefined, b: Span | undefined): boolean =>
  a !== undefined && b !== undefined && a.start < b.end && b.start < a.end

/** Asks which language texts are in, and holds a text beside its translation into `into` where it has one. */
export interface TranslationJob {
  kind: "translation"
  /** ISO 639-1 */
  into: string
  texts: { before: string; after?: string }[]
}

/** `language` is that of the text before (ISO 639-1), or null if it can't be told. */
export interface ComparedTranslation {
  language: string | null
  rows?: ComparedRewrite["rows"]
}

/** Runs a job of the hidden page: the same comparison that the relay makes of a model's translation. */
export function runTranslationJob({ into, texts }: TranslationJob): ComparedTranslation[] {
  return texts.map(({ before, after }) => {
    const { language } = languageWritten(before, LANGUAGES)
    if (after === undefined) return { language }
    return { language, rows: compareTranslation({ text: before, language }, { text: after, language: into }).rows }
  })
}
