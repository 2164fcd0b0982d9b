import type { DraftEnd, DraftRequest, PairedPerson } from "../../../src/protocol/relay.ts"
import type { Pipeline } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import type { Source } from "../../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { SITE } from "./client.ts"

/** Runs a pipeline to the end of one draft, and returns that and the sources. @throws Error if the draft has no end */
export async function runDraft(
  pipeline: Pipeline,
  ticket: MaskedTicket,
  { person, ...more }: { person: PairedPerson } & Partial<DraftRequest>
): Promise<{ end: DraftEnd; sources: Source[] }> {
  const request = { draftId: "00000000-0000-4000-8000-000000000000", ticket: { ...ticket, site: SITE }, ...more }
  let sources: Source[] = []
  let end: DraftEnd | undefined
  await pipeline.run(
    request,
    person,
    (event) => {
      if (event.type === "sources") sources = event.sources
      if (event.type === "draft-end") end = event
    },
    new AbortController().signal
  )
  if (!end) throw new Error("The draft has no end.")
  return { end, sources }
}
