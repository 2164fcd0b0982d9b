import { createHash } from "node:crypto"
import type { Kysely } from "kysely"
import { outcomeRow } from "../../src/relay/review/outcome-row.ts"
import { queueColumns } from "../../src/relay/review/queue/case-signals.ts"
import { IN_CLEAR } from "../../src/storage/encryption/text-cipher.ts"
import type { Schema } from "../../src/storage/schema.ts"
import { AGENT_COUNT, caseOf, SEED, type MonthCase } from "./case.ts"
import { chanceOf } from "./chance.ts"
import { moments } from "./days.ts"

export const CASES = 5_000
const AGENTS = Array.from({ length: AGENT_COUNT }, (_, at) => `Sample agent ${at + 1}`)

/** The database holds cases that don't belong to the month, and both would be mixed in one figure. */
export class OwnCases extends Error {
  override name = "OwnCases"
}

/**
 * Fills the database with a month of plausible cases that ends now: drafts with their tickets and events, outcomes, and
 * some reviews. It replaces an earlier month, completely or not at all.
 * @throws OwnCases if there are other cases
 */
export async function fillMonth(db: Kysely<Schema>, until: Date): Promise<{ cases: number; reviews: number }> {
  return db.transaction().execute(async (work) => {
    const people = await agents(work, until)
    await clear(work, people)
    const cases = monthOf(until)
    const agentOf = (number: number) => people[number % people.length] ?? ""
    await inParts(
      500,
      cases.flatMap((one, number) => (one.draft ? [{ ...one, draft: one.draft, person: agentOf(number) }] : [])),
      (part) =>
        work
          .insertInto("drafts")
          .values(
            part.map(({ outcome, draft, person }) => ({
              id: draft.id,
              person,
              site: outcome.site,
              helpdesk: outcome.helpdesk,
              ticket_id: outcome.ticketId,
              request_hash: createHash("sha256").update(JSON.stringify(draft.ticket)).digest(),
              state: "done" as const,
              model: draft.model,
              pipeline_version: draft.pipelineVersion,
              upstream_url: null,
              upstream_body: null,
              upstream_model: null,
              request: JSON.stringify(draft.ticket),
              subject: draft.ticket.subject,
              created_at: draft.begun,
              ended_at: draft.ended
            }))
          )
          .execute()
    )
    await inParts(
      5_000,
      cases.flatMap(({ draft }) =>
        (draft?.events ?? []).map((event, n) => ({ draft: draft?.id ?? "", n, event: JSON.stringify(event) }))
      ),
      (part) => work.insertInto("draft_events").values(part).execute()
    )
    await inParts(
      500,
      cases.map(({ outcome, draft, reached, intent }, number) => ({
        id: outcome.outcomeId,
        ...outcomeRow(outcome, agentOf(number), IN_CLEAR),
        ...(draft && { model: draft.model, pipeline_version: draft.pipelineVersion }),
        ...queueColumns(outcome, shownDraft(draft, outcome.site)),
        intent,
        created_at: reached
      })),
      (part) => work.insertInto("outcomes").values(part).execute()
    )
    await fillCauses(work, cases)
    const reviews = cases.flatMap(({ outcome, review }) => (review ? [{ case_id: outcome.outcomeId, ...review }] : []))
    await inParts(500, reviews, (part) => work.insertInto("reviews").values(part).execute())
    return { cases: cases.length, reviews: reviews.length }
  })
}

/** Returns what a draft's signals are read from. */
const shownDraft = (draft: MonthCase["draft"], site: string) => ({
  ticket: draft && { ...draft.ticket, site },
  claims: draft?.events.flatMap((event) => (event.type === "check" ? [event.claim] : [])) ?? []
})

/** Stores which pages the used drafts quoted, and the tags of their tickets. */
function fillCauses(work: Kysely<Schema>, cases: MonthCase[]): Promise<void> {
  const rows = cases.flatMap(({ outcome, causes }) => causes.map((cause) => ({ case_id: outcome.outcomeId, ...cause })))
  return inParts(5_000, rows, (part) => work.insertInto("outcome_causes").values(part).execute())
}

function monthOf(until: Date): MonthCase[] {
  const days = moments(chanceOf(SEED), CASES, until)
  // Later tickets have higher numbers.
  const ranks = new Map(
    [...days.keys()]
      .sort((a, b) => (days[a]?.getTime() ?? 0) - (days[b]?.getTime() ?? 0))
      .map((number, rank) => [number, rank])
  )
  return days.map((reached, number) => caseOf(number, String(41_000 + (ranks.get(number) ?? 0)), reached, until))
}

/** Returns when the newest case of an existing month reached the relay. */
export async function newestOf(db: Kysely<Schema>): Promise<Date | undefined> {
  const row = await db
    .selectFrom("outcomes")
    .innerJoin("people", "people.id", "outcomes.person")
    .where("people.name", "in", AGENTS)
    .select("outcomes.created_at")
    .orderBy("outcomes.created_at", "desc")
    .executeTakeFirst()
  return row?.created_at
}

/** Adds the agents. They can't sign in, because nobody gets a pairing code for them. */
async function agents(work: Kysely<Schema>, now: Date): Promise<string[]> {
  const chance = chanceOf(SEED - 1)
  const people = AGENTS.map((name) => ({
    id: chance.uuid(),
    name,
    role: "agent" as const,
    groups: [],
    vault_key: Buffer.alloc(32),
    created_at: now
  }))
  await work
    .insertInto("people")
    .values(people)
    .onConflict((conflict) => conflict.columns(["tenant", "name", "role"]).doNothing())
    .execute()
  const rows = await work.selectFrom("people").select("id").where("name", "in", AGENTS).orderBy("name").execute()
  return rows.map(({ id }) => id)
}

async function clear(work: Kysely<Schema>, people: string[]): Promise<void> {
  const own = await work
    .selectFrom("outcomes")
    .select("id")
    .where("person", "not in", people)
    .limit(1)
    .executeTakeFirst()
  if (own)
    throw new OwnCases(
      "This database holds cases of your own, and the month's would be mixed with them: set REPLYWRIGHT_DATA to another folder, or leave it and DATABASE_URL unset."
    )
  await work.deleteFrom("outcomes").where("person", "in", people).execute()
  await work.deleteFrom("drafts").where("person", "in", people).execute()
}

async function inParts<Row>(size: number, rows: Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += size) await insert(rows.slice(at, at + size))
}
