import type { ComparedRewrite } from "../rewrite/compare-rewrite.ts"
import { isJob } from "../../ticket/jobs/is-job.ts"

// This file is separate from job.ts, so that a page that only sends jobs doesn't load the tables.

/** Asks which language texts are in, and holds a text beside its translation into `into` where it has one. */
export interface TranslationJob {
  kind: "translation"
  /** ISO 639-1 */
  into: string
  texts: { before: string; after?: string }[]
}

/** `language` is that of the text before (ISO 639-1), or null if it can't be told. */
export interface ComparedTranslation {
  language: string | null
  rows?: ComparedRewrite["rows"]
}

/** Distinguishes a job from anything else in a message from another part of the extension. */
export const isTranslationJob = (job: unknown): job is TranslationJob =>
  isJob<TranslationJob>(job, "translation", { into: "string", texts: "list" })
