import * as z from "zod/mini"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import { rankReplies as ranked } from "../../src/search/replies/rank-replies.ts"
import { readCorpus } from "../corpus.ts"
import { openKnowledge } from "../knowledge.ts"
import { cutReplies } from "../replies.ts"
import { lineId, lineTask } from "../task.ts"
import { askedLine, maskedBy, UNDER_WAY } from "./retrieve.ts"
import { analyseThread } from "../../src/search/replies/analyse-text.ts"

/** Orders earlier replies by how well each would follow a thread, and with help pages also by these. */
export const rankReplies = lineTask({
  usage:
    "rank-replies --candidates texts.jsonl [--knowledge docs.jsonl]   {id, subject?, thread: [{role, text}], locale?, candidates: [textId]} -> {id, ranked: [textId]}",
  options: { candidates: { type: "string" }, knowledge: { type: "string" } },
  shape: z.extend(askedLine, { candidates: z.array(lineId) }),
  async open(values, context) {
    const texts = await readCorpus(values, "candidates", context)
    const cut = cutReplies(texts.lines)
    const pages = values["knowledge"] === undefined ? undefined : await readCorpus(values, "knowledge", context)
    if (pages) context.say(`${pages.lines.length} help pages: putting them into a database of their own`)
    const knowledge = pages && (await openKnowledge(pages.lines, context.signal))
    const ticketOf = maskedBy(undefined, NO_RULES)
    return {
      parallel: knowledge ? UNDER_WAY : 1,
      failed: texts.failed || pages?.failed === true,
      ...(knowledge ? { close: () => knowledge.close() } : {}),
      async work(asked) {
        const candidates = asked.candidates.map((id) => cut.get(String(id)) ?? missing(id))
        const ticket = ticketOf(asked)
        const found = (await knowledge?.pagesFor(ticket)) ?? []
        return {
          ranked: ranked(analyseThread(ticket), candidates, { pages: found }).map(({ at }) => asked.candidates[at])
        }
      }
    }
  }
})

function missing(id: string | number): never {
  throw new Error(`Among the candidates' texts there is none with the id ${JSON.stringify(id)}.`)
}
