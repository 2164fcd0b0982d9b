import { guard } from "./guard/check.ts"
import type { SentenceCheck } from "./sentence/sentence-check.ts"

/**
 * Every check of a draft's sentences. The first that finds something marks the sentence.
 * Written by `npm run registries` from the files: don't edit.
 */
export const sentenceChecks: readonly SentenceCheck[] = [guard]
