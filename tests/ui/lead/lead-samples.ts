import type { ReviewChoices, ReviewSample } from "../../../src/protocol/review-queue.ts"

export const CHOICES: ReviewChoices = {
  helpdesks: ["zendesk"],
  languages: ["de", "en"],
  models: ["offline", "mistral-small"],
  pipelines: ["7c1e55aa01"],
  intents: ["refund"],
  topics: ["parcel", "invoice"],
  sources: [{ id: "doc-1", title: "Lost parcels" }],
  leads: [
    { id: "00000000-0000-4000-8000-000000000a01", name: "Anna" },
    { id: "00000000-0000-4000-8000-000000000b01", name: "Bert" }
  ]
}

const ESTIMATE = { n: 26, of: 45, share: 0.71, low: 0.62, high: 0.79 }

export function sampleOf(number: number): ReviewSample {
  return {
    id: `00000000-0000-4000-8000-00000000070${number}`,
    by: "Anna",
    at: "2026-11-20T10:00:00Z",
    cases: 4312,
    size: 60,
    reviewed: 45,
    verdicts: {
      send: ESTIMATE,
      "small-edit": ESTIMATE,
      "dont-send": { ...ESTIMATE, share: null, low: null, high: null }
    }
  }
}
