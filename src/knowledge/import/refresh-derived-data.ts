import { randomUUID } from "node:crypto"
import { type Kysely, sql } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { readSetting, writeSetting } from "../../storage/team-setting.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { setImmediate as othersTurn } from "node:timers/promises"
import { TENANT } from "../../storage/tenant.ts"
import { MINIMA, resemblance } from "./sketch.ts"

/** Records in the transaction of the change that the data derived from all documents together is outdated. */
export async function markDocumentsChanged(write: Kysely<Schema>, origin: Origin): Promise<void> {
  await writeSetting(write, keyOf(origin), randomUUID())
}

/**
 * Refreshes what is derived from all documents together and affects each search: near copies, and the statistics with
 * which the database plans queries. If nothing has changed since the last time, it does nothing. If a process dies
 * before it has finished, the next import or start of the relay does the work. Data derived from the documents' words
 * is refreshed later: see {@link readWordsStatus}.
 */
export async function refreshDerivedData(db: Kysely<Schema>, origin: Origin): Promise<void> {
  const note = await readNote(db, origin)
  if (note.startsWith(SETTLED) || note.startsWith(WORDS_DUE)) return
  // None of these parts needs another, and each is half work of the database and half of this process. All of them end
  // before an error of one is thrown.
  const parts = [refreshQueryPlans(db), markNearCopies(db, origin)]
  await Promise.allSettled(parts)
  await Promise.all(parts)
  await writeNote(db, origin, { before: note, after: `${WORDS_DUE}${randomUUID()}` })
}

/**
 * Says whether the documents have changed since data was last derived from their words. If they haven't, it holds the
 * version of the masking rules that were made then. `settled` records a new version.
 */
export interface WordsStatus {
  changed: boolean
  since: number
  settled(version: number): Promise<void>
}

/**
 * Returns the status for the code that derives data from the documents' words. If another import changes something in
 * the meantime, the work is due again when that import ends.
 */
export async function readWordsStatus(db: Kysely<Schema>, origin: Origin): Promise<WordsStatus> {
  const note = await readNote(db, origin)
  const settled = note.startsWith(SETTLED)
  return {
    changed: !settled,
    since: settled ? Number(note.slice(SETTLED.length)) : 0,
    settled: async (version) => {
      if (settled || note.startsWith(WORDS_DUE))
        await writeNote(db, origin, { before: note, after: `${SETTLED}${version}` })
    }
  }
}

/** Writes the note unless another import has changed something in the meantime and recorded that. */
async function writeNote(
  db: Kysely<Schema>,
  origin: Origin,
  { before, after }: { before: string; after: string }
): Promise<void> {
  await db.transaction().execute(async (write) => {
    await lockInTransaction(write, `knowledge ${origin}`)
    if ((await readNote(write, origin)) === before) await writeSetting(write, keyOf(origin), after)
  })
}

const readNote = async (db: Kysely<Schema>, origin: Origin) => (await readSetting(db, keyOf(origin))) ?? SETTLED
const keyOf = (origin: Origin) => `knowledge-${origin}`

/** The version of the masking rules at that time follows this prefix. */
const SETTLED = "settled "
/** Everything is refreshed except the data derived from words. */
const WORDS_DUE = "words due "

/**
 * Lets PostgreSQL analyse the documents after an import has added or removed many of them. PostgreSQL would do so
 * itself about a minute later, and until then a search takes seconds instead of milliseconds. A role that doesn't own
 * the table only gets a warning.
 */
async function refreshQueryPlans(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ known: number; now: string }>`
    select reltuples as known, (select count(*) from documents) as now from pg_class where oid = 'documents'::regclass`.execute(
    db
  )
  const [size] = rows
  if (!size || (Number(size.now) >= size.known / OTHER && Number(size.now) <= size.known * OTHER)) return
  await db.transaction().execute(async (write) => {
    await sql`set local default_statistics_target = ${sql.lit(SAMPLED)}`.execute(write)
    await sql`analyze documents`.execute(write)
  })
}

/** PostgreSQL samples 300 times as many rows, which is enough for sizes. */
const SAMPLED = 20
/** The statistics are refreshed if the number of documents differs by this factor. */
const OTHER = 1.5

/** A document is a near copy from this estimated share of common shingles on. */
const NEAR = 0.9

/**
 * Gives each near copy the id of the document that represents it. Within one origin, kind, language, visibility and set
 * of groups, that is the first by id that isn't a copy itself. The result doesn't depend on the order in which the
 * documents were imported.
 */
async function markNearCopies(db: Kysely<Schema>, origin: Origin): Promise<void> {
  const documents = await readSketches(db, origin)
  const twins = await findNearCopies(documents)
  const other = documents.filter(({ id, twin }) => (twins.get(id) ?? null) !== twin).map(({ id }) => id)
  for (let from = 0; from < other.length; from += PAGE) {
    const ids = other.slice(from, from + PAGE)
    await db.transaction().execute(async (write) => {
      await lockInTransaction(write, `knowledge ${origin}`)
      await sql`
        update documents set twin = t.twin from unnest(${ids}::text[], ${ids.map((id) => twins.get(id) ?? null)}::text[]) as t (id, twin)
        where documents.tenant = ${TENANT} and documents.id = t.id`.execute(write)
    })
  }
}

export interface Sketched {
  id: string
  /** Only documents of the same group are compared. */
  group: string
  sketch: Uint16Array
  twin: string | null
}

/** Returns the near copies, each with the id of the document that represents it. */
export async function findNearCopies(documents: readonly Sketched[]): Promise<Map<string, string>> {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))
  const twins = new Map<string, string>()
  const standing = new Bands(sorted)
  for (const [at, document] of sorted.entries()) {
    const first = standing.nearest(at)
    if (first === undefined) standing.add(at)
    else twins.set(document.id, first)
    if (at % 500 === 499) await othersTurn()
  }
  return twins
}

const BANDS = 14
const ROWS = 9

/**
 * Finds possible near copies without comparing all pairs. Two sketches with a resemblance of .9 share a whole band in
 * 999 of 1,000 cases, and with .5 in 27. (Locality-sensitive hashing: J. Leskovec, A. Rajaraman, J. Ullman, Mining of
 * Massive Datasets, 3.4.)
 */
class Bands {
  readonly #documents: readonly Sketched[]
  /**
   * The heads and links of the chains of a band's values. The entries are numbers of documents' bands,
   * counted from 1.
   */
  readonly #heads: Int32Array
  readonly #next: Int32Array
  /** The document with which each was last compared. */
  readonly #compared: Int32Array

  constructor(documents: readonly Sketched[]) {
    this.#documents = documents
    this.#heads = new Int32Array(2 ** Math.ceil(Math.log2(documents.length * BANDS + 2)))
    this.#next = new Int32Array(documents.length * BANDS + 1)
    this.#compared = new Int32Array(documents.length).fill(-1)
  }

  add(at: number): void {
    for (let band = 0; band < BANDS; band++) {
      const slot = this.#slotOf(at, band)
      const entry = at * BANDS + band + 1
      this.#next[entry] = this.#heads[slot] ?? 0
      this.#heads[slot] = entry
    }
  }

  /** Returns the first of the added documents of which this one is a near copy. */
  nearest(at: number): string | undefined {
    const mine = this.#documents[at]
    let first: number | undefined
    for (let band = 0; mine && band < BANDS; band++) {
      for (let entry = this.#heads[this.#slotOf(at, band)] ?? 0; entry > 0; entry = this.#next[entry] ?? 0) {
        const other = Math.floor((entry - 1) / BANDS)
        const theirs = this.#documents[other]
        if (!theirs || this.#compared[other] === at || (first !== undefined && other > first)) continue
        this.#compared[other] = at
        if (theirs.group === mine.group && resemblance(mine.sketch, theirs.sketch, NEAR) >= NEAR) first = other
      }
    }
    return first === undefined ? undefined : this.#documents[first]?.id
  }

  #slotOf(at: number, band: number): number {
    const sketch = this.#documents[at]?.sketch
    let hash = band + 1
    for (let of = band * ROWS; of < (band + 1) * ROWS; of++)
      hash = Math.imul(hash ^ (sketch?.[of] ?? 0), 0x9e3779b1) ^ (hash >>> 15)
    return (hash ^ (hash >>> 13)) & (this.#heads.length - 1)
  }
}

const PAGE = 2_000

async function readSketches(db: Kysely<Schema>, origin: Origin): Promise<Sketched[]> {
  const all: Sketched[] = []
  for (let last = ""; ; ) {
    const { rows } = await sql<{ id: string; group: string; sketch: Buffer; twin: string | null }>`
      select id, concat_ws(chr(10), kind, locale, visibility, array_to_string(array(select unnest(groups) order by 1), chr(10))) as group, sketch, twin
      from documents where tenant = ${TENANT} and origin = ${origin} and sketch is not null and id > ${last} order by id limit ${PAGE}`.execute(
      db
    )
    for (const { sketch, ...row } of rows) all.push({ ...row, sketch: numbersOf(sketch) })
    last = rows.at(-1)?.id ?? ""
    if (rows.length < PAGE) return all
  }
}

function numbersOf(sketch: Buffer): Uint16Array {
  const numbers = new Uint16Array(MINIMA)
  for (let of = 0; of < MINIMA; of++) numbers[of] = sketch.readUInt16LE(of * 2)
  return numbers
}
