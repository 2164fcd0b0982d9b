import { addSources, type RetrievedSources } from "../../models/drafter/contract.ts"
import type { Answer, Refusal, Source, Suggestion } from "../../ticket/draft.ts"
import type { Recommendation } from "./recommend.ts"

/** Adds the records of recommended products that search hasn't found as sources, each with its number. */
export function addProducts(retrieval: RetrievedSources, products: readonly Recommendation[]): RetrievedSources {
  const missing = products.filter(({ product }) => !retrieval.sources.some(({ id }) => id === product.document))
  return addSources(
    retrieval,
    missing.map(({ product: { document, title, sentence, locale, url, takenAt, version } }) => ({
      ...{ id: document, title, kind: "product", headings: [], passage: sentence },
      ...{ visibility: "public", locale, changed: takenAt.slice(0, 10), version, score: 0 },
      ...(url !== null && { url })
    }))
  )
}

/** What the agent is offered: a letter, or sentences to begin one with, or the reason why there is neither. */
interface Offer {
  text: string
  answer: Answer | undefined
  refusal?: Refusal | undefined
}

/**
 * Offers the records of recommended products as the first sentences that can be added, word for word. What the letter
 * says already isn't offered again. If no page answers, they are what may answer, and there is no refusal.
 * @param frame makes greeting and closing for a draft that has none
 */
export function withProducts(
  { text: letter, answer, refusal }: Offer,
  products: readonly Recommendation[],
  sources: readonly Source[],
  frame: () => Answer["frame"]
): Pick<Offer, "answer" | "refusal"> {
  const offered = products.flatMap(({ product: { document, sentence }, why }): Suggestion[] => {
    const source = sources.find(({ id }) => id === document)
    return source && !letter.includes(sentence) ? [{ source: source.n, text: sentence, at: 0, recommended: why }] : []
  })
  if (offered.length === 0) return { answer, refusal }
  const others = (answer?.suggestions ?? []).filter(({ text }) => !offered.some((one) => one.text === text))
  const suggestions = [...offered, ...others].slice(0, MAX_SUGGESTIONS)
  const isUnanswered = refusal?.reason === "no-answer" || refusal?.reason === "no-knowledge"
  if (refusal && !isUnanswered) return { answer, refusal }
  if (letter !== "") return { answer: { ...(answer ?? { tier: "sure" }), suggestions } }
  const around = answer?.frame ?? frame()
  return { answer: { ...answer, tier: "unsure", suggestions, ...(around && { frame: around }) } }
}

/** As many as there are digits that add one, less one for the page's own. */
const MAX_SUGGESTIONS = 8
