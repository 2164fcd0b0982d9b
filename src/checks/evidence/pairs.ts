import type { EvidencePair } from "../../ticket/evidence-pair.ts"
import { sentences } from "../../text/sentences.ts"
import { compareWithSource } from "./compare.ts"
import { rankedToShow, rankEvidence } from "./rank.ts"

/** A letter to be held beside its sources in another part of the extension, because the tables of words are large. */
export interface EvidenceJob {
  kind: "evidence"
  text: string
  /** ISO 639-1 of the letter. */
  language: string | null
  /** 0 is the ticket itself, one text for each message. */
  sources: { n: number; text: string }[]
}

/** Holds each sentence of a letter beside the nearest sentences of its sources. The pairs are in the letter's order. */
export function runEvidenceJob({ text, language, sources }: EvidenceJob): EvidencePair[] {
  const said = sources.flatMap(({ n, text: page }) => sentences(page, language).map((one) => ({ n, text: one.text })))
  const texts = said.map((one) => one.text)
  return sentences(text, language)
    .slice(0, MOST)
    .map((sentence) => ({
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      sources: rankedToShow(rankEvidence(sentence.text, texts, language)).flatMap(({ index, score }) => {
        const one = score < NEAR ? undefined : said[index]
        return one ? [{ ...one, differences: compareWithSource(sentence.text, one.text, language) }] : []
      })
    }))
}

/** Of own sentences with their pages, 97 % score higher, and of sentences with pages of another firm, a fifth. */
const NEAR = 0.25
/** A longer letter is hostile or a table. */
const MOST = 200
