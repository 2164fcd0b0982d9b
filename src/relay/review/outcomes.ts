import { Hono } from "hono"
import type { Insertable, Kysely, Selectable } from "kysely"
import { outcome, type Outcome } from "../../protocol/outcome.ts"
import { HEAVY_FROM, type Result } from "../../protocol/review.ts"
import { requirePerson } from "../access/guards.ts"
import type { RelayParts } from "../app.ts"
import { readBody } from "../http/body.ts"
import type { RelayEnv } from "../http/context.ts"
import { fieldsOfOutcome } from "../masking/fields.ts"
import { refuseUnmasked } from "../masking/second-look.ts"
import type { OutcomeRow, Schema } from "../storage/schema.ts"
import { takeTurn } from "../storage/take-turn.ts"
import { readDrafted } from "./drafted.ts"

/** What became of a reply, told by the browser's outbox, which asks again until it is answered. */
export function outcomeRoutes(parts: RelayParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return new Hono<RelayEnv>().post("/outcomes", requirePerson(db, clock), async (context) => {
    const told = await readBody(context, outcome)
    const { person, rules } = context.get("person")
    await refuseUnmasked(parts, { fields: fieldsOfOutcome(told), rules, now: clock(), own: { field: "draft", text: async () => (await readDrafted(db, told.draftId ?? null)).text } })
    return context.json({ outcomeId: told.outcomeId, stored: await storeOutcome(db, told, person.id, clock()) })
  })
}

/** False when nothing changed: stored already, an older revision, an erased ticket, a reply of which another browser knows as much. */
export async function storeOutcome(db: Kysely<Schema>, told: Outcome, person: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    await lockTicket(work, told.helpdesk, told.ticketId)
    if (await isErased(work, told)) return false
    const own = await work.selectFrom("outcomes").select(COLUMNS).where((is) => is.or([is("id", "=", told.outcomeId), is("account", "=", told.outcomeId)])).executeTakeFirst()
    const same = await sameReply(work, told, own?.id)
    if (same && own) await joinCases(work, own.id, same.id)
    const known = same ?? own
    if (known && !knowsMore(told, known)) return false
    const row = outcomeRow(told, person)
    // Under the id that a lead may have reviewed already.
    if (known) await work.updateTable("outcomes").set(row).where("id", "=", known.id).execute()
    else await work.insertInto("outcomes").values({ id: told.outcomeId, ...row, created_at: now }).execute()
    return true
  })
}

const COLUMNS = ["id", "account", "kind", "revision"] as const
type Known = Pick<Selectable<OutcomeRow>, (typeof COLUMNS)[number]>

async function isErased(work: Kysely<Schema>, { outcomeId, draftId }: Outcome): Promise<boolean> {
  if (await work.selectFrom("erased_cases").select("id").where("id", "=", outcomeId).executeTakeFirst()) return true
  return draftId !== undefined && (await work.selectFrom("erased_drafts").select("id").where("id", "=", draftId).executeTakeFirst()) !== undefined
}

/** The case of the same sent reply as another browser told it. */
async function sameReply(work: Kysely<Schema>, { helpdesk, ticketId, messageId }: Outcome, own: string | undefined): Promise<Known | undefined> {
  if (messageId === undefined) return undefined
  const same = await work.selectFrom("outcomes").select(COLUMNS).where("helpdesk", "=", helpdesk).where("ticket_id", "=", ticketId)
    .where("message_id", "=", messageId).executeTakeFirst()
  return same?.id === own ? undefined : same
}

/** Two cases turn out to be one reply: what a lead said of the one that goes is kept, unless the other has been reviewed as well. */
async function joinCases(work: Kysely<Schema>, gone: string, stays: string): Promise<void> {
  // A lead who is saving one of them just now is waited for: else the review would go with its case.
  await work.selectFrom("outcomes").select("id").where("id", "in", [gone, stays]).orderBy("id").forUpdate().execute()
  const reviewed = await work.selectFrom("reviews").select("case_id").where("case_id", "=", stays).executeTakeFirst()
  if (!reviewed) await work.updateTable("reviews").set({ case_id: stays }).where("case_id", "=", gone).execute()
  await work.deleteFrom("outcomes").where("id", "=", gone).execute()
}

/** The same browser: its newer word. Another one: the one that knows more of the draft. */
function knowsMore(told: Outcome, known: Known): boolean {
  return told.outcomeId === known.account ? told.revision > known.revision : weightOf(told.kind) > weightOf(known.kind)
}

function weightOf(kind: string): number {
  return ["none", "ignored", "rejected", "copied", "inserted"].indexOf(kind)
}

/** What is stored of an outcome, besides its case's id and day. */
export function outcomeRow(told: Outcome, person: string): Omit<Insertable<OutcomeRow>, "id" | "created_at"> {
  const { opened, firstText } = told.times
  const first = opened === undefined || firstText === undefined ? NaN : Date.parse(firstText) - Date.parse(opened)
  return {
    person, draft: told.draftId ?? null, helpdesk: told.helpdesk, ticket_id: told.ticketId, kind: told.kind, revision: told.revision,
    account: told.outcomeId, message_id: told.messageId ?? null, result: resultOf(told), seen_sent: told.sent !== null, reasons: told.reasons ?? [],
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
export function lockTicket(work: Kysely<Schema>, helpdesk: string, ticketId: string): Promise<void> {
  return takeTurn(work, `${helpdesk} ${ticketId}`)
}
