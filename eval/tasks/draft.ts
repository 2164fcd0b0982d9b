import * as z from "zod/mini"
import { MASK_MODES } from "../../src/masking/basis/masking-rules.ts"
import { ticket } from "../../src/protocol/page.ts"
import { createOfflineDrafter } from "../../src/relay/drafting/offline/offline-drafter.ts"
import type { Ticket } from "../../src/ticket/ticket.ts"
import { readCorpus } from "../corpus.ts"
import { drafterOver, type Drafted } from "../drafting.ts"
import { openKnowledge } from "../knowledge.ts"
import { comparison, type Timed } from "../compare-drafts.ts"
import { modelNamed } from "../model.ts"
import { choice, lineId, lineTask, UsageError, word } from "../task.ts"

export const draftLine = z.object({ id: lineId, ticket })

/** Makes a whole draft without the browser: masks, searches, writes, checks and restores. */
export const draft = lineTask({
  usage:
    "draft --knowledge docs.jsonl [--masked strict|balanced] [--model NAME [--judge NAME]]   {id, ticket} -> {id, text, refused, sources, claims, questions, tier, chance, suggestions, language, model}",
  options: {
    knowledge: { type: "string" },
    masked: { type: "string" },
    model: { type: "string" },
    judge: { type: "string" }
  },
  shape: draftLine,
  async open(values, context) {
    const mode = choice(values, "masked", MASK_MODES) ?? "strict"
    const [name, judge] = [word(values, "model"), word(values, "judge")]
    if (judge !== undefined && name === undefined)
      throw new UsageError("--judge needs --model: only a model's letters are judged.")
    const { drafter, used, reranker, ...more } = modelNamed(name, judge)
    const pages = await readCorpus(values, "knowledge", context)
    // The ids are returned as they were given, including numbers.
    const ids = new Map(pages.lines.map(({ id }) => [String(id), id]))
    const given = (id: string) => ids.get(id) ?? id
    context.say(`${pages.lines.length} documents: putting them into a database of their own`)
    const knowledge = await openKnowledge(pages.lines, context.signal, { reranker })
    const write = timed(drafterOver(knowledge, drafter, mode, context.signal, more))
    // A model is shown beside the offline drafter, over the same tickets.
    const beside =
      drafter.name === "offline"
        ? undefined
        : timed(drafterOver(knowledge, createOfflineDrafter(), mode, context.signal))
    const pairs: { model: Timed; offline: Timed }[] = []
    return {
      parallel: UNDER_WAY,
      failed: pages.failed,
      summary: () => (beside ? comparison(drafter.name, pairs, used) : []),
      close: () => knowledge.close(),
      async work(asked) {
        const model = await write(asked.ticket)
        if (beside) pairs.push({ model, offline: await beside(asked.ticket) })
        const { signals: _, main: __, ...drafted } = model.drafted
        return {
          ...drafted,
          sources: drafted.sources.map((source) => ({ ...source, id: given(source.id) })),
          claims: drafted.claims.map(({ reason: _reason, ...claim }) => ({
            ...claim,
            sources: claim.sources.map(given)
          }))
        }
      }
    }
  }
})

/** This many lines in progress keep the database and this process busy at once. */
const UNDER_WAY = 4

function timed(write: (ticket: Ticket) => Promise<Drafted>): (ticket: Ticket) => Promise<Timed> {
  return async (ticket) => {
    const began = performance.now()
    return { drafted: await write(ticket), ms: performance.now() - began }
  }
}
