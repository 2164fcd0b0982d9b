import { inSpan } from "../../../runtime/scope/span.ts"
import type { SummaryLine } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { wordingsBeside } from "../../memories/in-force.ts"
import { chooseVoice } from "../../voices/choose-voice.ts"
import { createOfflineSummariser } from "../summary/summary.ts"
import { versionWith } from "./pipeline-version.ts"
import { ticketLanguage, wishedLanguage } from "./ticket-language.ts"
import type { DraftTask, RetrievedContext } from "./write-draft.ts"

/**
 * How many public sources a draft has. It has more only if the agent chose more. The agent sees internal ones beside
 * them.
 */
const MAX_SOURCES = 5

/** Finds the sources for the ticket, the voice that its reply has, and the words that the team writes. */
export async function retrieve(task: DraftTask): Promise<RetrievedContext> {
  const { request, readTicket, person, signal, retriever, drafter, version } = task
  const { ticket } = request
  const search = inSpan("search", {}, () => retriever.find(ticket, person, signal, MAX_SOURCES, request.sources))
  // The thread is read while the database is asked for pages.
  const threadSummary = drafter.name === "offline" ? undefined : summariseThread(readTicket, signal)
  const retrieval = await search
  const language = retrieval.language === undefined ? await ticketLanguage(ticket) : retrieval.language
  const voices = retrieval.hasVoices === false ? undefined : await task.voices?.()
  const memories = retrieval.hasMemories === false ? undefined : await task.memories?.(ticket.helpdesk)
  const voice = chooseVoice(voices?.voices ?? [], ticket, wishedLanguage(request.instruction, language) ?? language)
  const pipelineVersion = versionWith(version, voices, memories)
  await task.noteVersion?.(pipelineVersion, {
    ...task.versionParts,
    voices: voices?.hash ?? "",
    memories: memories?.hash ?? ""
  })
  return {
    retrieval,
    language,
    voice,
    wordings: wordingsBeside(voice, memories?.wordings ?? []),
    pipelineVersion,
    threadSummary
  }
}

/** Reads what was asked and tried. Nobody waits for it after an abort. */
function summariseThread(ticket: MaskedTicket, signal: AbortSignal): Promise<SummaryLine[]> {
  const lines = Array.fromAsync(createOfflineSummariser().summarise(ticket, signal))
  lines.catch(() => undefined)
  return lines
}
