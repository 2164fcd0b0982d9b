import type { ReportAnswer, ReportQuery, SettleAnswer, SettleRequest } from "./knowledge-report.ts"
import type { RecommendationsAnswer, ToneDecisionsAnswer } from "./review.ts"
import type { SignedOut } from "./notice.ts"
import type { ConfirmPageRequest, SolvedTicketsAnswer, SolvedTicketsQuery } from "./past-tickets.ts"
import type { PairedPerson } from "./relay.ts"
import type {
  CaseAnswer,
  CaseFilter,
  FiguresAnswer,
  FiguresBy,
  QueueAnswer,
  QueueQuery,
  Review,
  ReviewRequest
} from "./review.ts"

/**
 * Messages between the lead's pages (review, figures, knowledge) and the background, which has the lead's token. They
 * are answered with `LeadAnswer`.
 */
export type LeadCommand =
  | { kind: "lead-status" }
  | { kind: "lead-sign-out" }
  | { kind: "lead-queue"; query: QueueQuery }
  | { kind: "lead-case"; caseId: string }
  | { kind: "lead-save"; caseId: string; review: ReviewRequest }
  | { kind: "lead-figures"; query: FiguresQuery }
  | { kind: "lead-tone" }
  | { kind: "lead-recommendations" }
  | { kind: "lead-intents" }
  | { kind: "lead-export"; query: ExportQuery }
  | { kind: "lead-report"; query: ReportQuery }
  | { kind: "lead-settle"; findingId: string; settling: SettleRequest }
  | { kind: "lead-solved"; query: SolvedTicketsQuery }
  | { kind: "lead-confirm-page"; request: ConfirmPageRequest }
  | { kind: "lead-memories" }
  | {
      kind: "lead-memory-save"
      id: string
      change: { version: number; word?: string; text?: string; expires?: string }
    }
  | { kind: "lead-memory-remove"; id: string }
export type LeadKind = LeadCommand["kind"]

export type FiguresQuery = CaseFilter & { by?: FiguresBy | undefined }
export type ExportQuery = FiguresQuery & { of: "figures" | "cases"; format: "csv" | "jsonl" }

export interface LeadValues {
  "lead-status": LeadStatus
  "lead-sign-out": null
  "lead-queue": QueueAnswer
  "lead-case": CaseAnswer
  /** The review as it stands now. */
  "lead-save": Review
  "lead-figures": FiguresAnswer
  "lead-tone": ToneDecisionsAnswer
  "lead-recommendations": RecommendationsAnswer
  /** A file's text. */
  "lead-export": string
  /** The report, or its progress. In the second case the page asks again with its run. */
  "lead-report": ReportAnswer
  /** The finding as it stands now. */
  "lead-settle": SettleAnswer
  "lead-solved": SolvedTicketsAnswer
  "lead-confirm-page": null
}

/** `review` comes with "review-changed" and is what another lead saved meanwhile. */
export type LeadAnswer<K extends LeadKind = LeadKind> =
  | { ok: true; value: LeadValues[K] }
  | { ok: false; code: string; message?: string; review?: Review }

export interface LeadStatus {
  /** The person whose token the review uses, or undefined when no lead or admin is signed in. */
  reviewer?: PairedPerson
  /** The reviewer's relay, or else the one at which a new code is tried. */
  address: string
  /** Who is signed in to the panel, if that is somebody else. */
  panel?: PairedPerson
  /** The relay ended the reviewer's sign-in. */
  revoked?: true
  signedOut?: SignedOut
}

/** Says whether a person's role may review. */
export const mayReview = (person: Pick<PairedPerson, "role"> | undefined): boolean =>
  person?.role === "lead" || person?.role === "admin"

export const isAdmin = (person: Pick<PairedPerson, "role"> | undefined): boolean => person?.role === "admin"

/**
 * The name under which the lead's pages keep what isn't saved yet. It is in the session's memory, because it may
 * contain a customer's words.
 */
export const UNSAVED_REVIEWS = "review.unsaved"
