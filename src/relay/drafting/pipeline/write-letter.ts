import type { DraftJob, RetrievedSources } from "../../../models/drafter/contract.ts"
import { inSpan } from "../../../runtime/scope/span.ts"
import { addLeadingReply } from "../offline/solved/leading-reply.ts"
import { LetterInProgress, type LetterChecks } from "./letter-in-progress.ts"
import { bodyToStore, forBrowser } from "./lookup-sources.ts"
import { openDraftChecker } from "./open-draft-checker.ts"
import { repairLetter } from "./repair-letter.ts"
import { wishedLanguage } from "./ticket-language.ts"
import { openVerification } from "./letter-verification.ts"
import type { DraftContext, DraftTask, WrittenLetter } from "./write-draft.ts"

/**
 * Has the letter written from the sources, and its sentences checked as they are finished. If the offline drafter finds
 * no answer in the pages, the reply to a solved ticket may become the letter.
 * @throws ModelError, and the signal's reason once it is aborted
 */
export async function writeLetter(context: DraftContext, task: DraftTask): Promise<WrittenLetter> {
  const { retrieval, language } = context
  const { request, person, drafter, solved } = task
  const letter = await writeFrom(retrieval, context, task)
  if (letter.text !== "" || drafter.name !== "offline" || !solved) return letter
  const withReply = await addLeadingReply(retrieval, request, language, () => solved(request.ticket, person))
  return withReply === retrieval ? letter : writeFrom(withReply, context, task)
}

/** Writes one letter from these sources, checks it, and repairs it if it has faults. */
async function writeFrom(retrieval: RetrievedSources, context: DraftContext, task: DraftTask): Promise<WrittenLetter> {
  const { request, readTicket, emit, signal, drafter, began, today } = task
  emit({ type: "sources", sources: forBrowser(retrieval.sources) })
  const job = await jobOf(publicOnly(retrieval), context, task)
  const { sources } = job.retrieval
  const openChecker = (language: string | null) =>
    openDraftChecker({ ticket: readTicket, sources, language, today }, signal)
  const language = job.wishedLanguage ?? context.language
  const verification = openVerification(task, { sources, language })
  const checks: LetterChecks = { language, checker: openChecker(language), numbers: sources.map(({ n }) => n), emit }
  const letter = new LetterInProgress(checks, (claim) => verification?.add(claim, letter.text))
  try {
    for await (const part of drafter.write(job, signal)) {
      signal.throwIfAborted()
      if ("upstream" in part) {
        const { url, body } = part.upstream
        emit({ type: "upstream", model: letter.writer ?? drafter.name, url, body: bodyToStore(body, request.ticket) })
      } else if ("waiting" in part) emit({ type: "draft-waiting", ...part.waiting })
      else if ("language" in part) letter.writeIn(part.language, openChecker(part.language))
      else letter.take(part, began)
    }
    signal.throwIfAborted()
    const { writer = drafter.name, ...finished } = await letter.finish(began)
    const finalLetter = await repairLetter(
      { ...finished, model: writer, sources, verification },
      { job, readTicket, drafter, checks, signal, began }
    )
    signal.throwIfAborted()
    return finalLetter
  } finally {
    letter.close()
  }
}

/** Returns what the drafter is asked for. */
function jobOf(retrieval: RetrievedSources, context: DraftContext, task: DraftTask): Promise<DraftJob> {
  const { language, voice, wordings } = context
  const { request, person, held } = task
  return inSpan("prompt", {}, async () => ({
    request,
    retrieval,
    language,
    person,
    voice,
    wordings,
    held,
    ...(await forModel(context, task))
  }))
}

/** Returns the part of the job that only a model gets. The offline drafter reads the ticket itself. */
async function forModel(
  { language, threadSummary }: DraftContext,
  { request, person, team, examples, today }: DraftTask
): Promise<Partial<DraftJob>> {
  if (!threadSummary) return {}
  const summary = await threadSummary
  const languageToWrite = wishedLanguage(request.instruction, language)
  return {
    today,
    threadSummary: summary,
    ...(languageToWrite && { wishedLanguage: languageToWrite }),
    ...(team && { team }),
    ...(examples && { examples: await examples(request.ticket, person) })
  }
}

/**
 * An internal page is shown to the agent, but nothing of it may reach a customer, so the drafter and the checks never
 * see it.
 */
export function publicOnly(retrieval: RetrievedSources): RetrievedSources {
  return { ...retrieval, sources: retrieval.sources.filter(({ visibility }) => visibility === "public") }
}
