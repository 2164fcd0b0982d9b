import type { Kysely } from "kysely"
import { findUnmasked } from "../../masking/index.ts"
import type { UnmaskedFound, UnmaskedKind } from "../../protocol/unmasked.ts"
import type { Log } from "../log.ts"
import { Problem } from "../problem.ts"
import type { Schema } from "../storage/schema.ts"
import { countUnmasked } from "../usage/unmasked.ts"
import { readVersion } from "./stored.ts"

/** A text of a request, and its path in the body. */
export type Field = readonly [path: string, text: string]

interface Looked {
  fields: Field[]
  /** Newest version of the team's masking rules: its own words pass. */
  rules: number
  now: Date
  /** What the relay itself wrote, and gets back in this field: it may quote an address of an article. Asked only where something is found there. */
  own?: { field: string; text: () => Promise<string> }
}

/**
 * A second look at what a browser says that it masked. Nothing of what is refused is stored or logged; the day's count grows.
 * @throws UnmaskedData for a card number, an IBAN or an e-mail address
 */
export async function refuseUnmasked({ db, log }: { db: Kysely<Schema>; log: Log }, { fields, rules, now, own }: Looked): Promise<void> {
  const keep = await keepOf(db, rules)
  const hits = fields.flatMap(([field, text]) => findUnmasked(text, { keep }).map(({ kind, start, end }) => ({ field, kind, value: text.slice(start, end) })))
  if (hits.length === 0) return
  const written = own && hits.some(({ field }) => field === own.field) ? await own.text() : ""
  const found = hits.filter(({ field, value }) => field !== own?.field || !written.includes(value)).map(({ field, kind }) => ({ field, kind }))
  if (found.length === 0) return
  // Refused all the same where it can't be counted.
  await countUnmasked(db, found.map(({ kind }) => kind), now).catch((error: unknown) => log.error("unmasked-not-counted", error))
  throw new UnmaskedData(found)
}

class UnmaskedData extends Problem {
  override name = "UnmaskedData"
  readonly found: UnmaskedFound

  constructor(found: UnmaskedFound) {
    const distinct = [...new Map(found.map((one) => [`${one.field} ${one.kind}`, one])).values()].slice(0, MOST_TOLD)
    const holds = distinct.map(({ field, kind }) => `${field} holds ${WORDS[kind]} that is not masked.`).join(" ")
    super(422, "unmasked-data", `${holds} Nothing of the request was stored. Mask it in the browser and send it again.`)
    this.found = distinct
  }

  override body(requestId: string) {
    return { ...super.body(requestId), found: this.found }
  }
}

const MOST_TOLD = 10
const WORDS: Record<UnmaskedKind, string> = { card: "a card number", iban: "an IBAN", email: "an e-mail address" }

const known = new WeakMap<Kysely<Schema>, { version: number; keep: string[] }>()

/** A version never changes: it is read once. */
async function keepOf(db: Kysely<Schema>, version: number): Promise<string[]> {
  const there = known.get(db)
  if (there?.version === version) return there.keep
  const keep = (await readVersion(db, version))?.rules.keep.map(({ word }) => word) ?? []
  known.set(db, { version, keep })
  return keep
}
