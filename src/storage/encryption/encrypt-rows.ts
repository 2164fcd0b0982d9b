import { sql, type Kysely } from "kysely"
import * as z from "zod/mini"
import type { Schema } from "../schema.ts"
import { CASE_FIELDS, DRAFT_FIELDS, newCaseKey, newDraftKey } from "./row-keys.ts"
import { vaultPlace } from "./vault-key.ts"
import { cipherOf, type RowKey } from "./text-cipher.ts"

/** So many rows are encrypted in a transaction, which locks them. */
const BATCH = 50

/** How many rows were encrypted, by table. */
export type EncryptedRows = Record<"drafts" | "outcomes" | "people", number>

/**
 * Encrypts what an earlier version stored in clear: drafts that have ended, cases with what belongs to them, and the
 * keys of people's browsers. It works in batches, so that it can be broken off at any time and goes on where it was.
 */
export async function encryptRows(db: Kysely<Schema>, signal: AbortSignal): Promise<EncryptedRows> {
  return {
    drafts: await inBatches(db, signal, encryptDrafts),
    outcomes: await inBatches(db, signal, encryptCases),
    people: await db.transaction().execute(encryptVaults)
  }
}

/** Encrypts a batch of rows whose ids come after this one, and returns their ids in order. */
type Batch = (work: Kysely<Schema>, after: string) => Promise<string[]>

async function inBatches(db: Kysely<Schema>, signal: AbortSignal, batch: Batch): Promise<number> {
  let count = 0
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    signal.throwIfAborted()
    const ids = await db.transaction().execute((work) => batch(work, after))
    count += ids.length
    const last = ids.at(-1)
    if (last === undefined) return count
    after = last
  }
}

async function encryptDrafts(work: Kysely<Schema>, after: string): Promise<string[]> {
  const rows = await work
    .selectFrom("drafts")
    .select(["id", "request", "subject", "upstream_body"])
    .where("data_key", "is", null)
    .where("state", "!=", "writing")
    .where("id", ">", after)
    .orderBy("id")
    .limit(BATCH)
    .forUpdate()
    .execute()
  for (const { id, request, subject, upstream_body } of rows) {
    const key = newDraftKey(work, id)
    await encryptEvents(work, id, key)
    await work
      .updateTable("drafts")
      .set({
        data_key: key.wrapped,
        request: request === null ? null : key.seal(DRAFT_FIELDS.request, request),
        subject: subject === null ? null : key.seal(DRAFT_FIELDS.subject, subject),
        upstream_body: upstream_body === null ? null : key.seal(DRAFT_FIELDS.upstream, upstream_body)
      })
      .where("id", "=", id)
      .execute()
  }
  return rows.map(({ id }) => id)
}

async function encryptEvents(work: Kysely<Schema>, id: string, key: RowKey): Promise<void> {
  const events = await work.selectFrom("draft_events").select(["n", "event"]).where("draft", "=", id).execute()
  const types = events.map(({ event }) => storedEvent.safeParse(JSON.parse(event)).data?.type ?? null)
  const texts = events.map(({ n, event }) => key.seal(DRAFT_FIELDS.event(n), event))
  await sql`
    update draft_events set type = given.type, event = given.event
    from unnest(${events.map(({ n }) => n)}::int[], ${types}::text[], ${texts}::text[]) as given (n, type, event)
    where draft = ${id}::uuid and draft_events.n = given.n`.execute(work)
}

const storedEvent = z.object({ type: z.string() })

async function encryptCases(work: Kysely<Schema>, after: string): Promise<string[]> {
  const rows = await work
    .selectFrom("outcomes")
    .select(["id", "body", "words"])
    .where("data_key", "is", null)
    .where("id", ">", after)
    .orderBy("id")
    .limit(BATCH)
    .forUpdate()
    .execute()
  for (const { id, body, words } of rows) {
    const key = newCaseKey(work, id)
    await encryptRevisions(work, id, key)
    await encryptReview(work, id, key)
    await encryptDisputes(work, id, key)
    await work
      .updateTable("outcomes")
      .set({ data_key: key.wrapped, body: key.seal(CASE_FIELDS.body, body), words: cipherOf(work).markWords(words) })
      .where("id", "=", id)
      .execute()
  }
  return rows.map(({ id }) => id)
}

async function encryptRevisions(work: Kysely<Schema>, caseId: string, key: RowKey): Promise<void> {
  const rows = await work.selectFrom("outcome_revisions").selectAll().where("case_id", "=", caseId).execute()
  for (const { id, account, revision, body } of rows)
    await work
      .updateTable("outcome_revisions")
      .set({ body: key.seal(CASE_FIELDS.revision(account, revision), body) })
      .where("id", "=", id)
      .execute()
}

async function encryptReview(work: Kysely<Schema>, caseId: string, key: RowKey): Promise<void> {
  const review = await work
    .selectFrom("reviews")
    .select(["note", "comment"])
    .where("case_id", "=", caseId)
    .executeTakeFirst()
  if (!review) return
  await work
    .updateTable("reviews")
    .set({
      note: key.seal(CASE_FIELDS.note, review.note),
      comment: review.comment === null ? null : key.seal(CASE_FIELDS.comment, review.comment)
    })
    .where("case_id", "=", caseId)
    .execute()
}

async function encryptDisputes(work: Kysely<Schema>, caseId: string, key: RowKey): Promise<void> {
  const rows = await work
    .selectFrom("review_disputes")
    .select(["criterion", "reason", "sentence"])
    .where("case_id", "=", caseId)
    .execute()
  for (const { criterion, reason, sentence } of rows)
    await work
      .updateTable("review_disputes")
      .set({
        reason: key.seal(CASE_FIELDS.dispute(criterion), reason),
        sentence: sentence === null ? null : key.seal(CASE_FIELDS.decision(criterion), sentence)
      })
      .where("case_id", "=", caseId)
      .where("criterion", "=", criterion)
      .execute()
}

async function encryptVaults(work: Kysely<Schema>): Promise<number> {
  const people = await work
    .selectFrom("people")
    .select(["id", "vault_key"])
    .where(sql<number>`octet_length(vault_key)`, "=", 32)
    .forUpdate()
    .execute()
  for (const { id, vault_key } of people)
    await work
      .updateTable("people")
      .set({ vault_key: cipherOf(work).wrap(vaultPlace(id), vault_key) })
      .where("id", "=", id)
      .execute()
  return people.length
}
