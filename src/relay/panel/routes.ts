import type { Hono } from "hono"
import type { Kysely } from "kysely"
import { panelOperations } from "../../protocol/routes/panel.ts"
import { createRoutes } from "../access/create-routes.ts"
import { countAttempt } from "../access/count-attempts.ts"
import type { RouteParts, RelayContext, RelayEnv } from "../http/context.ts"
import type { OpenStreams } from "../http/open-streams.ts"
import { refuseUnmasked, wordsToKeep, type UnmaskedHit } from "../second-look/second-look.ts"
import { requireOn, type RequestTicket } from "../team-settings/require-on.ts"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import { Problem } from "../../runtime/problem.ts"
import { areModelsOff } from "../../runtime/scope/request-scope.ts"
import { saveFeedback } from "../../knowledge/feedback/feedback.ts"
import { createRetriever } from "../../search/pages/retriever.ts"
import { scopeOf } from "../../search/candidates/visible.ts"
import { isDocument } from "../knowledge/is-document.ts"
import { createReplyChecker, type ReplyChecker } from "../drafting/check-reply.ts"
import type { QuestionAnswerer } from "../drafting/answer-question.ts"
import type { Rewriter } from "../rewriting/rewriter.ts"
import type { ToneReader, Retriever } from "../../models/drafter/contract.ts"
import { readModelTone } from "./model-tone.ts"
import { findReplies } from "./find-replies.ts"
import type { Reranker } from "../../search/reranking/reranker.ts"
import type { ReadReplica } from "../../storage/read-replica.ts"
import type { Vectors } from "../../search/vectors/vectors.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { SearchAnswer, SearchRequest } from "../../protocol/search.ts"
import { originInUse } from "../../storage/knowledge-origin.ts"
import type { Schema } from "../../storage/schema.ts"

export interface PanelParts extends RouteParts {
  streams: OpenStreams
  vectors: Vectors | undefined
  reranker: Reranker | undefined
  replica: ReadReplica | undefined
  /** It is missing where no model is configured. */
  answerer: QuestionAnswerer | undefined
  rewriter: Rewriter
  /** Without it, rules alone check replies. */
  replyChecker?: ReplyChecker | undefined
  /** It is missing where no model is configured for tone. */
  toneReader?: ToneReader | undefined
}

/** Creates the routes by which the panel searches the team's knowledge, and reports which replies it used. */
export function panelRoutes(parts: PanelParts): Hono<RelayEnv> {
  const { db, clock, streams, vectors, reranker, replica, answerer, rewriter, toneReader } = parts
  const retriever = createRetriever(db, { vectors, reranker, replica })
  const replyChecker = parts.replyChecker ?? createReplyChecker({ retriever, verifier: undefined })
  const { receive, receiveOn } = createReceivers(parts)
  return createRoutes(parts, panelOperations, {
    "POST /v1/knowledge/search": async (context, read) => {
      const { request, person } = await receiveOn(context, read, SEARCHES)
      return context.json(await searchAll(db, retriever, request, person))
    },
    "POST /v1/knowledge/ask": async (context, read) => {
      streams.enter(context.env.outgoing)
      const { request, person } = await receiveOn(context, read, SEARCHES)
      if (!answerer || areModelsOff())
        throw new Problem(409, "no-model", "No model is configured here, so questions get the nearest sentences only.")
      return context.json(await answerer.answer(request, person, context.req.raw.signal))
    },
    "POST /v1/replies/check": async (context, read) => {
      streams.enter(context.env.outgoing)
      const { request, person } = await receiveOn(context, read, REPLIES)
      return context.json(await replyChecker.check(request, person, context.req.raw.signal))
    },
    "POST /v1/rewrite": async (context, read) => {
      streams.enter(context.env.outgoing)
      const { request, person, rules } = await receiveOn(context, read, REWRITES)
      const keep = await wordsToKeep(db, rules)
      return context.json(await rewriter.rewrite(request, person, context.req.raw.signal, keep))
    },
    "POST /v1/tone": async (context, read) => {
      streams.enter(context.env.outgoing)
      const { request, person } = await receiveOn(context, read, TONES)
      if (!toneReader || areModelsOff())
        throw new Problem(409, "no-tone-model", "No model reads the tone here; the rules do.")
      return context.json(await readModelTone(toneReader, request, { person, signal: context.req.raw.signal }))
    },
    "POST /v1/knowledge/replies": async (context, read) => {
      const { request, person } = await receiveOn(context, read, SEARCHES)
      return context.json(await findReplies(db, request.ticket, person))
    },
    "POST /v1/knowledge/feedback": async (context, read) => {
      const { request, person } = await receive(context, read, SEARCHES, ({ field, text }) =>
        isDocument(db, field, text)
      )
      const { id, document, version, site, helpdesk, ticketId } = request
      await saveFeedback(db, await scopeOf(db, helpdesk, person), {
        id: id.toLowerCase(),
        said: [{ document, kind: "insert" }],
        ...(version !== undefined && { version }),
        site: (await readSiteHashing(db)).stored(site),
        helpdesk,
        ticketId,
        person: person.id,
        at: clock()
      })
      return context.body(null, 204)
    }
  })
}

/**
 * Creates what reads a request of the panel: it counts it, and refuses what should have been masked. `receiveOn` is for
 * what is asked for a ticket or a text, and refuses where the team has switched that off.
 */
function createReceivers(parts: PanelParts) {
  const { db, clock } = parts
  const receive = async <Request extends object>(
    context: RelayContext,
    read: { body(): Promise<Request> },
    limit: Limit,
    isOwn?: (hit: UnmaskedHit) => Promise<boolean>
  ) => {
    const { person, rules } = context.get("person")
    if ((await countAttempt(db, `${limit.of} ${person.id}`, 60, clock())) > MAX_A_MINUTE)
      throw new Problem(429, limit.code, limit.message, { retryable: true })
    const request = await read.body()
    await refuseUnmasked(parts, { body: request, rules, now: clock(), ...(isOwn && { isOwn }) })
    return { request, person, rules }
  }
  const receiveOn = async <Request extends object>(
    context: RelayContext,
    read: { body(): Promise<Request & { ticket?: RequestTicket }> },
    limit: Limit
  ) => {
    const received = await receive(context, read, limit)
    requireOn(context, received.request.ticket)
    return received
  }
  return { receive, receiveOn }
}

/** What a person may ask for only so often a minute. */
interface Limit {
  of: string
  code: string
  message: string
}
const SEARCHES: Limit = {
  of: "knowledge",
  code: "too-many-searches",
  message: "The knowledge was asked too often within a minute: wait a little, then try again."
}
const REPLIES: Limit = {
  of: "replies",
  code: "too-many-checks",
  message: "Replies were checked too often within a minute: wait a little, then try again."
}
const TONES: Limit = {
  of: "tone",
  code: "too-many-tones",
  message: "The tone was checked too often within a minute: wait a little, then try again."
}
const REWRITES: Limit = {
  of: "rewrites",
  code: "too-many-rewrites",
  message: "Texts were reworded or translated too often within a minute: wait a little, then try again."
}
/** Nobody types that many searches, and a script that asks for everything is slowed down. */
const MAX_A_MINUTE = 120

/** Searches everything that this person may see for the agent's own words, with the search that drafts use. */
async function searchAll(
  db: Kysely<Schema>,
  retriever: Retriever,
  { query, locale, helpdesk }: SearchRequest,
  person: PairedPerson
): Promise<SearchAnswer> {
  const asked = {
    helpdesk: helpdesk ?? (await originInUse(db)).helpdesk ?? "",
    ticketId: "",
    version: "",
    subject: query,
    requester: "",
    agent: "",
    tags: [],
    messages: [],
    ...(locale !== undefined && { locale })
  }
  const { sources, documents } = await retriever.find(asked, person, new AbortController().signal, MAX_RESULTS)
  return { found: sources, documents }
}

const MAX_RESULTS = 10
