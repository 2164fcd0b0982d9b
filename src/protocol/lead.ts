import type { ReportAnswer, ReportQuery, SettleAnswer, SettleRequest } from "./knowledge-report.ts"
import type { SignedOut } from "./panel.ts"
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
 * Between the lead's pages (review, figures, knowledge) and the background, which has the lead's token: asked by
 * message, answered with `LeadAnswer`.
 */
export type LeadCommand =
  | { kind: "lead-status" }
  | { kind: "lead-sign-out" }
  | { kind: "lead-queue"; query: QueueQuery }
  | { kind: "lead-case"; caseId: string }
  | { kind: "lead-save"; caseId: string; review: ReviewRequest }
  | { kind: "lead-figures"; query: FiguresQuery }
  | { kind: "lead-export"; query: ExportQuery }
  | { kind: "lead-report"; query: ReportQuery }
  | { kind: "lead-settle"; findingId: string; settling: SettleRequest }
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
  /** A file's text. */
  "lead-export": string
  /** The report, or how far it is: then it is asked for again by its run. */
  "lead-report": ReportAnswer
  /** The finding as it stands now. */
  "lead-settle": SettleAnswer
}

/** `review` comes with "review-changed": what another lead saved meanwhile. */
export type LeadAnswer<K extends LeadKind = LeadKind> =
  | { ok: true; value: LeadValues[K] }
  | { ok: false; code: string; message?: string; review?: Review }

export interface LeadStatus {
  /** Whose token the review goes by; absent while there is none of a lead or admin. */
  reviewer?: PairedPerson
  /** The relay of the reviewer, else the one that a new code is tried at. */
  address: string
  /** Who the panel is signed in as, where that is somebody else. */
  panel?: PairedPerson
  /** The relay ended the reviewer's sign-in. */
  revoked?: true
  signedOut?: SignedOut
}

/** Roles that may review. */
export const mayReview = (person: Pick<PairedPerson, "role"> | undefined): boolean =>
  person?.role === "lead" || person?.role === "admin"

export const isAdmin = (person: Pick<PairedPerson, "role"> | undefined): boolean => person?.role === "admin"

/**
 * Name under which the lead's pages keep what isn't saved yet, in the session's memory: it may hold a customer's words.
 */
export const UNSAVED_REVIEWS = "review.unsaved"
