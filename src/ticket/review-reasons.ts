/** Why a draft was not good: what an agent says when rejecting it, and what a lead ticks. */
export const REASONS = [
  "wrong-fact",
  "unsafe-promise",
  "missing-step",
  "misread",
  "tone",
  "language",
  "source",
  "too-long",
  "other"
] as const
export type Reason = (typeof REASONS)[number]

/** The one key of each. */
export const REASON_KEYS: Record<Reason, string> = {
  "wrong-fact": "F",
  "unsafe-promise": "P",
  "missing-step": "M",
  misread: "C",
  tone: "T",
  language: "L",
  source: "O",
  "too-long": "X",
  other: "Z"
}
