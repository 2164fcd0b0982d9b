import { inSpan } from "../../../runtime/scope/span.ts"
import { addSources, type RetrievedSources } from "../../../models/drafter/contract.ts"
import { languageOfLocale } from "../../../text/languages.ts"
import type { Source, SummaryLine } from "../../../ticket/draft.ts"
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
  const hits = await search
  const language = hits.language === undefined ? await ticketLanguage(ticket) : hits.language
  const retrieval = await withTranslations(hits, task, language)
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

/**
 * Adds the pages that say in the language that the agent wishes what was found in the ticket's. Search compares words,
 * and two languages share few.
 */
async function withTranslations(
  retrieval: RetrievedSources,
  { request, person, signal, retriever, translations }: DraftTask,
  language: string | null
): Promise<RetrievedSources> {
  const wished = wishedLanguage(request.instruction, language)
  if (!translations || wished === undefined || wished === language) return retrieval
  const pages = retrieval.sources.filter(({ visibility, kind }) => visibility === "public" && PAGES.has(kind))
  if (pages.some(({ locale }) => languageOfLocale(locale) === wished)) return retrieval
  const best = Math.max(0, ...pages.map(({ score }) => score))
  const use = await translations(
    pages.filter(({ score }) => score >= best * NEARLY),
    wished,
    signal
  )
  if (use.length === 0) return retrieval
  const chosen = { use, not: request.sources?.not ?? [] }
  const { sources } = await retriever.find(request.ticket, person, signal, use.length, chosen)
  return addSources(
    retrieval,
    use.flatMap((id) => sources.find((source) => source.id === id) ?? [])
  )
}

const PAGES: ReadonlySet<Source["kind"]> = new Set(["article", "policy", "product"])
/** The share of the best page's score from which a page's translation is added. */
const NEARLY = 0.75

/** Reads what was asked and tried. Nobody waits for it after an abort. */
function summariseThread(ticket: MaskedTicket, signal: AbortSignal): Promise<SummaryLine[]> {
  const lines = Array.fromAsync(createOfflineSummariser().summarise(ticket, signal))
  lines.catch(() => undefined)
  return lines
}
