import { text as bodyText } from "node:stream/consumers"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { reportedOutcome, toneDecision, type Outcome, type ToneDecision } from "../../../src/protocol/outcome.ts"
import { reviewRequest } from "../../../src/protocol/review.ts"
import {
  askRequest,
  repliesRequest,
  replyCheckRequest,
  rewriteRequest,
  searchRequest,
  usedDocument,
  type AskAnswer,
  type RewriteAnswer,
  type RepliesAnswer,
  type ReplyCheckAnswer,
  type SearchAnswer,
  type UsedDocument
} from "../../../src/protocol/search.ts"
import { API_VERSION, draftRequest, pairRequest, summaryRequest } from "../../../src/protocol/relay.ts"
import { renewRequest } from "../../../src/protocol/renewal.ts"
import { ADMIN, LEAD, PERSON, SOURCE, SUMMARY, goodDraft, type Script } from "./relay-script.ts"
import { SOON, familiesDouble, healthOf } from "./relay-families.ts"
import { answerOfTeam, teamDouble, tellTeam } from "./relay-team.ts"
import { fitReport, type FitReport } from "../../../src/protocol/routes/helpdesk-pages.ts"
import { toneRequest, type ToneAnswer } from "../../../src/protocol/tone.ts"

/** A relay that speaks the real wire over a real socket, and can break in every way. */
export async function relayDouble(key: string) {
  const seen = {
    drafts: [] as { id: string; body: string }[],
    summaries: [] as string[],
    outcomes: [] as Outcome[],
    calls: [] as string[],
    /** Those that forbid to ask a model. */
    withoutModel: [] as string[],
    closed: 0,
    erased: [] as string[],
    lookups: [] as { path: string; body: string }[],
    used: [] as UsedDocument[],
    tone: [] as ToneDecision[],
    fits: [] as FitReport[],
    fitCalls: [] as string[], // at times of their own
    reviews: [] as { case: string; note: string }[],
    knowledge: [] as string[]
  }
  const relay = {
    api: API_VERSION,
    token: "token-1",
    code: "ABCD",
    lead: { token: "lead-1", code: "LEAD" },
    admin: { token: "admin-1", code: "ADMIN" },
    key,
    model: null as string | null,
    /** What the model answers a question; without it, it fails. */
    answer: undefined as AskAnswer | undefined,
    rewrite: undefined as RewriteAnswer | undefined,
    /** What a check of the agent's own reply finds, from the masked text; while it waits, the answer does. */
    checkReply: undefined as ((text: string) => ReplyCheckAnswer | Promise<ReplyCheckAnswer>) | undefined,
    tone: undefined as { name: string; answer: (text: string) => ToneAnswer } | undefined,
    pipelineVersion: "p1",
    /** How many more drafts are prepared on the day that is today there. */
    prepared: { left: Infinity, day: "2026-11-20" },
    ...teamDouble(),
    /** An admin has prepared drafts off for the team. */
    teamOff: false,
    /** What the team knows. */
    found: { found: [{ ...SOURCE, id: "k1", title: "Lost parcels" }], documents: 60 } as SearchAnswer,
    replies: { tickets: [], macros: [] } as RepliesAnswer,
    script: (id: string): Script => ({ events: goodDraft(id) }),
    /** Answers every call with this error. */
    broken: undefined as { status: number; code: string; retryable?: boolean } | undefined,
    /** What its second look takes for an e-mail address in a body. */
    refuses: undefined as RegExp | undefined,
    /** Access tokens whose twelve hours are over: the next renewal gives their owner another. */
    expired: new Set<string>(),
    /** Lets so many renewals be done and then loses the answer. */
    loseRenewals: 0,
    /** Answers every renewal with this error. */
    renewalFails: undefined as string | undefined,
    /** Milliseconds that the relay's clock is ahead of the browser's. */
    clockAhead: 0,
    /** Lets an outcome be stored and then loses the answer. */
    loseAnswer: false,
    /** Counts how pages fit. */
    countsFits: true,
    /** Somebody else has told of every outcome before. */
    taken: false
  }
  const families = familiesDouble(relay)
  const waiting: (() => void)[] = []
  let released = false

  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()))
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/" } = request
    seen[url === "/v1/page-fits" ? "fitCalls" : "calls"].push(`${method} ${url}`)
    if (request.headers["x-replywright-model"] === "off") seen.withoutModel.push(`${method} ${url}`)
    const body = await bodyText(request)
    const json = (status: number, value: unknown) =>
      void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value))
    const fail = (status: number, code: string, retryable = false) =>
      json(status, { error: { code, message: `It says ${code}.`, retryable, requestId: "r1" } })
    if (relay.broken) return fail(relay.broken.status, relay.broken.code, relay.broken.retryable)
    if (url === "/v1/health") return json(200, healthOf(relay))
    if (request.headers["x-replywright-api"] !== String(relay.api)) return fail(426, "other-version")
    if (url === "/v1/pair") {
      const { code, key } = pairRequest.parse(JSON.parse(body))
      const [holder, person] =
        code === relay.lead.code
          ? [relay.lead, LEAD]
          : code === relay.admin.code
            ? [relay.admin, ADMIN]
            : [relay, PERSON]
      if (holder === relay && code !== relay.code) return fail(403, "wrong-code")
      return json(200, {
        token: holder.token,
        expires: SOON,
        person,
        key: relay.key,
        ...families.begin(holder, person, key)
      })
    }
    if (url === "/v1/token/renew") {
      if (relay.renewalFails) return fail(401, relay.renewalFails)
      const answer = await families.renew(renewRequest.parse(JSON.parse(body)))
      if (relay.loseRenewals > 0) {
        relay.loseRenewals--
        return void response.destroy()
      }
      return answer.refused !== undefined
        ? json(answer.refused, {
            error: { code: answer.code, message: "It says so.", retryable: true, requestId: "r1" },
            now: answer.now
          })
        : json(200, answer)
    }
    if (relay.expired.has((request.headers.authorization ?? "").replace("Bearer ", "")))
      return fail(401, "token-expired")
    const asLead = request.headers.authorization === `Bearer ${relay.lead.token}`
    const asAdmin = request.headers.authorization === `Bearer ${relay.admin.token}`
    if (!asLead && !asAdmin && request.headers.authorization !== `Bearer ${relay.token}`) return fail(401, "signed-out")
    tellTeam(relay, response)
    const ofTeam = answerOfTeam(relay, { method, url, body }, json, fail)
    if (ofTeam) return ofTeam()
    if (url === "/v1/admin/people") return asAdmin ? json(200, { people: [], codes: [] }) : fail(403, "not-allowed")
    if (url.startsWith("/v1/admin/knowledge")) {
      if (!asAdmin) return fail(403, "not-allowed")
      seen.knowledge.push(`${method} ${url} ${body}`)
      if (url.endsWith("/cancel") || (method === "DELETE" && url.endsWith("/hook")))
        return void response.writeHead(204).end()
      if (url.endsWith("/hook")) return json(200, { path: "/v1/hooks/knowledge/x", secret: "told-once" })
      if (url.endsWith("/schedule")) return json(200, { schedule: JSON.parse(body), next: null })
      return json(
        200,
        method === "GET" ? { sources: [] } : method === "DELETE" ? { documents: 3 } : { collections: ["x"] }
      )
    }
    if (url.startsWith("/v1/review/queue"))
      return asLead || asAdmin
        ? json(200, { cases: [], next: null, counts: { open: 0, done: 0 } })
        : fail(403, "not-allowed")
    if (method === "PUT" && url.startsWith("/v1/review/cases/")) {
      const said = reviewRequest.parse(JSON.parse(body))
      seen.reviews.push({ case: url.slice(url.lastIndexOf("/") + 1), note: said.note })
      return json(200, { verdict: null, ...said, version: said.version + 1, by: "Anna", at: "2026-11-20T09:00:00Z" })
    }
    if (method === "POST" && relay.refuses?.test(body)) {
      return json(422, {
        error: { code: "unmasked-data", message: "It says unmasked-data.", retryable: false, requestId: "r1" },
        found: [{ field: url === "/v1/outcomes" ? "sent" : "ticket.messages[0].text", kind: "email" }]
      })
    }
    if (/lookups/.test(url)) return json(200, /ask/.test(url) ? relay.lookups?.ask?.(body) : relay.lookups)
    if (url === "/v1/me")
      return json(200, {
        person: asLead ? LEAD : asAdmin ? ADMIN : PERSON,
        expires: SOON,
        pipelineVersion: relay.pipelineVersion
      })
    if (url === "/v1/budget")
      return json(200, {
        day: relay.prepared.day,
        prepared: { used: 5, limit: relay.teamOff ? 0 : 5 },
        cost: { used: 0, limit: null, currency: "USD" }
      })
    if (url === "/v1/sign-out") return json(200, {})
    if (url === "/v1/outcomes") {
      const told = reportedOutcome.parse(JSON.parse(body))
      if (relay.taken) return fail(409, "outcome-taken")
      const at = seen.outcomes.findIndex(({ outcomeId }) => outcomeId === told.outcomeId)
      const stored = told.revision > (seen.outcomes[at]?.revision ?? 0)
      if (stored) seen.outcomes.splice(at === -1 ? seen.outcomes.length : at, 1, told)
      if (relay.loseAnswer) return void response.destroy()
      return json(200, { outcomeId: told.outcomeId, stored })
    }
    if (url === "/v1/knowledge/ask") {
      seen.lookups.push({ path: url, body: JSON.stringify(askRequest.parse(JSON.parse(body))) })
      return relay.answer ? json(200, relay.answer) : fail(502, "model-silent")
    }
    if (url === "/v1/rewrite") {
      seen.lookups.push({ path: url, body: JSON.stringify(rewriteRequest.parse(JSON.parse(body))) })
      return relay.rewrite ? json(200, relay.rewrite) : fail(409, "no-model")
    }
    if (/^\/v1\/(?:knowledge\/(?:search|replies)|intents\/corrections)$/.test(url)) {
      const isSearch = url.endsWith("search")
      void (isSearch ? searchRequest : repliesRequest).parse(JSON.parse(body))
      seen.lookups.push({ path: url, body })
      return json(200, isSearch ? relay.found : relay.replies)
    }
    if (url === "/v1/knowledge/feedback") {
      const told = usedDocument.parse(JSON.parse(body))
      if (!seen.used.some(({ id }) => id === told.id)) seen.used.push(told)
      if (relay.loseAnswer) return void response.destroy()
      return void response.writeHead(204).end()
    }
    if (url === "/v1/tone") {
      seen.lookups.push({ path: url, body })
      return json(200, relay.tone?.answer(toneRequest.parse(JSON.parse(body)).text))
    }
    if (url === "/v1/replies/check") {
      const { text } = replyCheckRequest.parse(JSON.parse(body))
      seen.lookups.push({ path: url, body })
      return relay.checkReply ? json(200, await relay.checkReply(text)) : fail(503, "database-down", true)
    }
    if (url === "/v1/page-fits") {
      if (!relay.countsFits) return fail(503, "database-down", true)
      seen.fits.push(fitReport.parse(JSON.parse(body)))
      return void response.writeHead(204).end()
    }
    if (url === "/v1/tone/decisions") {
      seen.tone.push(toneDecision.parse(JSON.parse(body)))
      return void response.writeHead(204).end()
    }
    if (method === "DELETE") {
      seen.erased.push(url)
      return json(200, { drafts: 1, outcomes: 0, unknown: 0 })
    }
    if (url.endsWith("/upstream")) return json(200, { asked: relay.model !== null, model: relay.model ?? "offline" })
    if (url === "/v1/summaries") {
      const { summaryId } = summaryRequest.parse(JSON.parse(body))
      seen.summaries.push(summaryId)
      return stream(response, { events: SUMMARY })
    }
    if (url === "/v1/drafts") {
      const { draftId, prepared } = draftRequest.parse(JSON.parse(body))
      if (prepared && relay.prepared.left-- <= 0) return fail(429, "budget-prepared")
      seen.drafts.push({ id: draftId, body })
      return stream(response, relay.script(draftId))
    }
    fail(404, "not-found")
  }
  async function stream(response: ServerResponse, { events, then, pauseAfter = Infinity }: Script): Promise<void> {
    response.on("close", () => {
      if (!response.writableFinished) seen.closed++
    })
    response.writeHead(200, { "content-type": "text/event-stream" })
    response.write("event: heartbeat\ndata: {}\n\n")
    for (const [index, { type, ...data }] of events.entries()) {
      if (index === pauseAfter && !released) await new Promise<void>((go) => waiting.push(go))
      if (index === pauseAfter) released = false
      response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    if (then === "cut") {
      // What was written has to reach the other side before the socket goes.
      await new Promise<void>((sent) => response.write(": cut\n\n", () => sent()))
      response.destroy()
    } else if (then !== "hold") response.end()
  }
  const listen = (port = 0) =>
    new Promise<number>((ready) =>
      server.listen(port, "127.0.0.1", () => ready((server.address() as AddressInfo).port))
    )
  const port = await listen()
  return {
    relay,
    seen,
    address: `http://127.0.0.1:${port}`,
    /** What waits goes on; before anything does, the next to come will not wait. */
    release() {
      released = waiting.length === 0
      waiting.splice(0).forEach((go) => go())
    },
    get held() {
      return waiting.length
    },
    async down() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
    up: () => listen(port)
  }
}
export type RelayDouble = Awaited<ReturnType<typeof relayDouble>>
