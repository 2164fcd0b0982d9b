import { sql, type Kysely } from "kysely"
import { supportChecker } from "../../checks/judge-sentence.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { contentWords } from "../../text/words/words.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { MemoryKind } from "./tables.ts"

export interface StoredMemory {
  id: string
  kind: MemoryKind
  language: string
  word: string
  text: string
}

/** Stores which other memories a memory contradicts, in the place of what was known of it. */
export async function saveConflicts(work: Kysely<Schema>, memory: StoredMemory & { origin: Origin }): Promise<void> {
  await work
    .deleteFrom("memory_conflicts")
    .where((is) => is.or([is("memory", "=", memory.id), is("other", "=", memory.id)]))
    .execute()
  const others = await work
    .selectFrom("memories")
    .select(["id", "kind", "language", "word", "text"])
    .where("tenant", "=", TENANT)
    .where("origin", "=", memory.origin)
    .where("kind", "=", memory.kind)
    .where("language", "=", memory.language)
    .where("state", "<>", "removed")
    .where("id", "<>", memory.id)
    .orderBy("created_at", "desc")
    .limit(MAX_COMPARED)
    .execute()
  const ids = others.filter((other) => contradict(memory, other)).map(({ id }) => id)
  if (ids.length === 0) return
  await sql`
    insert into memory_conflicts (memory, other)
    select ${memory.id}::uuid, id from unnest(${ids}::uuid[]) as id
    union all select id, ${memory.id}::uuid from unnest(${ids}::uuid[]) as id on conflict do nothing`.execute(work)
}

/** Says whether two memories of one kind and language can't both be right. */
export function contradict(one: StoredMemory, other: StoredMemory): boolean {
  if (one.kind === "fact") return deny(one, other) || deny(other, one)
  const [own, theirs] = [one, other].map(({ word, text }) => ({ word: word.toLowerCase(), text: text.toLowerCase() }))
  if (!own || !theirs) return false
  const isSame = own.word === theirs.word && own.text === theirs.text
  return !isSame && (own.word === theirs.word || own.word === theirs.text || own.text === theirs.word)
}

/** Says whether one sentence differs from the other as from a source: in a figure, or by saying the opposite. */
function deny(one: StoredMemory, source: StoredMemory): boolean {
  const words = new Set(contentWords(source.text, one.language))
  if (contentWords(one.text, one.language).filter((word) => words.has(word)).length < SHARED) return false
  const about = { ...{ n: 1, id: source.id, title: "", kind: "memory" as const, headings: [] }, locale: one.language }
  const sources = [{ ...about, passage: source.text, visibility: "public" as const, score: 0 }]
  const { state } = supportChecker(NO_TICKET, sources, { language: one.language })(one.text, 0)
  return state === "contradicts" || state === "look-again"
}

const SHARED = 2
const MAX_COMPARED = 500
const NO_TICKET: MaskedTicket = {
  ...{ helpdesk: "", ticketId: "", version: "", subject: "", requester: "", agent: "" },
  ...{ tags: [], messages: [] }
}
