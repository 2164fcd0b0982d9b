import type { MaskJob } from "./jobs.ts"

// This file is separate from jobs.ts, so that a page that only sends jobs doesn't load the finders.

/** Counts the characters that a job masks. */
export function charactersOf(job: MaskJob): number {
  if (job.kind === "text") return job.text.length
  const { subject, tags, fields, messages, attached = [] } = job.ticket
  const texts = [
    subject,
    ...tags,
    ...Object.entries(fields ?? {}).flat(),
    ...attached.flatMap(({ name, text }) => [name, text]),
    ...messages.flatMap((message) => [message.text, ...(message.attachments ?? []).map(({ name }) => name)])
  ]
  return texts.reduce((sum, text) => sum + text.length, 0)
}

/** Counts the characters that a job reads: also those of identities, each of which is sought in what is masked. */
export function charactersReadBy(job: MaskJob): number {
  const { identities = [] } = job.kind === "ticket" ? job.ticket : {}
  return identities.reduce((sum, { value }) => sum + value.length, charactersOf(job))
}

/** Distinguishes a job from anything else in a message from another part of the extension. */
export function isMaskJob(job: unknown): job is MaskJob {
  if (typeof job !== "object" || job === null || !("kind" in job)) return false
  if (job.kind === "ticket") return "ticket" in job && typeof job.ticket === "object" && job.ticket !== null
  return (
    job.kind === "text" &&
    "text" in job &&
    typeof job.text === "string" &&
    "table" in job &&
    "known" in job &&
    Array.isArray(job.known)
  )
}
