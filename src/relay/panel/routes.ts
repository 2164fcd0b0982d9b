import { Hono } from "hono"
import { repliesRequest, searchRequest, usedDocument } from "../../protocol/search.ts"
import { requirePerson } from "../access/middleware.ts"
import { countAttempt } from "../access/count-attempts.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readBody } from "../http/body.ts"
import type { RelayContext, RelayEnv } from "../http/context.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import { Problem } from "../../runtime/problem.ts"
import { saveFeedback } from "../../knowledge/feedback/save-feedback.ts"
import { createRetriever } from "../../search/pages/retriever.ts"
import { scopeOf } from "../../search/candidates/scope.ts"
import { isDocument } from "../knowledge/is-document.ts"
import { findReplies } from "./find-replies.ts"
import { searchAll } from "./search-all.ts"
import type { Vectors } from "../../search/vectors/vectors.ts"

export interface PanelParts extends RouteParts {
  vectors: Vectors | undefined
}

/** What the panel asks of the team's knowledge besides drafts, and what became of what it was given. */
export function panelRoutes(parts: PanelParts): Hono<RelayEnv> {
  const { db, clock, vectors } = parts
  const retriever = createRetriever(db, vectors)
  const person = requirePerson(db, clock)
  const asking = async (context: RelayContext) => {
    const { person: asks, rules } = context.get("person")
    if ((await countAttempt(db, `knowledge ${asks.id}`, 60, clock())) > MOST_A_MINUTE) {
      throw new Problem(
        429,
        "too-many-searches",
        "The knowledge was asked too often within a minute: wait a little, then try again.",
        { retryable: true }
      )
    }
    return { asks, rules }
  }
  return new Hono<RelayEnv>()
    .post("/knowledge/search", person, async (context) => {
      const { asks, rules } = await asking(context)
      const request = await readBody(context, searchRequest)
      await refuseUnmasked(parts, { body: request, rules, now: clock() })
      return context.json(await searchAll(db, retriever, request, asks))
    })
    .post("/knowledge/replies", person, async (context) => {
      const { asks, rules } = await asking(context)
      const request = await readBody(context, repliesRequest)
      await refuseUnmasked(parts, { body: request, rules, now: clock() })
      return context.json(await findReplies(db, request.ticket, asks))
    })
    .post("/knowledge/feedback", person, async (context) => {
      const { asks, rules } = await asking(context)
      const used = await readBody(context, usedDocument)
      await refuseUnmasked(parts, {
        body: used,
        rules,
        now: clock(),
        isOwn: ({ field, text }) => isDocument(db, field, text)
      })
      const { id, document, version, site, helpdesk, ticketId } = used
      await saveFeedback(db, await scopeOf(db, helpdesk, asks), {
        id: id.toLowerCase(),
        said: [{ document, kind: "insert" }],
        ...(version !== undefined && { version }),
        site: (await readSiteHashing(db)).stored(site),
        helpdesk,
        ticketId,
        person: asks.id,
        at: clock()
      })
      return context.body(null, 204)
    })
}

/** More than anybody types; a script that asks for everything is slowed down. */
const MOST_A_MINUTE = 120
