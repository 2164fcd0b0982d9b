import { facts } from "../../text/facts.ts"

/** What a sentence's figures may be reckoned from. */
export interface DerivedFrom {
  /** The sentences of ticket and sources that a verifier named. */
  evidence: readonly string[]
  /** The day, in ISO 8601. */
  today: string
  /** The sentences of the letter before it. */
  earlier: readonly string[]
}

/** Says whether each figure of a sentence is stated by the evidence, and from what one was reckoned. */
export function derivable(
  sentence: string,
  { evidence, earlier }: DerivedFrom,
  language: string | null
): { isDerivable: boolean; from?: { words: string; says: string } } {
  const stated = [...evidence, ...earlier].flatMap((text) => facts(text, language))
  return { isDerivable: facts(sentence, language).every((fact) => stated.some((one) => one.value === fact.value)) }
}
