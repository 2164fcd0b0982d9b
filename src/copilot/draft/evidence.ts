import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { DraftRecord } from "../../store/records.ts"
import type { Claim } from "../../ticket/draft.ts"
import type { EvidencePair } from "../../ticket/evidence-pair.ts"
import { publicMessages } from "../ticket/unmasked-ticket.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { draftTextOf, followClaims } from "./draft-text.ts"
import { draftOf } from "./keep.ts"

/**
 * Holds each sentence of the letter beside the sentences that the verifier names for it or, where it names none, beside
 * the nearest sentences of its public sources and of the ticket's public messages, all as the agent reads them. Nothing
 * leaves this browser. If the ticket can't be read now, the sources alone are compared.
 */
export async function findEvidence(
  services: Services,
  state: TicketState,
  { draftId, text }: Extract<PanelCommand, { kind: "panel-evidence" }>
): Promise<CommandAnswer> {
  const draft = draftOf(state, draftId)
  if (!draft) return { ok: false, code: "not-ready" }
  const language = draft.language ?? state.record?.language ?? null
  const pages = draft.sources.filter(({ visibility }) => visibility === "public")
  const pairs = await services.findEvidence({
    kind: "evidence",
    text,
    language,
    sources: [
      ...pages.map(({ n, passage }) => ({ n, text: passage })),
      ...(await publicMessages(services, state)).map(({ text }) => ({ n: 0, text }))
    ]
  })
  const claims = claimsIn(text, draft, state)
  const evidence = await Promise.all(pairs.map((pair) => withNamedEvidence(services, pair, claims, language)))
  return { ok: true, evidence }
}

/** The claims of the draft at their places in the letter. */
function claimsIn(letter: string, draft: DraftRecord, { table }: TicketState): Claim[] {
  if (!table) return []
  const { text, claims } = draftTextOf(draft, table)
  return followClaims(text, claims, letter)
}

/** Puts the sentences that the verifier names in the place of those that are only similar. */
async function withNamedEvidence(
  services: Pick<Services, "findEvidence">,
  pair: EvidencePair,
  claims: readonly Claim[],
  language: string | null
): Promise<EvidencePair> {
  const claim = claims.find(({ start, end }) => start < pair.end && end > pair.start)
  const evidence = (claim?.verdict?.evidence ?? []).map(({ source: n, text }) => ({ n, text }))
  if (evidence.length === 0) return pair
  const compared = await services.findEvidence({ kind: "evidence", text: pair.text, language, sources: evidence })
  const near = compared.flatMap(({ sources }) => sources)
  return {
    ...pair,
    sources: evidence.map(({ n, text }) => ({
      n,
      text,
      differences: near.find((source) => source.n === n && source.text === text)?.differences ?? []
    }))
  }
}
