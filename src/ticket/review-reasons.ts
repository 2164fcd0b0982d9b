/** Why a draft was not good. An agent gives these reasons when rejecting it, and a lead ticks them in a review. */
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

/** The key that selects each reason. */
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
