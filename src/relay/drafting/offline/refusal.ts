import { stems } from "../../../search/words/stems.ts"
import type { Refusal } from "../../../ticket/draft.ts"
import { languageOfSource, languageNameIn } from "./other-language.ts"
import type { RetrievedSources } from "../../../models/drafter/contract.ts"

/** Returns the refusal: why there is no draft, what was searched, and the nearest sources. */
export function refusalOf(
  reason: Refusal["reason"],
  { searched, documents, sources, holding }: RetrievedSources,
  language: string | null
): Refusal {
  const nearest = sources
    .filter((source) => source.visibility === "public")
    .slice(0, NEAREST)
    .map((source) => {
      const { title, passage } = source
      const own = languageOfSource(source)
      const words = new Set(stems(`${title}\n${passage}`, language))
      const [has, lacks] = [
        searched.filter((word) => says(words, word, language)),
        searched.filter((word) => !says(words, word, language))
      ]
      const why = [list("Speaks of", has), list("not of", lacks)].filter(Boolean).join(", ")
      return { title, why: own && own !== language ? `In ${languageNameIn(own, "en")}. ${why}`.trim() : why }
    })
  return {
    reason,
    searched,
    ...(holding && { holding: searched.map((word) => passagesWith(word, holding, language)) }),
    documents,
    nearest: reason === "no-answer" ? nearest : []
  }
}

/** A word may have several stems; it is in no more passages than the rarest of them. */
function passagesWith(word: string, holding: ReadonlyMap<string, number>, language: string | null): number {
  const each = stems(word, language).map((stem) => holding.get(stem) ?? 0)
  return each.length > 0 ? Math.min(...each) : 0
}

const NEAREST = 3
const WORDS = 4
const says = (words: Set<string>, word: string, language: string | null) =>
  stems(word, language).every((stem) => words.has(stem))
const list = (what: string, words: string[]) =>
  words.length
    ? `${what} ${words
        .slice(0, WORDS)
        .map((word) => `“${word}”`)
        .join(", ")}`
    : ""
