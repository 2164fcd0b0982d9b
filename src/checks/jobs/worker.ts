import type { AnswerJob } from "../evidence/answering-sentences.ts"
import type { DeedsJob } from "../deeds/letter-deeds.ts"
import type { EvidenceJob } from "../evidence/compare.ts"
import { isJob } from "../../ticket/jobs/is-job.ts"
import type { GuardJob } from "../guard/guard-draft.ts"
import type { PromisesJob } from "../speech/earlier-promises.ts"
import type { ToneJob } from "../tone/tone.ts"
import type { TranslationJob } from "../translation/compare-translation.ts"

/** The Worker that checks texts. It receives `{id, job}` and sends `{id, result}` or `{id, error}`. */
declare const self: DedicatedWorkerGlobalScope

self.addEventListener("message", async ({ data: { id, job } }: MessageEvent<{ id: number; job: unknown }>) => {
  try {
    self.postMessage({ id, result: await runCheckJob(job) })
  } catch (error) {
    // Only the name of the error is sent, because its message could hold text of the ticket.
    self.postMessage({ id, error: error instanceof Error ? error.name : "Error" })
  }
})

/**
 * Runs a check that the background sent to the extension's hidden page. The first job of a kind loads its module, so that
 * masking, which every draft waits for, starts without it. @throws TypeError if it is no such job
 */
async function runCheckJob(job: unknown): Promise<unknown> {
  if (isGuardJob(job)) return (await import("../guard/guard-draft.ts")).runGuardJob(job)
  if (isEvidenceJob(job)) return (await import("../evidence/compare.ts")).runEvidenceJob(job)
  if (isAnswerJob(job)) return (await import("../evidence/answering-sentences.ts")).runAnswerJob(job)
  if (isDeedsJob(job)) return (await import("../deeds/letter-deeds.ts")).letterDeeds(job)
  if (isToneJob(job)) return (await import("../tone/tone.ts")).runToneJob(job)
  if (isPromisesJob(job)) return (await import("../speech/earlier-promises.ts")).runPromisesJob(job)
  if (isTranslationJob(job)) return (await import("../translation/compare-translation.ts")).runTranslationJob(job)
  throw new TypeError("not a job of this page")
}

const isEvidenceJob = (job: unknown): job is EvidenceJob =>
  isJob<EvidenceJob>(job, "evidence", { text: "string", sources: "list" })

const isAnswerJob = (job: unknown): job is AnswerJob =>
  isJob<AnswerJob>(job, "answer", { question: "string", sources: "list" })

const isDeedsJob = (job: unknown): job is DeedsJob => isJob<DeedsJob>(job, "deeds", { text: "string" })

const isGuardJob = (job: unknown): job is GuardJob => isJob<GuardJob>(job, "guard", { draft: "string", thread: "list" })

const isPromisesJob = (job: unknown): job is PromisesJob => isJob<PromisesJob>(job, "promises", { ticket: "object" })

const isToneJob = (job: unknown): job is ToneJob => isJob<ToneJob>(job, "tone", { text: "string", thread: "list" })

const isTranslationJob = (job: unknown): job is TranslationJob =>
  isJob<TranslationJob>(job, "translation", { into: "string", texts: "list" })
