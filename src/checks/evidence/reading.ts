import { facts, type Fact } from "../../text/facts.ts"
import { plainWords } from "../../text/words/words.ts"
import { subjectStems } from "./subject-stems.ts"

/** A piece of text as the comparisons need it. */
export interface Reading {
  text: string
  /** The stems of its content words, in order and without its figures. */
  stems: readonly string[]
  words: ReadonlySet<string>
  /** Figures, dates, links and codes, but no names and ordinals. */
  facts: readonly Fact[]
}

/** A sentence of a draft or a source. */
export interface SentenceReading extends Reading {
  /** Runs of four letters, across the spaces between words. */
  grams: ReadonlySet<string>
}

export function readText(text: string, language: string | null): Reading {
  const said = facts(text, language)
  const stems = subjectStems(text, said, language)
  return {
    text,
    stems,
    words: new Set(stems),
    facts: figuresAmong(said)
  }
}

/** Returns the facts without names and ordinals, which aren't compared one by one. */
export const figuresAmong = (said: readonly Fact[]): Fact[] =>
  said.filter(({ kind }) => kind !== "name" && kind !== "ordinal")

export function readSentence(text: string, language: string | null): SentenceReading {
  return { ...readText(text, language), grams: gramsOf(text) }
}

/** Returns a sentence's runs of four letters. */
export function gramsOf(text: string): Set<string> {
  const plain = ` ${plainWords(text.slice(0, LONGEST).toLowerCase()).join(" ")} `
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= plain.length; at++) grams.add(plain.slice(at, at + GRAM))
  return grams
}

const GRAM = 4
const LONGEST = 2000
