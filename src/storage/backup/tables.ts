import { sql, type Kysely } from "kysely"
import type { Schema } from "../schema.ts"

/**
 * Every table that a step has ever made, also those that a later step drops. A database may hold tables of other
 * programs too: these are not ours to copy or to drop.
 */
export const TABLES: readonly string[] = [
  "article_words",
  "audit",
  "begun_sign_ins",
  "case_assignments",
  "case_counts",
  "case_values",
  "document_versions",
  "documents",
  "draft_events",
  "draft_versions",
  "drafts",
  "erased_cases",
  "erased_drafts",
  "error_counts",
  "gone_words",
  "import_failures",
  "import_notices",
  "imports",
  "intent_corrections",
  "job_leases",
  "knowledge_findings",
  "knowledge_hook_calls",
  "knowledge_hooks",
  "knowledge_origins",
  "knowledge_reports",
  "knowledge_sources",
  "knowledge_totals",
  "known_words",
  "limits",
  "lookup_versions",
  "masking_rules",
  "master_keys",
  "memories",
  "memory_conflicts",
  "memory_edits",
  "outcome_causes",
  "outcome_revisions",
  "outcomes",
  "page_fits",
  "page_recipes",
  "pairing_codes",
  "passage_vectors",
  "passages",
  "past_ticket_words",
  "past_tickets",
  "people",
  "playbook_versions",
  "posting_blocks",
  "postings",
  "prepared_drafts",
  "refresh_tokens",
  "relays",
  "review_disputes",
  "review_sample_cases",
  "review_samples",
  "reviews",
  "scim_groups",
  "scim_members",
  "scim_tokens",
  "scim_users",
  "scorecards",
  "settings",
  "source_feedback",
  "summaries_in_flight",
  "ticket_requesters",
  "token_families",
  "tokens",
  "tone_decisions",
  "unmasked_requests",
  "usage",
  "voice_versions",
  "webhook_deliveries",
  "webhook_endpoints",
  "word_counts",
  "wrong_codes"
]

export interface StoredTable {
  name: string
  columns: string[]
}

/** How many rows there are, by table. */
export type Counts = Record<string, number>

/**
 * Reads which of our tables there are, each after those that it refers to. Columns of an extension's type are left out:
 * they are made anew from the others where the server has the extension.
 */
export async function readTables(db: Kysely<Schema>): Promise<StoredTable[]> {
  const { rows } = await sql<StoredTable & { refers: string[] }>`
    select c.relname as name,
      array(
        select a.attname::text from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and t.typnamespace = 'pg_catalog'::regnamespace
        order by a.attnum) as columns,
      array(
        select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> k.conrelid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind = 'r' and c.relname = any(${TABLES}::text[])
    order by c.relname`.execute(db)
  const sorted: StoredTable[] = []
  const place = (name: string) => {
    const row = rows.find((one) => one.name === name)
    if (row === undefined || sorted.some((one) => one.name === name)) return
    row.refers.forEach(place)
    sorted.push({ name, columns: row.columns })
  }
  for (const { name } of rows) place(name)
  return sorted
}

/** Counts the rows of each table. */
export async function countRows(db: Kysely<Schema>, tables: readonly StoredTable[]): Promise<Counts> {
  const counts: Counts = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ count: string }>`select count(*) as count from ${sql.table(name)}`.execute(db)
    counts[name] = Number(rows[0]?.count)
  }
  return counts
}

/** Sequences of our tables: the column that each one counts for, as "table.column", and its full name. */
export async function readSequences(db: Kysely<Schema>): Promise<{ column: string; sequence: string }[]> {
  const { rows } = await sql<{ column: string; sequence: string }>`
    select * from (
      select c.relname || '.' || a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where n.nspname = current_schema() and c.relkind = 'r' and c.relname = any(${TABLES}::text[])
        and a.attnum > 0 and not a.attisdropped
    ) s where sequence is not null order by 1`.execute(db)
  return rows
}
