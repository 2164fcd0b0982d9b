import { sql, type Kysely } from "kysely"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { saveConflicts } from "./conflicts.ts"
import { isInForce, livingConflicts, expiryAfter } from "./in-force.ts"
import type {} from "./tables.ts"
import type { MemoriesAnswer, MemoryChange, MemoryLine } from "../../protocol/routes/memories.ts"

/** Lists the memories: those to decide first, by how many tickets they come from, then those in use and the expired. */
export async function listMemories(db: Kysely<Schema>, now: Date): Promise<MemoriesAnswer> {
  const { rows } = await sql<Row>`
    select m.id, m.version, m.kind, m.language, m.word, m.text, m.state, m.durable_at is not null as durable, ${isInForce(now)} as used,
      m.expires_at <= ${now} as expired, m.expires_at as expires, m.created_at as since, p.name as by, m.decided_at as at,
      count(*) over ()::int as all, seen.*,
      (select coalesce(json_agg(json_build_object('id', o.id, 'title', o.text) order by o.id), '[]') from ${livingConflicts(now)} where c.memory = m.id) as conflicts,
      (select json_build_object('id', d.id, 'title', d.title, 'url', d.url) from documents d where d.tenant = m.tenant and d.id = m.against) as against,
      (select coalesce(json_agg(e order by e.at desc), '[]') from (
        select site, helpdesk, ticket_id as "ticketId", max(at) as at from memory_edits where memory = m.id
        group by site, helpdesk, ticket_id order by max(at) desc limit ${MAX_EDITS}) e) as edits
    from memories m left join people p on p.id = m.person cross join lateral (
      select count(distinct (site, helpdesk, ticket_id))::int as tickets, count(distinct person)::int as agents from memory_edits where memory = m.id
    ) seen
    where m.tenant = ${TENANT} and m.state <> 'removed'
    order by expired, used, seen.tickets desc, m.created_at desc, m.id limit ${MAX_LISTED}`.execute(db)
  return { memories: rows.map(lineOf), more: Math.max(0, (rows[0]?.all ?? 0) - rows.length) }
}

const MAX_LISTED = 500
const MAX_EDITS = 20

interface Row extends Omit<MemoryLine, "expires" | "since" | "at" | "conflicts" | "against"> {
  expires: Date
  since: Date
  at: Date | null
  all: number
  conflicts: { id: string; title: string }[]
  against: { id: string; title: string; url: string | null } | null
}

function lineOf({ all: _all, against, ...row }: Row): MemoryLine {
  return {
    ...row,
    ...{ expires: row.expires.toISOString(), since: row.since.toISOString(), at: row.at?.toISOString() ?? null },
    edits: row.edits.map((edit) => ({ ...edit, at: new Date(edit.at).toISOString() })),
    ...(against && {
      against: { id: against.id, title: against.title, ...(against.url !== null && { url: against.url }) }
    })
  }
}

export interface Deciding {
  /** Null at the relay's own machine. */
  person: string | null
  now: Date
  /** Says whether a sentence, or words of one, hold personal data. */
  isPersonal: (words: string, language: string) => boolean
}

/**
 * Approves a memory, as it is or changed. It lasts for a year from now unless a day is given.
 * @throws Problem 404 "no-memory"; 409 "memory-changed" if it isn't the version any more; 409 "memory-contradicts" if an
 * approved memory says otherwise; 422 "memory-personal" and "memory-empty"
 */
export async function changeMemory(
  db: Kysely<Schema>,
  id: string,
  { version, word, text, expires }: MemoryChange,
  { person, now, isPersonal }: Deciding
): Promise<void> {
  await db.transaction().execute(async (work) => {
    await lockInTransaction(work, "memories")
    const before = await work
      .selectFrom("memories")
      .select(["id", "origin", "kind", "language", "word", "text", "state", "version", "expires_at"])
      .where("id", "=", id)
      .where("state", "<>", "removed")
      .executeTakeFirst()
    if (!before) throw noMemory()
    if (before.version !== version)
      throw new Problem(409, "memory-changed", "Somebody has changed this memory meanwhile: load the list again.")
    const after = {
      ...before,
      word: before.kind === "wording" ? tidy(word ?? before.word) : "",
      text: tidy(text ?? before.text)
    }
    const words = before.kind === "wording" ? [after.word, after.text] : [after.text]
    if (words.some((said) => !/\p{L}{2}/u.test(said)) || after.word.toLowerCase() === after.text.toLowerCase())
      throw new Problem(422, "memory-empty", "A memory says something: write what the team writes.")
    const { language } = after
    if (words.some((said) => isPersonal(said, language)))
      throw new Problem(
        422,
        "memory-personal",
        "This holds what looks like a person, an address or a number of somebody. A memory is for every customer: write it without. If it is a name of yours, add it to the masking rules."
      )
    if (expires !== undefined && new Date(`${expires}T23:59:59Z`) <= now)
      throw new Problem(422, "memory-expired", "That day is over: choose a later one.")
    const expiresAt =
      expires !== undefined
        ? new Date(`${expires}T23:59:59Z`)
        : before.state === "approved" && before.expires_at > now
          ? before.expires_at
          : expiryAfter(now)
    await work
      .updateTable("memories")
      .set({
        ...{ word: after.word, text: after.text, state: "approved", version: version + 1 },
        ...{ person, decided_at: now, expires_at: expiresAt }
      })
      .where("id", "=", id)
      .execute()
    await saveConflicts(work, after)
    await refuseContradiction(work, id, now)
    await writeAuditEntry(work, person, "memory-approved", [id, `version ${version + 1}`], now)
  })
}

async function refuseContradiction(work: Kysely<Schema>, id: string, now: Date): Promise<void> {
  const { rows } = await sql<{ text: string }>`
    select o.text from ${livingConflicts(now)} where c.memory = ${id}::uuid and o.state = 'approved' limit 1`.execute(
    work
  )
  const [other] = rows
  if (other)
    throw new Problem(
      409,
      "memory-contradicts",
      `"${other.text}" is approved and says otherwise: remove that one first.`
    )
}

/**
 * Removes a memory with its text and its origin. It isn't proposed again as long as it would have lasted.
 * @throws Problem 404 "no-memory"
 */
export async function removeMemory(
  db: Kysely<Schema>,
  id: string,
  { person, now }: Pick<Deciding, "person" | "now">
): Promise<void> {
  await db.transaction().execute(async (work) => {
    await lockInTransaction(work, "memories")
    const removed = await work
      .updateTable("memories")
      .set({ state: "removed", word: "", text: "", against: null, person, decided_at: now })
      .where("id", "=", id)
      .where("state", "<>", "removed")
      .returning("id")
      .executeTakeFirst()
    if (!removed) throw noMemory()
    await work.deleteFrom("memory_edits").where("memory", "=", id).execute()
    await work
      .deleteFrom("memory_conflicts")
      .where((is) => is.or([is("memory", "=", id), is("other", "=", id)]))
      .execute()
    await writeAuditEntry(work, person, "memory-removed", [id], now)
  })
}

const noMemory = () => new Problem(404, "no-memory", "There is no such memory any more: load the list again.")
const tidy = (text: string) => text.replace(/\s+/g, " ").trim()
