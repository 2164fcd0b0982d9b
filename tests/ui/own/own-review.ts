import type { OwnReview } from "../../../src/protocol/routes/case-work.ts"

export const REVIEW: OwnReview = {
  caseId: "00000000-0000-4000-8000-00000000d001",
  helpdesk: "zendesk",
  ticketId: "4001",
  subject: "Where is my parcel?",
  language: "en",
  at: "2026-11-20T10:00:00Z",
  verdict: "small-edit",
  scores: [
    { criterion: "correct", name: "", score: "yes" },
    { criterion: "tone", name: "", score: "no" }
  ],
  total: 0.7,
  comment: "Greet first.",
  disputes: []
}
