import { sql, type Kysely } from "kysely"
import type {} from "../../search/schema/tables.ts"
import { fingerprint, processDocument } from "../../knowledge/import/process-document.ts"
import { removeDocuments, storeDocuments } from "../../knowledge/import/store-documents.ts"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { asLongAnswer } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { isInForce } from "./in-force.ts"

/**
 * Makes the documents by which search finds the team's facts the same as the facts that are in force. It may be called
 * at any time and does nothing if nothing has changed, so what a relay that died has left undone the next call does.
 * Nothing else is derived from these documents: they give no words for masking, and are near copies of nothing.
 */
export async function syncMemoryDocuments(db: Kysely<Schema>, now: Date): Promise<void> {
  // An import's batch may keep it waiting.
  if (!isSame(await readBoth(db, now))) await asLongAnswer(() => makeSame(db, now))
}

async function makeSame(db: Kysely<Schema>, now: Date): Promise<void> {
  await db.transaction().execute(async (work) => {
    await lockInTransaction(work, "memory documents")
    const { wanted, stored } = await readBoth(work, now)
    for (const origin of new Set([...wanted, ...stored].map((one) => one.origin))) {
      const due = wanted.filter((one) => one.origin === origin && !stored.some((other) => isCopy(one, other)))
      const gone = stored.filter((one) => one.origin === origin && !wanted.some((other) => isCopy(other, one)))
      // An import holds the same lock while it writes a batch.
      await lockInTransaction(work, `knowledge ${origin}`)
      await remove(work, origin, gone)
      await store(work, origin, due)
    }
  })
}

/** A fact as it is wanted, or as its document is stored. */
interface Fact {
  id: string
  origin: Origin
  version: number
  expires_at: Date
}
type WantedFact = Fact & { text: string; language: string; changed: Date }

async function readBoth(db: Kysely<Schema>, now: Date): Promise<{ wanted: WantedFact[]; stored: Fact[] }> {
  const { rows: wanted } = await sql<WantedFact>`
    select 'memory:' || m.id as id, m.origin, m.version, m.expires_at, m.text, m.language,
      coalesce(m.decided_at, m.durable_at, m.created_at) as changed
    from memories m where m.tenant = ${TENANT} and m.kind = 'fact' and ${isInForce(now)} order by m.id`.execute(db)
  const { rows: stored } = await sql<Fact>`
    select id, origin, version, expires_at from documents
    where tenant = ${TENANT} and kind = 'memory' and collection = ${COLLECTION} order by id`.execute(db)
  return { wanted, stored }
}

const isCopy = (one: Fact, other: Fact) =>
  one.id === other.id &&
  one.version === other.version &&
  one.origin === other.origin &&
  one.expires_at.getTime() === other.expires_at?.getTime()

const isSame = ({ wanted, stored }: { wanted: Fact[]; stored: Fact[] }) =>
  wanted.length === stored.length && wanted.every((one) => stored.some((other) => isCopy(one, other)))

/** Removes documents with all that they said: an erased ticket or a lead may be why. */
async function remove(work: Kysely<Schema>, origin: Origin, facts: Fact[]): Promise<void> {
  const ids = facts.map(({ id }) => id)
  if (ids.length === 0) return
  await removeDocuments(work, origin, ids)
  await sql`delete from document_versions where tenant = ${TENANT} and document = any(${ids}::text[])`.execute(work)
}

async function store(work: Kysely<Schema>, origin: Origin, facts: WantedFact[]): Promise<void> {
  if (facts.length === 0) return
  const incoming = facts.map((fact) => {
    const document = documentOf(fact)
    const cut = processDocument(document)
    return {
      ...{ id: fact.id, hash: fingerprint(document), document, version: fact.version },
      cut: { ...cut, article: { ...cut.article, title: titleOf(fact.text) } }
    }
  })
  await storeDocuments(work, { origin, collection: COLLECTION, seen: NO_IMPORT }, incoming)
  await sql`
    update documents set expires_at = wanted.expires_at
    from unnest(${facts.map(({ id }) => id)}::text[], ${facts.map(({ expires_at }) => expires_at)}::timestamptz[]) as wanted (id, expires_at)
    where tenant = ${TENANT} and documents.id = wanted.id`.execute(work)
}

/**
 * The sentence is the whole document. It isn't its own title for search, because words of a title count more than those
 * of a text, and a sentence of an agent shouldn't count more than a page.
 */
const documentOf = ({ id, text, language, changed }: WantedFact): ImportedDocument => ({
  ...{ id, path: "-", title: "", kind: "memory", locale: language, visibility: "public", groups: [] },
  changed: changed.toISOString(),
  body: text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
})

/** Returns the sentence as people see it in a list. */
const titleOf = (text: string) =>
  text.length <= MAX_TITLE ? text.replace(/[.。]$/, "") : `${text.slice(0, MAX_TITLE - 2).trimEnd()} …`

/** In characters. */
const MAX_TITLE = 80
const COLLECTION = "memories"
const NO_IMPORT = "00000000-0000-0000-0000-000000000000"
