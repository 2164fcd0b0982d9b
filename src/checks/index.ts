/**
 * What drafting and the quality report use of the checks. A new check of sentences is a folder beside these
 * (docs/add-a-check.md).
 */
export { guardDraft } from "./guard/guard-draft.ts"
export { holdBesideInjection } from "./injection/hold-beside-injection.ts"
export { hiddenRemover } from "./guard/find/hidden.ts"
export { findLetterFaults, type LetterFault } from "./letter-faults.ts"
export { markDraftLanguage, markSentenceLanguage } from "./draft-language.ts"
export { sentenceMarker } from "./sentence-marks.ts"
export { supportChecker } from "./support.ts"
export { supportSignals } from "./support-signals.ts"
