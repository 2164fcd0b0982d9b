import type { Kysely } from "kysely"
import * as z from "zod/mini"
import type { Schema } from "../schema.ts"
import type { ChainEntry } from "./entry-hash.ts"
import { readChain, readChainName, type EntryFilter } from "./read-chain.ts"
import { atText, readStatement, signedIds, type AuditKey } from "./signed-entries.ts"
import { ChainVerifier, type ChainReport } from "./verify-chain.ts"

/** A row of an exported audit: an entry as it is hashed, with its person's name and role as they are now. */
export type ExportRow = ChainEntry & { name: string; role: string }

/** The last row of an export. It states and signs which entries the file holds. */
const EXPORT_END = "audit-export-end"
const FILTERED = "chosen entries only"

export interface ExportOptions {
  filter: EntryFilter
  /** Undefined leaves the file unsigned. */
  key: AuditKey | undefined
  now: Date
}

/** Reads the entries that fit, the oldest first, and then the row that signs them. */
export async function* exportRows(
  db: Kysely<Schema>,
  { filter, key, now }: ExportOptions
): AsyncGenerator<ExportRow[]> {
  const people = await readPeople(db)
  let last: ChainEntry | undefined
  let count = 0
  for await (const entries of readChain(db, 0, filter)) {
    yield entries.map((entry) => ({ ...entry, ...(people.get(entry.person ?? "") ?? NOBODY) }))
    last = entries.at(-1)
    count += entries.length
  }
  if (!last || !key) return
  const statement = { through: last.id, hash: last.hash, chain: (await readChainName(db)) ?? "" }
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const details = [`${count} entries`, ...(isFiltered ? [FILTERED] : [])]
  const at = atText(now)
  const end = { id: 0, at, action: EXPORT_END, ids: signedIds(key, EXPORT_END, at, statement, details) }
  yield [{ ...NO_VALUES, ...end }]
}

const NOBODY = { name: "", role: "" }
const NO_VALUES = { ...NOBODY, person: null, machine: null, late: false, previous: "", hash: "" }

async function readPeople(db: Kysely<Schema>): Promise<Map<string, { name: string; role: string }>> {
  const rows = await db.selectFrom("people").select(["id", "name", "role"]).execute()
  return new Map(rows.map(({ id, name, role }) => [id, { name, role }]))
}

/** A row of a file, as it is read back. */
export const exportRow: z.ZodMiniType<ChainEntry> = z.object({
  id: z.int(),
  at: z.string(),
  person: z.nullable(z.string()),
  machine: z.nullable(z.string()),
  action: z.string(),
  ids: z.array(z.string()),
  late: z.boolean(),
  previous: z.string(),
  hash: z.string()
})

/**
 * Verifies an exported audit without its database: the chain, and that the file holds all that the relay wrote.
 * @param keys the public keys of the installation that it must come from
 */
export async function verifyExport(rows: AsyncIterable<ChainEntry>, keys: readonly string[]): Promise<ChainReport> {
  const verifier = new ChainVerifier({ keys })
  let end: ChainEntry | undefined
  let last: ChainEntry | undefined
  let count = 0
  const faults: string[] = []
  for await (const row of rows) {
    if (end) faults.push("There are entries after the file's signed end.")
    if (row.action === EXPORT_END) end = row
    else {
      verifier.add(row)
      last = row
      count++
    }
  }
  const report = verifier.finish()
  for (const sentence of new Set([...faults, ...faultsOfEnd(end, { last, count }, keys)])) {
    report.breaks.push({ entry: last?.id ?? 0, code: "broken", sentence })
    report.breakCount++
  }
  return report
}

function faultsOfEnd(
  end: ChainEntry | undefined,
  { last, count }: { last: ChainEntry | undefined; count: number },
  keys: readonly string[]
): string[] {
  if (!end) return ["The file has no signed end: it was cut off, or its relay had no key."]
  const statement = readStatement(end)
  if (!statement || !keys.some((key) => statement.isSignedBy(key)))
    return [
      "The file's end is not signed by a key that is known here: it was changed, or comes from another installation."
    ]
  const { through, hash, details } = statement
  return [
    ...(details.includes(FILTERED)
      ? ["The file holds chosen entries only: export all of them to verify the audit."]
      : []),
    ...(through === last?.id && hash === last.hash && details[0] === `${count} entries`
      ? []
      : [`The file should hold ${details[0]} up to number ${through}, and holds ${count} up to ${last?.id ?? 0}.`])
  ]
}
