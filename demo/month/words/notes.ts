import type { Reason } from "../../../src/ticket/review-reasons.ts"

/** These are notes that agents write with "Not useful" and leads with a review, in the team's own language. */
export const REJECTED: Record<Reason, string[]> = {
  "wrong-fact": ["The number of days isn't right.", "That's the old price.", ""],
  "unsafe-promise": ["We can't promise that.", "No credit without approval.", ""],
  "missing-step": ["Doesn't say where the label is.", "They still have to confirm the address.", ""],
  misread: [
    "They ask about the invoice, not the parcel.",
    "It's a complaint, not a question.",
    "They had tried that already.",
    ""
  ],
  tone: ["Too cold for somebody who waited two weeks.", "Reads like a form.", ""],
  language: ["Wrong form of address.", "Mixed languages.", ""],
  source: ["This article is out of date.", ""],
  "too-long": ["Three sentences would do.", ""],
  other: ["I know this customer.", "Answered on the phone.", ""]
}

export const REVIEWED: Record<Reason, string[]> = {
  "wrong-fact": [
    "The article says otherwise; somebody should look at its date.",
    "Wrong, and the agent saw it in time."
  ],
  "unsafe-promise": ["A credit needs approval. Good that it was taken out.", "Promised a day nobody can promise."],
  "missing-step": ["The next step for the customer is missing.", "Should have asked for the address first."],
  misread: ["It answers another question than the one asked.", "The second mail was not read."],
  tone: ["A sentence of regret would help here.", "Right, but curt."],
  language: ["Sie and du mixed.", "Reads as if translated."],
  source: ["The article needs an update, not the draft.", "Last year's policy."],
  "too-long": ["The first two sentences say it all."],
  other: ["Let's talk about this one on Thursday.", ""]
}

export const PRAISED = [
  "Good as it is.",
  "Good that you named a date.",
  "Well shortened.",
  "The added sentence is what was missing.",
  ""
]
