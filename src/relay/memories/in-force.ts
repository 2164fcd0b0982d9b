import { createHash } from "node:crypto"
import { sql, type Kysely } from "kysely"
import { selectOrigins } from "../../storage/knowledge-origin.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import type { TeamVoice, TeamWording } from "../../ticket/team-voice.ts"
import type { MemoryKind } from "./tables.ts"

/** From so many tickets of so many agents on, a memory is used without a lead's word. */
export const DURABLE = { tickets: 3, agents: 2 } as const

/** What drafts use of the team's memories besides its facts, which search finds. */
export interface MemoriesInForce {
  /** The words that the team writes, for tickets of the helpdesk. */
  wordings: TeamWording[]
  /** A hash of all memories in force, for whichever helpdesk, or undefined if there are none. */
  hash: string | undefined
}

/**
 * The condition on a row `m` of the memories that says whether drafts use it: a lead approved it, or enough agents wrote
 * it and neither a page nor another edit says otherwise.
 */
export const isInForce = (now: Date) => sql<boolean>`(
  m.state <> 'removed' and m.expires_at > ${now} and (m.state = 'approved' or (
    m.durable_at is not null and m.against is null and not exists (select from ${livingConflicts(now)} where c.memory = m.id))))`

/** The memories `o` that contradict the memory of a row `c`, without removed and expired ones. */
export const livingConflicts = (now: Date) =>
  sql`memory_conflicts c join memories o on o.id = c.other and o.state <> 'removed' and o.expires_at > ${now}`

/** Reads the memories that drafts for tickets of a helpdesk use. */
export async function readMemories(db: Kysely<Schema>, helpdesk: string | null, now: Date): Promise<MemoriesInForce> {
  const { rows } = await sql<{ kind: MemoryKind; language: string; word: string; text: string; own: boolean }>`
    select m.kind, m.language, m.word, m.text, m.origin in (${selectOrigins(helpdesk ?? "")}) as own
    from memories m where m.tenant = ${TENANT} and ${isInForce(now)} order by m.id`.execute(db)
  return {
    wordings: rows
      .filter(({ kind, own }) => kind === "wording" && own)
      .map(({ language, word, text }) => ({ language, word, instead: text })),
    hash:
      rows.length === 0
        ? undefined
        : createHash("sha256")
            .update(JSON.stringify(rows.map(({ own: _own, ...row }) => row)))
            .digest("hex")
            .slice(0, 16)
  }
}

/** Returns the wordings that a voice has nothing against. What the voice says of a word counts more. */
export function wordingsBeside(voice: TeamVoice | undefined, wordings: readonly TeamWording[]): TeamWording[] {
  const told = new Set([...(voice?.forbidden ?? []), ...(voice?.preferred ?? [])].map(({ word }) => word.toLowerCase()))
  return wordings.filter(({ word, instead }) => !told.has(word.toLowerCase()) && !told.has(instead.toLowerCase()))
}

/** A memory lasts for a year unless a lead says otherwise. */
export const expiryAfter = (at: Date): Date => new Date(at.getTime() + 365 * DAY)

/** Deletes those of these memories that no edit says any more. What a lead approved stays. */
export async function removeUnfounded(work: Kysely<Schema>, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    delete from memories m where m.id = any(${ids}::uuid[]) and m.state = 'proposed'
      and not exists (select from memory_edits e where e.memory = m.id)`.execute(work)
}

/**
 * Deletes edits from before a time, proposals that stayed without enough of them, and what expired before that time. A
 * memory that is used by then stays without its origin.
 */
export async function removeOldMemories(work: Kysely<Schema>, before: Date): Promise<void> {
  await work.deleteFrom("memory_edits").where("at", "<", before).execute()
  await sql`
    delete from memories m where m.tenant = ${TENANT} and (m.expires_at < ${before} or (
      m.state = 'proposed' and m.durable_at is null and not exists (select from memory_edits e where e.memory = m.id)))`.execute(
    work
  )
}

const DAY = 86_400_000
