import type { Outcome } from "../../src/protocol/outcome.ts"
import { HEAVY_FROM } from "../../src/protocol/review.ts"
import type { StreamEvent } from "../../src/relay/drafting/pipeline/pipeline-events.ts"
import { compareWords } from "../../src/text/edit-distance.ts"
import { BLANK } from "../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { causesOf } from "../../src/relay/review/outcome-causes.ts"
import { chanceOf, type Chance } from "./chance.ts"
import { daysBetween, timesOf } from "./days.ts"
import { kindOf, PIPELINES, type Kind } from "./kinds.ts"
import { claimsOf, draftParts, ownParts, sentParts, textOf, type Part } from "./letter.ts"
import { rejectionOf, reviewOf } from "./review.ts"
import { sourceOf } from "./sources.ts"
import { fillerOf, ticketOf } from "./thread.ts"
import type { Pool, Topic } from "./pool.ts"
import { pools } from "./words/index.ts"

export interface MonthCase {
  outcome: Outcome
  reached: Date
  /** What the relay stores of the draft, or undefined if there was none. */
  draft: RequestedDraft | undefined
  review: ReturnType<typeof reviewOf>
  causes: ReturnType<typeof causesOf>
  intent: string
}

interface RequestedDraft {
  id: string
  model: string
  pipelineVersion: string
  ticket: MaskedTicket
  events: StreamEvent[]
  begun: Date
  ended: Date
}

const SITES: Record<Kind["helpdesk"], string> = {
  zendesk: "https://lumen.zendesk.com",
  "request-tracker": "https://rt.lumen.example",
  redmine: "https://redmine.lumen.example"
}

/** Another number gives another month. */
export const SEED = 20_261_120

/** Makes the case of this number, 0 to 4,999. It is the same each time except for its day and its ticket's number. */
export function caseOf(number: number, ticketId: string, reached: Date, until: Date): MonthCase {
  const chance = chanceOf(SEED + number)
  const kind = kindOf(chance, daysBetween(reached, until), leniencyOf(number))
  const pool = pools[kind.language]
  const topic = chance.pick(pool.topics)
  const [ids, times] = [{ outcomeId: chance.uuid(), draftId: chance.uuid() }, timesOf(chance, kind, reached)]
  const opened = Date.parse(times.opened ?? "")
  const fill = fillerOf(chance, pool, topic, opened)
  const filled = (parts: Part[]) => parts.map((part) => filledPart(part, fill))
  const ticket = ticketOf(chance, {
    pool,
    topic,
    fill,
    helpdesk: kind.helpdesk,
    ticketId,
    opened: Math.min(opened, reached.getTime() - 600_000)
  })
  const drafted = filled(draftParts(chance, pool, topic, kind.pipeline)).filter(
    ({ text }) => kind.result !== "unchanged" || !text.includes("[[")
  )
  const draft = kind.result === "none" ? "" : textOf(drafted, kind.language)
  const sent = kind.sent ? sentOf(chance, { kind, pool, topic, parts: drafted, draft, filled }) : null
  const compared = draft === "" || sent === null ? undefined : compareWords(draft, sent, BLANK)
  const outcome: Outcome = {
    outcomeId: ids.outcomeId,
    revision: kind.result === "unknown" ? 1 : chance.of(0.1) ? 2 : 1,
    ...(kind.result !== "none" && { draftId: ids.draftId }),
    site: SITES[kind.helpdesk],
    helpdesk: kind.helpdesk,
    ticketId,
    ...(sent !== null && { messageId: `${ticketId}90` }),
    kind: kindTold(kind),
    draft,
    sent,
    editDistance: compared?.distance ?? null,
    filledBlanks: compared?.filled ?? 0,
    ...(kind.result === "rejected" && rejectionOf(chance, drafted)),
    language: kind.language,
    ...writtenBy(kind),
    times
  }
  return {
    outcome,
    reached,
    intent: topic.tag,
    causes: quotedIn(outcome, { ticket, topic, parts: drafted, pool }),
    review: reviewOf(chance, kind.result, drafted, reached, until),
    draft: kind.requested
      ? requestOf(kind, {
          id: ids.draftId,
          ticket,
          opened,
          ready: times.ready,
          events: () => eventsOf(chance, { outcome, parts: drafted, topic, pool })
        })
      : undefined
  }
}

/** What a reply without a draft doesn't have. */
const writtenBy = ({ result, model, pipeline }: Kind) =>
  result === "none" ? { model: "", pipelineVersion: "" } : { model, pipelineVersion: PIPELINES[pipeline] ?? "" }

/** What is behind the edits of a used draft, as the relay stores it. */
function quotedIn(
  { kind, draft, site }: Outcome,
  { ticket, topic, parts, pool }: { ticket: MaskedTicket; topic: Topic; parts: Part[]; pool: Pool }
): ReturnType<typeof causesOf> {
  if (kind !== "inserted" && kind !== "copied") return []
  const claims = claimsOf(draft, parts, topic, pool.language)
  return causesOf({ ticket: { ...ticket, site }, sources: [sourceOf(topic, 1)], claims })
}

interface Request {
  id: string
  ticket: MaskedTicket
  opened: number
  ready: string | undefined
  /** The events of a draft that was shown. */
  events: () => StreamEvent[]
}

/** Makes what the relay stores of a requested draft. One that wasn't shown was refused. */
const requestOf = (kind: Kind, { id, ticket, opened, ready, events }: Request): RequestedDraft => ({
  id,
  model: kind.model,
  pipelineVersion: PIPELINES[kind.pipeline] ?? "",
  ticket,
  events: kind.result === "none" ? refusalOf(id, kind) : events(),
  begun: new Date(opened),
  ended: new Date(ready ?? opened)
})

/** The drafts of some agents are accepted more often than those of others, whoever wrote them. */
const leniencyOf = (number: number): number => 0.12 * Math.sin(1 + (number % AGENT_COUNT) * 2.4)

/** The cases are given to the agents in turn. */
export const AGENT_COUNT = 12

/** What the relay stores of a draft that no page supports. */
const refusalOf = (draftId: string, { model, pipeline, language }: Kind): StreamEvent[] => [
  { type: "sources", sources: [] },
  {
    type: "draft-end",
    draftId,
    text: "",
    claims: [],
    questions: [],
    refusal: { reason: "no-answer", searched: [], documents: 0, nearest: [] },
    model,
    pipelineVersion: PIPELINES[pipeline] ?? "",
    language,
    ms: { first: 200, total: 260 }
  }
]

const filledPart = (part: Part, fill: (text: string) => string): Part => ({
  ...part,
  text: fill(part.text),
  ...(part.otherwise !== undefined && { otherwise: fill(part.otherwise) })
})

const kindTold = ({ result, copied }: Kind): Outcome["kind"] =>
  result === "rejected" || result === "ignored" || result === "none" ? result : copied ? "copied" : "inserted"

interface Sending {
  kind: Kind
  pool: Pool
  topic: Topic
  parts: Part[]
  draft: string
  filled: (parts: Part[]) => Part[]
}

/** Makes the text that was sent. It tries until the text is changed as much as intended. */
function sentOf(chance: Chance, { kind: { result, language }, pool, topic, parts, draft, filled }: Sending): string {
  if (result === "unchanged") return draft
  if (result === "none" || result === "rejected" || result === "ignored")
    return textOf(filled(ownParts(chance, pool, topic)), language)
  const change = result === "light" ? "slightly" : "wholly"
  const fits = (text: string) => {
    const { distance } = compareWords(draft, text, BLANK)
    return distance > 0 && distance < HEAVY_FROM === (result === "light")
  }
  const tries = Array.from({ length: 12 }, () => textOf(filled(sentParts(chance, pool, parts, change)), language))
  return tries.find(fits) ?? tries[0] ?? draft
}

const HOUR = 3_600_000

function eventsOf(
  chance: Chance,
  { outcome, parts, topic, pool }: { outcome: Outcome; parts: Part[]; topic: Topic; pool: Pool }
): StreamEvent[] {
  const { draft: text, times, language, model, pipelineVersion, draftId = "" } = outcome
  const claims = claimsOf(text, parts, topic, pool.language)
  const other = chance.pick(pool.topics.filter((one) => one !== topic))
  const since = (from: string | undefined, to: string | undefined) => Date.parse(to ?? "") - Date.parse(from ?? "")
  // The time is by the relay's own clock, whatever the browser's clock says.
  const first = (since(times.opened, times.firstText) + HOUR) % HOUR
  return [
    { type: "sources", sources: [sourceOf(topic, 1), sourceOf(other, 2)] },
    ...claims.flatMap((claim, at): StreamEvent[] => [
      {
        type: "draft-delta",
        text: text.slice(at === 0 ? 0 : claims[at - 1]?.end, at === claims.length - 1 ? undefined : claim.end)
      },
      { type: "check", claim }
    ]),
    {
      type: "draft-end",
      draftId,
      text,
      claims,
      questions: [...text.matchAll(BLANK)].map(([, blank = ""]) => ({ blank })),
      model,
      pipelineVersion,
      language,
      ms: { first, total: first + since(times.firstText, times.ready) },
      tokens: { in: chance.whole(900, 2_600), out: Math.ceil(text.length / 3.6) }
    }
  ]
}
