/** What the drafting room uses of the checks. A new check of sentences is a folder beside these (docs/add-a-check.md). */
export { hiddenRemover } from "./guard.ts"
export { letterInLanguage, sentenceInLanguage } from "./language.ts"
export { sentenceMarker } from "./sentence-marks.ts"
export { supportChecker } from "./support.ts"
