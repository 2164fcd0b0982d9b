import { Hono } from "hono"
import { repliesRequest, searchRequest, usedDocument } from "../../../protocol/search.ts"
import { requirePerson } from "../../access/guards.ts"
import { countTry } from "../../access/limits.ts"
import type { RelayParts } from "../../app.ts"
import { readBody } from "../../http/body.ts"
import type { RelayContext, RelayEnv } from "../../http/context.ts"
import { fieldsOfReplies, fieldsOfSearch } from "../../masking/fields.ts"
import { refuseUnmasked } from "../../masking/second-look.ts"
import { Problem } from "../../problem.ts"
import { noteFeedback } from "../feedback/note-feedback.ts"
import { createRetriever } from "../retrieve.ts"
import { scopeOf } from "../scope.ts"
import { findReplies } from "./find-replies.ts"
import { searchAll } from "./search-all.ts"

/** What the panel asks of the team's knowledge besides drafts, and what became of what it was given. */
export function panelRoutes(parts: RelayParts): Hono<RelayEnv> {
  const { db, clock, vectors } = parts
  const retriever = createRetriever(db, vectors)
  const person = requirePerson(db, clock)
  const asking = async (context: RelayContext) => {
    const { person: asks, rules } = context.get("person")
    if ((await countTry(db, `knowledge ${asks.id}`, 60, clock())) > MOST_A_MINUTE) {
      throw new Problem(429, "too-many-searches", "The knowledge was asked too often within a minute: wait a little, then try again.", { retryable: true })
    }
    return { asks, rules }
  }
  return new Hono<RelayEnv>()
    .post("/knowledge/search", person, async (context) => {
      const { asks, rules } = await asking(context)
      const request = await readBody(context, searchRequest)
      await refuseUnmasked(parts, { fields: fieldsOfSearch(request), rules, now: clock() })
      return context.json(await searchAll(db, retriever, request, asks))
    })
    .post("/knowledge/replies", person, async (context) => {
      const { asks, rules } = await asking(context)
      const request = await readBody(context, repliesRequest)
      await refuseUnmasked(parts, { fields: fieldsOfReplies(request), rules, now: clock() })
      return context.json(await findReplies(db, request.ticket, asks))
    })
    .post("/knowledge/feedback", person, async (context) => {
      const { asks } = await asking(context)
      const { id, document, version, helpdesk, ticketId } = await readBody(context, usedDocument)
      await noteFeedback(db, scopeOf(helpdesk, asks), {
        id: id.toLowerCase(), said: [{ document, kind: "insert" }], ...(version !== undefined && { version }), helpdesk: storable(helpdesk), ticketId: storable(ticketId), person: asks.id, at: clock()
      })
      return context.body(null, 204)
    })
}

/** More than anybody types; a script that asks for everything is slowed down. */
const MOST_A_MINUTE = 120

/** PostgreSQL takes no zero character. */
const storable = (text: string) => text.replaceAll("\0", "")
