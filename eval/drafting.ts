import { randomUUID } from "node:crypto"
import { createEgress, draftBody } from "../src/copilot/relay-client/egress.ts"
import { firstShown } from "../src/copilot/draft/draft-text.ts"
import { createMasker } from "../src/copilot/session/masker.ts"
import { runJob } from "../src/masking/jobs.ts"
import { restore, type MaskTable } from "../src/masking/index.ts"
import type { MaskMode } from "../src/masking/basis/masking-rules.ts"
import { draftRequest, type DraftEnd } from "../src/protocol/relay.ts"
import type { Drafter } from "../src/models/drafter/contract.ts"
import { createPipeline, type PipelineParts } from "../src/relay/drafting/pipeline/pipeline.ts"
import type { StreamEvent } from "../src/relay/drafting/pipeline/pipeline-events.ts"
import { createOfflineSummariser } from "../src/relay/drafting/summary/summary.ts"
import {
  type AnswerSignals,
  type AnswerTier,
  citesSources,
  type Claim,
  type Verification,
  type Repair,
  type Source
} from "../src/ticket/draft.ts"
import type { Ticket } from "../src/ticket/ticket.ts"
import type { Knowledge } from "./knowledge.ts"
import { parse } from "../training/read-lines.ts"

/** A draft as an agent sees it: restored, with its sources by the ids of their documents. */
export interface Drafted {
  /** The text is "" if there is a refusal. */
  text: string
  refused: boolean
  /** These are the sources that support a sentence of the draft or, without a draft, the pages shown. */
  sources: Pick<Source, "id" | "title">[]
  claims: (Pick<Claim, "start" | "end" | "state" | "reason"> & { sources: string[] })[]
  questions: { what: string; why: string }[]
  /** Missing for a drafter that doesn't estimate how well the sources answer. */
  tier?: AnswerTier
  chance?: number
  signals?: AnswerSignals
  /** The document that carries the draft or, without a draft, would have carried it. */
  main?: string
  /** Sentences that are offered besides, best first. */
  suggestions?: { doc: string; text: string }[]
  language: string | null
  model: string
  /** The model was asked twice. */
  repair?: Repair
  /** What became of the requests to verify the sentences. */
  judge?: Verification
}

/** Makes a drafter for one ticket, given a function that masks a text as the ticket is masked. */
export type DrafterOverMask = (mask: Mask) => Promise<Drafter>

/**
 * Drafts as extension and relay do it together, without browser and network between them. The egress masks, the body is
 * read as the relay reads it, the relay's own pipeline finds, writes and checks, and the ticket's placeholder table
 * restores. The day of a draft is that of the ticket's newest public message, so that a report says the same on every day.
 * @param zone minutes that the agent's browser is ahead of UTC
 * @throws Error for a ticket that the relay refuses, and if the draft fails
 */
export function drafterOver(
  knowledge: Pick<Knowledge, "retriever" | "rules" | "person">,
  drafter: Drafter | DrafterOverMask,
  mode: MaskMode,
  signal: AbortSignal,
  more: Pick<PipelineParts, "verifier" | "team"> = {},
  zone = 0
): (ticket: Ticket) => Promise<Drafted> {
  const parts = async (_table: MaskTable, mask: Mask) => ({
    ...more,
    drafter: typeof drafter === "function" ? await drafter(mask) : drafter
  })
  const draft = draftEndOver(knowledge, parts, signal, { mode, zone })
  return async (ticket) => {
    const { end, sources, table } = await draft(ticket)
    return shown(end, sources, table)
  }
}

/** Masks a text as the ticket is masked. */
type Mask = (text: string) => Promise<string>

/** What makes one draft, given the ticket's placeholders. */
type PartsOfDraft = Pick<PipelineParts, "drafter" | "verifier" | "team">

/** The end of a draft as the relay sends it, with its sources and what restores it. */
export interface DraftedEnd {
  end: DraftEnd
  sources: Source[]
  table: MaskTable
}

/** Does the same, and returns the end as the relay sends it. @throws Error as `drafterOver` */
export function draftEndOver(
  knowledge: Pick<Knowledge, "retriever" | "rules" | "person">,
  partsFor: (table: MaskTable, mask: Mask) => PartsOfDraft | Promise<PartsOfDraft>,
  signal: AbortSignal,
  { mode = "strict", zone = 0 }: { mode?: MaskMode; zone?: number } = {}
): (ticket: Ticket) => Promise<DraftedEnd> {
  const egress = createEgress(
    createMasker(async (job) => runJob(job)),
    async () => ({ ...knowledge.rules, mode }),
    () => zone
  )
  return async (ticket) => {
    const { masked, table: before } = await egress.ticket(ticket, undefined, undefined, signal)
    let table = before
    const mask = async (text: string) => {
      const said = await egress.texts([text], ticket, table, undefined, signal)
      table = said.table
      return said.masked[0] ?? ""
    }
    const newest = ticket.messages.findLast(({ visibility }) => visibility === "public")
    const pipeline = createPipeline({
      ...(await partsFor(before, mask)),
      retriever: knowledge.retriever,
      summariser: createOfflineSummariser(),
      now: () => new Date(Date.parse(newest?.at ?? "") || Date.now())
    })
    const request = parse(
      draftRequest,
      JSON.parse(draftBody({ draftId: randomUUID(), ticket: { ...masked, site: "https://eval.invalid" } }))
    )
    const events: StreamEvent[] = []
    await pipeline.run(
      request,
      knowledge.person,
      (event) => {
        if (event.type !== "upstream") events.push(event)
      },
      signal
    )
    signal.throwIfAborted()
    const failed = events.find((event) => event.type === "draft-error")
    if (failed) throw new Error(failed.message)
    const end = events.find((event) => event.type === "draft-end")
    if (!end) throw new Error("The draft ended before it was whole.")
    return { end, sources: events.flatMap((event) => (event.type === "sources" ? event.sources : [])), table }
  }
}

function shown(
  { text: masked, claims, refusal, answer, questions, language, model, repair, verification }: DraftEnd,
  found: Source[],
  table: MaskTable
): Drafted {
  const draft = firstShown({ masked, claims, state: refusal ? "refused" : "ready" }, table)
  const byNumber = new Map(found.map((source) => [source.n, source]))
  const sourcesOf = (numbers: number[]) => numbers.flatMap((n) => byNumber.get(n) ?? [])
  const cited = new Set(draft.claims.filter(citesSources).flatMap(({ sources }) => sources))
  const back = (words: string) => restore(words, table).text
  const numbers = answer?.tier === "unsure" ? answer.suggestions.map(({ source }) => source) : [...cited]
  return {
    text: draft.text,
    refused: refusal !== undefined,
    sources: sourcesOf([...new Set(numbers)].sort((a, b) => a - b)).map(({ id, title }) => ({ id, title })),
    // What the ticket itself states has no document.
    claims: draft.claims.map(({ start, end, state, reason, sources }) => ({
      start,
      end,
      state,
      ...(reason && { reason }),
      sources: sourcesOf(sources).map(({ id }) => id)
    })),
    questions: questions.map(({ blank, why }) => ({ what: back(blank), why: back(why ?? "") })),
    ...(answer && {
      tier: answer.tier,
      chance: answer.chance,
      signals: answer.signals,
      main: byNumber.get(answer.mainSource ?? 0)?.id,
      suggestions: answer.suggestions.map(({ source, text }) => ({
        doc: byNumber.get(source)?.id ?? "",
        text: back(text)
      }))
    }),
    language,
    model,
    ...(repair && { repair }),
    ...(verification && { judge: verification })
  }
}
