import { languageWritten } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { compareTranslation } from "./compare-translation.ts"
import type { ComparedTranslation, TranslationJob } from "./translation-job.ts"

/** Runs a job of the hidden page: the same comparison that the relay makes of a model's translation. */
export function runTranslationJob({ into, texts }: TranslationJob): ComparedTranslation[] {
  return texts.map(({ before, after }) => {
    const { language } = languageWritten(before, LANGUAGES)
    if (after === undefined) return { language }
    return { language, rows: compareTranslation({ text: before, language }, { text: after, language: into }).rows }
  })
}
