import { IDBFactory, IDBKeyRange } from "fake-indexeddb"
import { vi } from "vitest"
import { createPageCalls } from "../../../src/copilot/panel/page-calls.ts"
import { Account } from "../../../src/copilot/session/account.ts"
import { createMasker } from "../../../src/copilot/session/masker.ts"
import type { CopilotParts } from "../../../src/copilot/relay-client/copilot-parts.ts"
import { createRelayClient } from "../../../src/copilot/relay-client/relay-client.ts"
import { runJob } from "../../../src/masking/jobs.ts"
import type { KeyValue } from "../../../src/platform/key-value.ts"
import { API_VERSION } from "../../../src/protocol/relay.ts"
import type { CommandAnswer, PanelCommand } from "../../../src/protocol/panel.ts"
import {
  reportAnswer,
  settleAnswer,
  settleRequest,
  type ReportAnswer,
  type SettleRequest
} from "../../../src/protocol/knowledge-report.ts"
import {
  caseAnswer,
  editCausesAnswer,
  figuresAnswer,
  queueAnswer,
  recommendationsAnswer,
  reviewRequest,
  type CaseAnswer,
  type FiguresAnswer,
  type QueueAnswer,
  type Review
} from "../../../src/protocol/review.ts"
import { draftVersionsAnswer, versionNameRequest, type DraftVersion } from "../../../src/protocol/draft-versions.ts"
import { reviewChoices, reviewSample, type ReviewSample } from "../../../src/protocol/review-queue.ts"
import { DEFAULT_SCORECARD, scorecardRequest, type Scorecard } from "../../../src/protocol/scorecard.ts"
import { openDatabase } from "../../../src/store/database.ts"
import { createRelayLink, type RelayLink } from "../../../src/ui/kit/relay/relay-link.ts"
import { sampleCases, TONE } from "./lead-cases.ts"
import { caseWorkAnswer } from "./case-work.ts"
import { CHOICES, sampleOf } from "./lead-samples.ts"
import { VERSIONS } from "./lead-versions.ts"
import { CAUSES, INTENTS, noLeadFigures, PRODUCTS } from "./lead-figures.ts"
import { knowledgeAnswer, knowledgeWorld, type KnowledgeWorld } from "./knowledge-relay.ts"
import { intentsAnswer } from "../../../src/protocol/routes/intents.ts"

export const ADDRESS = "http://127.0.0.1:8787"
const ANNA = { id: "p2", name: "Anna", role: "lead" as const, groups: [] }
const TOM = { id: "p1", name: "Tom", role: "agent" as const, groups: [] }

/**
 * A lead's page over the extension's own code down to `fetch`, and there a relay that speaks the wire: every answer
 * fits its schema, a review is saved under the version that was read. Storage outlives a page, as the browser's does.
 */
export function leadWorld({
  cases = sampleCases(),
  figures = () => noFigures,
  reports = () => noReport,
  signedIn = true
}: {
  cases?: CaseAnswer[]
  figures?: (query: URLSearchParams) => FiguresAnswer
  reports?: (query: URLSearchParams) => ReportAnswer
  signedIn?: boolean
} = {}) {
  const kept = { local: new Map<string, unknown>(), session: new Map<string, unknown>() }
  if (signedIn) kept.local.set("pairing.lead", { address: ADDRESS, token: "lead-1", person: ANNA })
  kept.local.set("pairing", { address: ADDRESS, token: "agent-1", person: TOM })
  const relay = {
    cases,
    away: false,
    role: "lead",
    gone: new Set<string>(),
    puts: [] as Put[],
    samples: [] as ReviewSample[],
    versions: VERSIONS,
    scorecards: [DEFAULT_SCORECARD],
    settled: [] as ({ id: string } & SettleRequest)[],
    ...knowledgeWorld(),
    reports,
    asked: [] as string[],
    /** Answers wait until it resolves. */ slow: Promise.resolve(),
    downloads: [] as { name: string; text: string }[]
  }
  vi.stubGlobal(
    "fetch",
    async (
      url: URL,
      { method = "GET", body, headers }: { method?: string; body?: string; headers: Record<string, string> }
    ) => {
      relay.asked.push(`${method} ${url.pathname}${url.search}`)
      await relay.slow
      if (relay.away) throw new TypeError("Failed to fetch")
      // One that is still at it answers later than at once.
      if (url.pathname === "/v1/knowledge/report") await new Promise((soon) => void setTimeout(soon))
      const { status, said } = answerOf(relay, figures, method, url, body, headers["authorization"])
      return new Response(status === 204 ? null : typeof said === "string" ? said : JSON.stringify(said), { status })
    }
  )
  const parts = {
    browser: {
      managed: { read: () => Promise.resolve(undefined) },
      local: area(kept.local),
      session: area(kept.session)
    },
    relay: createRelayClient,
    masker: createMasker(async (job) => runJob(job))
  }
  const factory = { indexedDB: new IDBFactory(), IDBKeyRange }
  const page = (): RelayLink => {
    // Of the browser the account uses its storage and the policy alone; no other part is asked.
    const account = new Account(
      parts as unknown as CopilotParts,
      openDatabase(() => undefined, "replywright", factory),
      () => undefined
    )
    const answer = createPageCalls(parts as unknown as CopilotParts, account, () => undefined)
    return {
      ...createRelayLink("lead", { carry: (message) => answer(message) }),
      async send(command: PanelCommand): Promise<CommandAnswer> {
        if (command.kind === "popup-pair") await account.pair(command.address, command.code, command.door)
        return { ok: true }
      },
      unsaved: parts.browser.session,
      download: (name, _type, text) => void relay.downloads.push({ name, text })
    }
  }
  return {
    relay,
    kept,
    page,
    /** Another lead saves meanwhile. */ anotherSaves: (caseId: string, said: Partial<Review>) => {
      const found = relay.cases.find(({ line }) => line.caseId === caseId)
      if (found)
        found.review = {
          ...found.review,
          done: true,
          by: "Bert",
          at: "2026-11-20T10:00:00Z",
          ...said,
          version: found.review.version + 1
        }
    }
  }
}

interface Put {
  id: string
  version: number
  seen?: string
  isRandom?: boolean
}

interface Relay extends KnowledgeWorld {
  cases: CaseAnswer[]
  role: string
  gone: Set<string>
  puts: Put[]
  samples: ReviewSample[]
  versions: DraftVersion[]
  scorecards: Scorecard[]
  settled: ({ id: string } & SettleRequest)[]
  reports: (query: URLSearchParams) => ReportAnswer
}

function answerOf(
  relay: Relay,
  figures: (query: URLSearchParams) => FiguresAnswer,
  method: string,
  url: URL,
  body: string | undefined,
  bearer: string | undefined
): { status: number; said: unknown } {
  const { pathname, searchParams } = url
  const fail = (status: number, code: string, more = {}) => ({
    status,
    said: { error: { code, message: `It says ${code}.`, retryable: false, requestId: "r1" }, ...more }
  })
  if (pathname === "/v1/health")
    return {
      status: 200,
      said: {
        name: "replywright",
        api: API_VERSION,
        version: "0.1.0",
        ok: true,
        database: "ok",
        model: null,
        documents: 1
      }
    }
  if (pathname === "/v1/pair")
    return { status: 200, said: { token: "lead-1", expires: "2026-12-20T00:00:00Z", person: ANNA, key: "" } }
  if (bearer !== "Bearer lead-1") return fail(401, "not-paired")
  if (relay.role === "agent") return fail(403, "not-allowed")
  if (pathname === "/v1/review/queue")
    return { status: 200, said: queueAnswer.parse(queueOf(relay.cases, searchParams)) }
  if (pathname === "/v1/review/scorecards") {
    if (method === "GET") return { status: 200, said: { scorecards: relay.scorecards } }
    const next = scorecardRequest.parse(JSON.parse(body ?? ""))
    const [current = DEFAULT_SCORECARD] = relay.scorecards
    if (next.version !== current.version) return fail(409, "scorecard-changed", { scorecard: current })
    relay.scorecards.unshift({ ...next, version: next.version + 1, by: "Anna", at: "2026-11-20T11:00:00Z" })
    return { status: 200, said: relay.scorecards[0] }
  }
  if (pathname === "/v1/review/choices") return { status: 200, said: reviewChoices.parse(CHOICES) }
  if (pathname === "/v1/review/samples") {
    if (method === "POST") relay.samples.push(sampleOf(relay.samples.length + 1))
    const drawn = relay.samples.at(-1)
    return { status: 200, said: method === "POST" ? reviewSample.parse(drawn) : { samples: relay.samples } }
  }
  if (pathname === "/v1/review/disputes")
    return { status: 200, said: { open: relay.cases.flatMap(({ disputes }) => disputes).length, criteria: [] } }
  const work = caseWorkAnswer(relay.cases, url, body)
  if (work) return { status: 200, said: work }
  if (pathname === "/v1/review/causes") {
    const isEmpty = figures(searchParams).groups.length === 0
    return { status: 200, said: editCausesAnswer.parse(isEmpty ? { drafts: 0, articles: [], topics: [] } : CAUSES) }
  }
  if (pathname === "/v1/review/tone") return { status: 200, said: { rules: [TONE] } }
  if (pathname === "/v1/review/versions") {
    if (method === "PUT") {
      const { name } = versionNameRequest.parse(JSON.parse(body ?? ""))
      const pipeline = searchParams.get("pipeline")
      relay.versions = relay.versions.map((one) => (one.pipeline === pipeline ? { ...one, name } : one))
    }
    return { status: 200, said: draftVersionsAnswer.parse({ versions: relay.versions }) }
  }
  if (pathname === "/v1/review/recommendations")
    return { status: 200, said: recommendationsAnswer.parse({ products: PRODUCTS }) }
  if (pathname === "/v1/intents") return { status: 200, said: intentsAnswer.parse(INTENTS) }
  if (pathname === "/v1/review/figures") return { status: 200, said: figuresAnswer.parse(figures(searchParams)) }
  if (pathname === "/v1/knowledge/report") {
    const report = reportAnswer.parse(relay.reports(searchParams))
    return { status: "running" in report ? 202 : 200, said: report }
  }
  if (pathname.startsWith("/v1/knowledge/findings/"))
    return { status: 200, said: settleAnswer.parse(settled(relay, pathname, body)) }
  const knowledge = knowledgeAnswer(relay, { method, pathname, searchParams, body }, fail)
  if (knowledge) return knowledge
  if (pathname === "/v1/review/export") return { status: 200, said: `${searchParams}` }
  if (pathname === "/v1/masking-rules")
    return {
      status: 200,
      said: {
        version: 0,
        mode: "strict",
        keep: [],
        names: [],
        agentsMayAdd: false,
        words: [],
        proposed: [],
        by: null,
        at: null
      }
    }
  const id = pathname.split("/").at(-1) ?? ""
  const found = relay.cases.find(({ line }) => line.caseId === id)
  if (!found || relay.gone.has(id)) return fail(410, "case-erased")
  if (method === "GET") return { status: 200, said: caseAnswer.parse(found) }
  const {
    version,
    seen,
    isRandom,
    verdict = null,
    scorecard = null,
    scores = {},
    comment = "",
    ...said
  } = reviewRequest.parse(JSON.parse(body ?? ""))
  relay.puts.push({ id, version, ...(seen === undefined ? {} : { seen }), ...(isRandom ? { isRandom } : {}) })
  if (version !== found.review.version) return fail(409, "review-changed", { review: found.review })
  found.review = {
    ...said,
    scorecard,
    scores,
    comment,
    total: null,
    verdict,
    version: version + 1,
    by: "Anna",
    at: "2026-11-20T11:00:00Z"
  }
  const taken = found.revisions.find((one) => one.id === seen)
  if (taken) {
    const { outcome, result, diff } = taken
    const stood = { ...taken, later: false, outcome: found.outcome, result: found.line.result, diff: found.diff }
    Object.assign(found, {
      outcome,
      diff,
      line: { ...found.line, result, newer: false, reviewed: true },
      revisions: [stood]
    })
  }
  return { status: 200, said: found.review }
}

function settled(relay: Relay, pathname: string, body: string | undefined) {
  const [id, said] = [pathname.split("/").at(-1) ?? "", settleRequest.parse(JSON.parse(body ?? ""))]
  relay.settled.push({ id, ...said })
  return said.settled
    ? { id, settled: true, at: "2026-11-20T11:00:00Z", by: "Anna", note: said.note || null }
    : { id, settled: false, at: null, by: null, note: null }
}

function queueOf(cases: CaseAnswer[], query: URLSearchParams): QueueAnswer {
  const all = cases.map(({ line, review }) => ({ ...line, reviewed: review.done && !line.newer }))
  const state = query.get("state") ?? "open"
  const ordered =
    query.get("order") === "rejected"
      ? all.toSorted((a, b) => Number(b.result === "rejected") - Number(a.result === "rejected"))
      : all
  const fitting = ordered.filter(({ reviewed }) => state === "all" || reviewed === (state === "done"))
  const from = Number(query.get("after") ?? 0)
  const to = from + Math.min(Number(query.get("limit") ?? 50), PAGE)
  const done = all.filter(({ reviewed }) => reviewed).length
  return {
    cases: fitting.slice(from, to),
    next: to < fitting.length ? String(to) : null,
    counts: { open: all.length - done, done }
  }
}
/** Smaller than what is asked for, so that there is a second page. */
const PAGE = 5

function area(map: Map<string, unknown>): KeyValue {
  return {
    get: async (name) => structuredClone(map.get(name)),
    set: async (name, value) => void map.set(name, structuredClone(value)),
    remove: async (name) => void map.delete(name),
    clear: async () => map.clear()
  }
}

const noReport: ReportAnswer = {
  at: "2026-11-20T10:00:00Z",
  documents: 0,
  findings: [],
  counts: {},
  settled: 0,
  settledFindings: [],
  coverage: { weeks: 6, tickets: 0, searched: 0, answered: 0 },
  trend: []
}
const none = { n: 0, of: 0, low: null, high: null }
export const noFigures: FiguresAnswer = {
  versionNames: {},
  from: null,
  to: null,
  by: "week",
  groups: [],
  change: null,
  leads: noLeadFigures,
  clustering: { agentCount: 0, agents: false, effect: 1 },
  choices: { helpdesks: [], languages: [], models: [], pipelines: [] },
  whole: {
    eligible: 0,
    unasked: 0,
    drafted: none,
    used: none,
    rejected: none,
    ignored: none,
    none,
    unchanged: none,
    light: none,
    heavy: none,
    accepted: none,
    unknown: 0,
    reasons: {},
    editDistance: { median: null, spread: Array(10).fill(0) },
    firstText: { p50: null, p95: null, of: 0 }
  }
}
