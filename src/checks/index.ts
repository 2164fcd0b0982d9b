/**
 * What the quality report uses of the checks. A new check of sentences is a folder beside these
 * (docs/add-a-check.md).
 */
export { guardDraft } from "./guard/guard-draft.ts"
export { markDraftLanguage, markSentenceLanguage } from "./draft-language.ts"
export { supportChecker } from "./judge-sentence.ts"
export { supportSignals } from "./support-signals.ts"
