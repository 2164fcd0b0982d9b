import { sql, type Kysely } from "kysely"
import type { Outcome } from "../../../protocol/outcome.ts"
import { runInWorkerIfLarge } from "../../../runtime/worker-thread/run-in-worker.ts"
import type { Origin } from "../../../storage/knowledge-origin.ts"
import type { Schema } from "../../../storage/schema.ts"
import { TENANT } from "../../../storage/tenant.ts"
import { lockInTransaction } from "../../../storage/transaction-lock.ts"
import { languageOfLocale } from "../../../text/languages.ts"
import type { Source } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { saveConflicts } from "../../memories/conflicts.ts"
import { DURABLE, expiryAfter, removeUnfounded } from "../../memories/in-force.ts"
import type {} from "../../memories/tables.ts"
import { proposeMemories, type MemoryProposal } from "./propose-memories.ts"

/** The most memories of one edit. */
export const MAX_OF_AN_EDIT = 3

/**
 * Stores what an agent's edit of a draft says that may hold for other replies too: at most three memories, none with
 * personal data. It runs in the transaction that stores the outcome, and a newer report of the same reply takes the
 * place of an older one.
 */
export async function saveMemoryEdits(
  work: Kysely<Schema>,
  { ticket, sources }: { ticket: MaskedTicket | undefined; sources: Source[] },
  told: Pick<Outcome, "helpdesk" | "ticketId" | "draft" | "language"> & { sent: string },
  draft: { id: string; site: string; created_at: Date },
  person: string
): Promise<void> {
  const before = await work.deleteFrom("memory_edits").where("draft", "=", draft.id).returning("memory").execute()
  const edit = { draft: told.draft, sent: told.sent, language: languageOfLocale(told.language ?? "") ?? null }
  const proposals = ticket
    ? await runInWorkerIfLarge(edit.draft.length + edit.sent.length, PROPOSE, { ...edit, ticket, sources })
    : []
  const at = draft.created_at
  const kept = await withoutPersonalData(work, proposals)
  // Two replies that say the same in another order would otherwise wait for each other.
  if (kept.length > 0) await lockInTransaction(work, "memories")
  const origin = kept.length > 0 ? await originOf(work, told.helpdesk) : undefined
  const ids: string[] = []
  for (const proposal of kept) {
    if (origin === undefined) break
    const id = await standing(work, origin, proposal, at)
    if (id === undefined) continue
    ids.push(id)
    const { helpdesk, ticketId } = told
    await work
      .insertInto("memory_edits")
      .values({ memory: id, draft: draft.id, site: draft.site, helpdesk, ticket_id: ticketId, person, at })
      .execute()
  }
  await markDurable(work, ids, at)
  await removeUnfounded(
    work,
    before.map(({ memory }) => memory)
  )
}

async function withoutPersonalData(work: Kysely<Schema>, proposals: MemoryProposal[]): Promise<MemoryProposal[]> {
  if (proposals.length === 0) return []
  // It is loaded here, because masking has large lists and most replies propose nothing.
  const { readPersonalData } = await import("../../memories/personal-data.ts")
  const isPersonal = await readPersonalData(work)
  const kept: MemoryProposal[] = []
  for (const one of proposals) {
    if (kept.length === MAX_OF_AN_EDIT) break
    const { sentence, start, text, language } = one
    // The word that was replaced is the relay's own, written from masked texts.
    if (!isPersonal({ sentence, start, end: start + text.length, language })) kept.push(one)
  }
  return kept
}

/** Returns the id of the memory with this key, which may be new, or undefined if somebody removed it. */
async function standing(
  work: Kysely<Schema>,
  origin: Origin,
  { kind, language, word, text, key, against }: MemoryProposal,
  at: Date
): Promise<string | undefined> {
  const hash = Buffer.from(key, "hex")
  const added = await work
    .insertInto("memories")
    .values({
      ...{ origin, kind, language, key: hash, word, text, against: against ?? null },
      ...{ created_at: at, expires_at: expiryAfter(at) }
    })
    .onConflict((conflict) => conflict.columns(["tenant", "origin", "key"]).doNothing())
    .returning("id")
    .executeTakeFirst()
  if (added) {
    await saveConflicts(work, { id: added.id, origin, kind, language, word, text })
    return added.id
  }
  const known = await work
    .selectFrom("memories")
    .select(["id", "state"])
    .where("tenant", "=", TENANT)
    .where("origin", "=", origin)
    .where("key", "=", hash)
    .executeTakeFirst()
  return known && known.state !== "removed" ? known.id : undefined
}

/** Returns whose knowledge answers tickets of the helpdesk: its own, if it has some, or the team's. */
async function originOf(work: Kysely<Schema>, helpdesk: string): Promise<Origin | undefined> {
  const row = await work
    .selectFrom("knowledge_origins")
    .select("origin")
    .where("tenant", "=", TENANT)
    .where((is) => is.or([is("helpdesk", "is", null), is("helpdesk", "=", helpdesk)]))
    .orderBy("helpdesk", (order) => order.asc().nullsLast())
    .limit(1)
    .executeTakeFirst()
  return row?.origin
}

async function markDurable(work: Kysely<Schema>, ids: string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update memories m set durable_at = ${at} where m.id = any(${ids}::uuid[]) and m.durable_at is null and (
      select count(distinct (e.site, e.helpdesk, e.ticket_id)) >= ${DURABLE.tickets} and count(distinct e.person) >= ${DURABLE.agents}
      from memory_edits e where e.memory = m.id)`.execute(work)
}

const PROPOSE = { module: new URL("propose-memories.ts", import.meta.url).href, run: proposeMemories }
