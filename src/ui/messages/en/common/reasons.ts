/** The reasons of a rejection within a sentence: "Rejected: tone and too long". */
export const reasons = {
  "reason.within.wrong-fact": "wrong fact",
  "reason.within.unsafe-promise": "unsafe promise",
  "reason.within.missing-step": "missing step",
  "reason.within.misread": "misread the customer",
  "reason.within.tone": "tone",
  "reason.within.language": "language",
  "reason.within.source": "old or wrong source",
  "reason.within.too-long": "too long",
  "reason.within.other": "something else"
} as const
