import { isAnswerJob, isEvidenceJob } from "../evidence/is-evidence-job.ts"
import { isGuardJob } from "../guard/is-guard-job.ts"
import { isPromisesJob } from "../speech/is-promises-job.ts"
import { isToneJob } from "../tone/is-tone-job.ts"
import { isTranslationJob } from "../translation/translation-job.ts"

/**
 * Runs a check that the background sent to the extension's hidden page. The first job of a kind loads its module, so that
 * masking, which every draft waits for, starts without it. @throws TypeError if it is no such job
 */
export async function runCheckJob(job: unknown): Promise<unknown> {
  if (isGuardJob(job)) return (await import("../guard/job.ts")).runGuardJob(job)
  if (isEvidenceJob(job)) return (await import("../evidence/pairs.ts")).runEvidenceJob(job)
  if (isAnswerJob(job)) return (await import("../evidence/answering-sentences.ts")).runAnswerJob(job)
  if (isToneJob(job)) return (await import("../tone/job.ts")).runToneJob(job)
  if (isPromisesJob(job)) return (await import("../speech/earlier-promises.ts")).runPromisesJob(job)
  if (isTranslationJob(job)) return (await import("../translation/job.ts")).runTranslationJob(job)
  throw new TypeError("not a job of this page")
}
