import { facts } from "../text/facts.ts"
import type { Source } from "../ticket/draft.ts"
import type { MaskedTicket } from "../ticket/masked-ticket.ts"
import { Evidence, statesFact } from "./evidence/evidence.ts"
import { figuresAmong, subjectStems } from "./evidence/reading.ts"

export interface SupportSignals {
  /** The share of the sentence's words that one source sentence contains together with its neighbours, from 0 to 1. */
  coverage: number
  /** The share of its figures that the sources or the ticket state, from 0 to 1. It is 1 for a sentence without any. */
  facts: number
}

/** Returns a function that measures how much of a sentence stands in the sources. Reports show it beside the verdict. */
export function supportSignals(
  ticket: MaskedTicket,
  sources: Source[],
  { language }: { language: string | null }
): (sentence: string) => SupportSignals {
  const evidence = new Evidence(ticket, sources, language)
  return (sentence) => {
    const said = facts(sentence, language)
    const figures = figuresAmong(said)
    const stems = subjectStems(sentence, said, language)
    const held = figures.filter((fact) => statesFact(evidence.units, fact)).length
    return {
      coverage: stems.length === 0 ? 1 : (evidence.matches(stems)[0]?.around ?? 0),
      facts: figures.length === 0 ? 1 : held / figures.length
    }
  }
}
