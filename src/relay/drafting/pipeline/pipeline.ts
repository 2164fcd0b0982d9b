import type { PairedPerson } from "../../../protocol/relay.ts"
import type { RankedMacro, SimilarTicket } from "../../../protocol/search.ts"
import type { Source, SummaryLine } from "../../../ticket/draft.ts"
import { type MaskedTicket, withRecentThread } from "../../../ticket/masked-ticket.ts"
import type { TicketAbout } from "../../../ticket/ticket-about.ts"
import {
  ModelError,
  type Drafter,
  type Verifier,
  type Retriever,
  type Summariser,
  type TeamWords
} from "../../../models/drafter/contract.ts"
import type { MemoriesInForce } from "../../memories/in-force.ts"
import type { CurrentStep } from "../../playbooks/find-step.ts"
import type { Recommendation } from "../../recommendations/recommend.ts"
import type { StoredVoices } from "../../voices/stored-voices.ts"
import type { Emit, Pipeline } from "./pipeline-events.ts"
import { hashOf, type VersionParts } from "./version-parts.ts"
import { pipelineVersion, versionWith } from "./pipeline-version.ts"
import { dayIn } from "../../../text/day-distance.ts"
import { areModelsOff } from "../../../runtime/scope/request-scope.ts"
import { ticketLanguage } from "./ticket-language.ts"
import { writeDraft } from "./write-draft.ts"

/** Raise this when retrieval, the checks or a stage of a draft change what a draft says. */
const RECIPE = "12"

export interface PipelineParts {
  retriever: Retriever
  drafter: Drafter
  summariser: Summariser
  /** Verifies the sentences of a model's letter. */
  verifier?: Verifier | undefined
  /** What writes where models are switched off for a request. */
  withoutModel?: { drafter: Drafter; summariser: Summariser }
  /** How long the verifier may take, in milliseconds. */
  verifyMs?: number
  /** The clock by which the day of a draft is decided, the relay's by default. */
  now?: () => Date
  /** What the team says of itself. Only a model reads it, but each letter has its disclosure. */
  team?: TeamWords | undefined
  /** Finds the macros for a ticket, best first. */
  macros?: ((ticket: MaskedTicket, person: PairedPerson) => Promise<RankedMacro[]>) | undefined
  /** Finds solved tickets like this one, best first, whose reply may lead without a model. */
  solved?: ((ticket: MaskedTicket, person: PairedPerson) => Promise<SimilarTicket[]>) | undefined
  /** Finds the step of the team's playbook for the ticket. */
  step?:
    | ((ticket: MaskedTicket, person: PairedPerson, language: string | null) => Promise<CurrentStep | undefined>)
    | undefined
  /** Recommends products for what a ticket asks about buying. */
  products?:
    | ((ticket: MaskedTicket, person: PairedPerson, language: string | null) => Promise<Recommendation[]>)
    | undefined
  /** Tells what a ticket is about, for its summary. */
  about?: ((ticket: MaskedTicket, language: string | null) => Promise<TicketAbout>) | undefined
  /** Reads the team's voices. */
  voices?: (() => Promise<StoredVoices>) | undefined
  /** Reads the team's memories for tickets of a helpdesk, or of none. */
  memories?: ((helpdesk: string | null) => Promise<MemoriesInForce>) | undefined
  /** Notes what a draft version is made of. It is called for the first draft of each version. */
  noteVersion?: ((version: string, parts: VersionParts) => Promise<void>) | undefined
  /** Finds the pages that say in another language what these sources say, by their ids. */
  translations?: ((sources: readonly Source[], language: string, signal: AbortSignal) => Promise<string[]>) | undefined
  /** Finds replies to similar tickets, as examples of style for a model. */
  examples?: ((ticket: MaskedTicket, person: PairedPerson) => Promise<string[]>) | undefined
}

/** Creates the pipeline, which finds sources, has the draft written, and checks each sentence when it is finished. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const { drafter } = parts
  const version = versionOf(parts)
  return {
    model: drafter.name === "offline" ? null : drafter.name,
    version,
    ...((parts.voices ?? parts.memories) && {
      versionNow: async () => versionWith(version, await parts.voices?.(), await parts.memories?.(null))
    }),
    ...(drafter.refusal && {
      refusal: (prepared: boolean) => (areModelsOff() ? undefined : drafter.refusal?.(prepared))
    }),
    async run(request, person, emit, signal, held) {
      const writers = writersOf(parts)
      const today = dayIn((parts.now?.() ?? new Date()).getTime(), request.ticket.zone)
      // The offline drafter reads the whole thread itself, and its letter is checked against the same.
      const readTicket = writers.drafter.name === "offline" ? request.ticket : withRecentThread(request.ticket)
      const task = {
        ...parts,
        ...writers,
        request,
        readTicket,
        person,
        emit,
        signal,
        held,
        version,
        versionParts: partsOf(parts),
        today,
        began: performance.now()
      }
      await orFailed(() => writeDraft(task), emit, signal)
    },
    async summarise({ ticket }, person, emit, signal) {
      const lines: SummaryLine[] = []
      const { summariser } = writersOf(parts)
      let model = summariser.name
      await orFailed(
        async () => {
          for await (const line of summariser.summarise(ticket, signal, { person, writes: (name) => (model = name) })) {
            lines.push(line)
            emit({ type: "summary-line", line })
          }
          const language = await ticketLanguage(ticket)
          const about = await parts.about?.(ticket, language)
          if (!signal.aborted)
            emit({ type: "summary-end", lines, ...(about && { about }), model, pipelineVersion: version, language })
        },
        emit,
        signal
      )
    }
  }
}

const versionOf = ({ retriever, drafter, verifier, team }: PipelineParts): string =>
  pipelineVersion([
    RECIPE,
    drafter.name,
    drafter.fingerprint,
    ...(retriever.fingerprint === undefined ? [] : [retriever.fingerprint]),
    ...(verifier === undefined ? [] : [verifier.name, verifier.fingerprint]),
    ...(team === undefined ? [] : [JSON.stringify(team)])
  ])

/** What the version is made of, without the team's voices and memories. */
const partsOf = ({ retriever, drafter, verifier, team }: PipelineParts): Omit<VersionParts, "voices" | "memories"> => ({
  recipe: RECIPE,
  model: drafter.name,
  prompt: hashOf(drafter.fingerprint),
  search: retriever.fingerprint ?? "",
  verifier: verifier?.name ?? "",
  verifierPrompt: hashOf(verifier?.fingerprint ?? ""),
  team: hashOf(JSON.stringify(team ?? null))
})

/** What writes and verifies for the request that is being worked on. */
const writersOf = ({ drafter, summariser, verifier, withoutModel }: PipelineParts) =>
  withoutModel && areModelsOff() ? { ...withoutModel, verifier: undefined } : { drafter, summariser, verifier }

/** Reports a model's failure in its own words. After an abort nothing is reported. */
async function orFailed(work: () => Promise<void>, emit: Emit, signal: AbortSignal): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof ModelError)) throw error
    emit({ type: "draft-error", code: error.code, message: error.message, retryable: error.retryable })
  }
}
