import type { ComparedRewrite } from "../rewrite/compare-rewrite.ts"

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
export function isTranslationJob(job: unknown): job is TranslationJob {
  return (
    typeof job === "object" &&
    job !== null &&
    "kind" in job &&
    job.kind === "translation" &&
    "into" in job &&
    typeof job.into === "string" &&
    "texts" in job &&
    Array.isArray(job.texts)
  )
}
