import type { AttachmentText } from "../../ticket/attachment.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"

type HiddenPageChecks = Pick<
  CopilotParts,
  "checkDraft" | "findAnswer" | "findDeeds" | "findEvidence" | "findPromises" | "checkTranslation" | "readAttachment"
>

/**
 * The checks that load word lists, which would slow down the background worker.
 * @param ask has a job run in the extension's hidden page, which belongs to the same build, so that its answer is taken
 * as it comes
 */
export function hiddenPageChecks(ask: (job: unknown, signal: AbortSignal) => Promise<unknown>): HiddenPageChecks {
  const within =
    <Job, Found>() =>
    async (job: Job) =>
      (await ask(job, AbortSignal.timeout(CHECK_MS))) as Found
  return {
    checkDraft: within(),
    findAnswer: within(),
    findDeeds: within(),
    findEvidence: within(),
    findPromises: within(),
    checkTranslation: within(),
    readAttachment: async (job, signal) => (await ask(job, signal)) as AttachmentText
  }
}

/** In milliseconds. */
const CHECK_MS = 5000
