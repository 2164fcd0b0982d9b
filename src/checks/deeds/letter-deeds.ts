import { LISTS } from "replywright/lexicon/checks"
import { patternsOf } from "../../lexicon/lexicon.ts"
import { isLanguage, type Language } from "../../text/languages.ts"
import { sentences } from "../../text/sentences.ts"
import type { LetterDeed } from "../../ticket/letter-deed.ts"
import { holds, wholeWords } from "../evidence/patterns.ts"
import { onceEach } from "../../text/memo/text-memory.ts"

/** A letter that is read in another part of the extension, because the lists of words are large. */
export interface DeedsJob {
  kind: "deeds"
  text: string
  /** ISO 639-1 of the letter. In a language without lists nothing is found. */
  language: string | null
}

/**
 * Returns the sentences in which the writer of a letter tells what was done, in the first person ("I have asked the
 * carrier"), or that something is attached. What the letter promises, or says of others, is neither. A sentence that
 * says both is a file.
 */
export function letterDeeds({ text, language }: Omit<DeedsJob, "kind">): LetterDeed[] {
  if (!isLanguage(language)) return []
  const { done, file } = listsOf(language)
  return sentences(text, language)
    .slice(0, MAX_SENTENCES)
    .flatMap(({ start, end, text: sentence }): LetterDeed[] => {
      if (QUESTION.test(sentence)) return []
      const kind = holds(sentence, file) ? "file" : holds(sentence, done) ? "done" : undefined
      return kind ? [{ kind, start, end, text: sentence }] : []
    })
}

/** A longer letter is hostile or a table. */
const MAX_SENTENCES = 200
const QUESTION = /[?？]["'”’»)」]*\s*$/u

const listsOf = onceEach((language: Language) => {
  const list = (name: "done-acts" | "enclosed") =>
    new RegExp(wholeWords(language, patternsOf(LISTS, language, name).join("|")), "iu")
  return { done: list("done-acts"), file: list("enclosed") }
})
