import * as z from "zod/mini"
import { MASK_MODES } from "../../src/masking/basis/masking-rules.ts"
import { ticket } from "../../src/protocol/page.ts"
import { readCorpus } from "../corpus.ts"
import { drafterOver } from "../drafting.ts"
import { openKnowledge } from "../knowledge.ts"
import { drafterNamed } from "../model.ts"
import { choice, lineId, lineTask } from "../task.ts"

export const draftLine = z.object({ id: lineId, ticket })

/** Makes a whole draft without the browser: masks, searches, writes, checks and restores. */
export const draft = lineTask({
  usage:
    "draft --knowledge docs.jsonl [--masked strict|balanced] [--model NAME]   {id, ticket} -> {id, text, refused, sources, claims, questions, tier, chance, suggestions, language, model}",
  options: { knowledge: { type: "string" }, masked: { type: "string" }, model: { type: "string" } },
  shape: draftLine,
  async open(values, context) {
    const mode = choice(values, "masked", MASK_MODES) ?? "strict"
    const drafter = drafterNamed(typeof values["model"] === "string" ? values["model"] : undefined)
    const pages = await readCorpus(values, "knowledge", context)
    // The ids are returned as they were given, including numbers.
    const ids = new Map(pages.lines.map(({ id }) => [String(id), id]))
    const given = (id: string) => ids.get(id) ?? id
    context.say(`${pages.lines.length} documents: putting them into a database of their own`)
    const knowledge = await openKnowledge(pages.lines, context.signal)
    const write = drafterOver(knowledge, drafter, mode, context.signal)
    return {
      parallel: UNDER_WAY,
      failed: pages.failed,
      close: () => knowledge.close(),
      async work(asked) {
        const { signals: _, main: __, ...drafted } = await write(asked.ticket)
        return {
          ...drafted,
          sources: drafted.sources.map((source) => ({ ...source, id: given(source.id) })),
          claims: drafted.claims.map((claim) => ({ ...claim, sources: claim.sources.map(given) }))
        }
      }
    }
  }
})

/** This many lines in progress keep the database and this process busy at once. */
const UNDER_WAY = 4
