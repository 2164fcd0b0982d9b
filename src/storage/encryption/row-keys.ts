import type { Kysely } from "kysely"
import type { Schema } from "../schema.ts"
import { cipherOf, type RowKey } from "./text-cipher.ts"

/** The texts of a draft, each of which is encrypted for its place only. */
export const DRAFT_FIELDS = {
  request: "request",
  subject: "subject",
  upstream: "upstream",
  event: (n: number) => `event ${n}`
}

/** The texts of a case. */
export const CASE_FIELDS = {
  body: "body",
  note: "note",
  comment: "comment",
  dispute: (criterion: string) => `dispute ${criterion}`,
  decision: (criterion: string) => `decision ${criterion}`,
  revision: (account: string, revision: number) => `revision ${account.toLowerCase()} ${revision}`
}

/** By which the key of a row is bound to it. */
export const draftRow = (id: string) => `drafts ${id.toLowerCase()}`
export const caseRow = (id: string) => `outcomes ${id.toLowerCase()}`
export const correctionRow = (helpdesk: string, ticketId: string) => `intent_corrections ${helpdesk} ${ticketId}`

/** Makes the key of a draft that is about to begin. */
export const newDraftKey = (db: Kysely<Schema>, id: string): RowKey => cipherOf(db).newKey(draftRow(id))

/** Returns the key of a stored draft, with which its texts and its events are read. */
export const draftKey = (db: Kysely<Schema>, id: string, wrapped: Buffer | null): RowKey =>
  cipherOf(db).keyOf(draftRow(id), wrapped)

/** Makes the key of a case that is about to be stored. */
export const newCaseKey = (db: Kysely<Schema>, id: string): RowKey => cipherOf(db).newKey(caseRow(id))

/** Returns the key of a stored case, with which its outcome, its revisions and its review are read. */
export const caseKey = (db: Kysely<Schema>, id: string, wrapped: Buffer | null): RowKey =>
  cipherOf(db).keyOf(caseRow(id), wrapped)

/** Reads the key of a stored case. */
export async function readCaseKey(db: Kysely<Schema>, id: string): Promise<RowKey> {
  const row = await db.selectFrom("outcomes").select("data_key").where("id", "=", id).executeTakeFirstOrThrow()
  return caseKey(db, id, row.data_key)
}

/** Returns the words by which a case is found as its row stores them: as marks if its texts are encrypted. */
export const wordsAs = (db: Kysely<Schema>, key: RowKey, words: readonly string[]): string[] =>
  key.wrapped === null ? [...words] : cipherOf(db).markWords(words)

/** Makes the key for what an agent said that a ticket is about. Its site may be hashed later, so that is no part of it. */
export const newCorrectionKey = (db: Kysely<Schema>, helpdesk: string, ticketId: string): RowKey =>
  cipherOf(db).newKey(correctionRow(helpdesk, ticketId))

/** Returns the key of what an agent said that a ticket is about. */
export const correctionKey = (
  db: Kysely<Schema>,
  { helpdesk, ticket_id, data_key }: { helpdesk: string; ticket_id: string; data_key: Buffer | null }
): RowKey => cipherOf(db).keyOf(correctionRow(helpdesk, ticket_id), data_key)
