import { Hono } from "hono"
import { sql, type Kysely, type Insertable } from "kysely"
import { outcome, type Outcome } from "../../protocol/outcome.ts"
import { HEAVY_FROM, type Result } from "../../protocol/review.ts"
import { requirePerson } from "../access/guards.ts"
import type { RelayParts } from "../app.ts"
import { readBody } from "../http/body.ts"
import type { RelayEnv } from "../http/context.ts"
import type { OutcomeRow, Schema } from "../storage/schema.ts"

/** What became of a reply, told by the browser's outbox, which asks again until it is answered. */
export function outcomeRoutes({ db, clock }: RelayParts): Hono<RelayEnv> {
  return new Hono<RelayEnv>().post("/outcomes", requirePerson(db, clock), async (context) => {
    const told = await readBody(context, outcome)
    return context.json({ outcomeId: told.outcomeId, stored: await storeOutcome(db, told, context.get("person").person.id, clock()) })
  })
}

/** False when nothing changed: stored already, an older revision, a draft erased with its ticket, a reply that is a case already. */
export async function storeOutcome(db: Kysely<Schema>, told: Outcome, person: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    await lockTicket(work, told.helpdesk, told.ticketId)
    if (told.draftId !== undefined && (await work.selectFrom("erased_drafts").select("id").where("id", "=", told.draftId).executeTakeFirst())) return false
    const own = await work.selectFrom("outcomes").select(["id", "revision"]).where("id", "=", told.outcomeId).executeTakeFirst()
    if (own && own.revision >= told.revision) return false
    const same = await sameReply(work, told)
    if (same && own) await work.deleteFrom("outcomes").where("id", "=", own.id).execute()
    if (same && weightOf(told.kind) <= weightOf(same.kind)) return false
    const row = rowOf(told, person)
    const known = same ?? own
    // Under the id that a lead may have reviewed already.
    if (known) await work.updateTable("outcomes").set(row).where("id", "=", known.id).execute()
    else await work.insertInto("outcomes").values({ id: told.outcomeId, ...row, created_at: now }).execute()
    return true
  })
}

/** The case of the same sent reply as another browser told it. */
async function sameReply(work: Kysely<Schema>, { outcomeId, helpdesk, ticketId, messageId }: Outcome): Promise<{ id: string; kind: string } | undefined> {
  if (messageId === undefined) return undefined
  return work.selectFrom("outcomes").select(["id", "kind"]).where("helpdesk", "=", helpdesk).where("ticket_id", "=", ticketId)
    .where("message_id", "=", messageId).where("id", "!=", outcomeId).executeTakeFirst()
}

/** Of two accounts of one reply the one that knows more of its draft stands. */
function weightOf(kind: string): number {
  return ["none", "ignored", "rejected", "copied", "inserted"].indexOf(kind)
}

function rowOf(told: Outcome, person: string): Omit<Insertable<OutcomeRow>, "id" | "created_at"> {
  const { opened, firstText } = told.times
  const first = opened === undefined || firstText === undefined ? NaN : Date.parse(firstText) - Date.parse(opened)
  return {
    person, draft: told.draftId ?? null, helpdesk: told.helpdesk, ticket_id: told.ticketId, kind: told.kind, revision: told.revision,
    message_id: told.messageId ?? null, result: resultOf(told), seen_sent: told.sent !== null, reasons: told.reasons ?? [],
    // A clock that was set between the two says nothing.
    first_text_ms: first >= 0 ? first : null,
    edit_distance: told.editDistance, filled_blanks: told.filledBlanks, language: told.language, model: told.model,
    pipeline_version: told.pipelineVersion, body: JSON.stringify(told)
  }
}

function resultOf({ kind, sent, editDistance }: Outcome): Result {
  if (kind === "rejected" || kind === "ignored" || kind === "none") return kind
  if (sent === null || editDistance === null) return "unknown"
  if (editDistance === 0) return "unchanged"
  return editDistance < HEAVY_FROM ? "light" : "heavy"
}

/** Until the transaction ends, one at a time stores for this ticket or erases it. */
export async function lockTicket(work: Kysely<Schema>, helpdesk: string, ticketId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${helpdesk} ${ticketId}`}, 0))`.execute(work)
}
