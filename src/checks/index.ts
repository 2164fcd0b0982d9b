/** The checks, one file each. A new one is a file beside these and a line here. */
export { guardOf, hiddenRemover, type GuardFinding } from "./guard.ts"
export { letterInLanguage, sentenceInLanguage } from "./language.ts"
export { promiseIn, type PromiseFound } from "./promises.ts"
export { supportChecker, type SentenceChecker } from "./support.ts"
