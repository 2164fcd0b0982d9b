/** What the drafting room uses of the checks. A new check of sentences is a folder beside these (docs/add-a-check.md). */
export { guardOf, hiddenRemover, type GuardFinding } from "./guard.ts"
export { letterInLanguage, sentenceInLanguage } from "./language.ts"
export { sentenceMarker } from "./sentence-marks.ts"
export { promiseIn, type PromiseFound } from "./promises.ts"
export { supportChecker, type SentenceChecker } from "./support.ts"
