import { codesIn } from "../../../search/codes/codes.ts"
import { facts, type FactKind } from "../../../text/facts.ts"
import { languageOfLocale } from "../../../text/languages.ts"
import type { CorpusDocument } from "../corpus/corpus.ts"

/**
 * Returns what a page says that is the same in every language: figures with their units, dates, links, codes and
 * abbreviations.
 */
export function languageFreeFacts(doc: CorpusDocument): Set<string> {
  const text = [doc.title, ...doc.passages.flatMap((passage) => [...passage.headings, passage.text])].join("\n")
  const language = languageOfLocale(doc.locale)
  const figures = facts(text, language)
    .filter(
      ({ kind, unit, value }) => KINDS.has(kind) && !(kind === "number" && unit === "" && Number(value) < COUNTED)
    )
    .map(({ kind, unit, value }) => `${kind} ${unit} ${value}`)
  const codes = codesIn(text, language).map(({ plain }) => `code ${plain}`)
  const abbreviations = (text.match(ABBREVIATION) ?? []).map((word) => `word ${word}`)
  return new Set([...figures, ...codes, ...abbreviations])
}

const KINDS: ReadonlySet<FactKind> = new Set([
  "number",
  "money",
  "percent",
  "duration",
  "date",
  "weekday",
  "time",
  "link",
  "email",
  "code"
])
/** Smaller numbers without a unit are mostly those of a list. */
const COUNTED = 11
/** Matches "LED" and "PayPal", which stay as they are in a translation. */
const ABBREVIATION = /(?<![\p{L}\p{N}])(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z][A-Za-z]*)(?![\p{L}\p{N}])/gu
