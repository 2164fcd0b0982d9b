import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import type { Kysely } from "kysely"
import type { MaskRules } from "../../masking/basis/masking-rules.ts"
import { maskText } from "../../masking/mask-text.ts"
import { readRules } from "../../masking-rules/rules.ts"
import type { Schema } from "../../storage/schema.ts"

/** A stretch of a text that may become a memory, in UTF-16 units. */
export interface Stretch {
  /** The sentence around it, which tells what its words are. */
  sentence: string
  start: number
  end: number
  language: string
}

/**
 * Reads the team's rules and returns what says whether a stretch holds personal data: a placeholder, a gap, or anything
 * that masking in strict mode would replace.
 */
export async function readPersonalData(db: Kysely<Schema>): Promise<(stretch: Stretch) => boolean> {
  const rules: MaskRules = { ...(await readRules(db)), mode: "strict" }
  return ({ sentence, start, end, language }) =>
    /[[\]]/.test(sentence.slice(start, end)) ||
    maskText(sentence, NO_PLACEHOLDERS, [], { locale: language, rules }).spans.some(
      (span) => span.type !== "LIT" && span.start < end && start < span.end
    )
}

/** Does the same for a whole sentence, or for words that stand in one. */
export async function readPersonalWords(db: Kysely<Schema>): Promise<(words: string, language: string) => boolean> {
  const isPersonal = await readPersonalData(db)
  return (words, language) =>
    isPersonal(
      /[.!?。！？]$/.test(words)
        ? { sentence: words, start: 0, end: words.length, language }
        : asWritten(words, language)
    )
}

/** Puts words into a sentence, because words that stand alone look like somebody's signature. */
function asWritten(words: string, language: string): Stretch {
  const [before, after] = (SENTENCES.get(language) ?? "We write | in our replies.").split("|")
  const start = before?.length ?? 0
  return { sentence: `${before}${words}${after}`, start, end: start + words.length, language }
}

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ["de", "Wir schreiben | in unseren Antworten."],
  ["fr", "Nous écrivons | dans nos réponses."],
  ["es", "Escribimos | en nuestras respuestas."],
  ["pt", "Escrevemos | nas nossas respostas."],
  ["ja", "返信では「|」と書きます。"]
])
