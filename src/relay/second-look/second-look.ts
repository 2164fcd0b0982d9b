import type { Kysely } from "kysely"
import type { UnmaskedFound, UnmaskedKind } from "../../protocol/unmasked.ts"
import type { Log } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { countUnmasked } from "../usage/unmasked-counts.ts"
import { requestTexts } from "./request-texts.ts"
import { readVersion } from "../../masking-rules/stored-rules.ts"
import { unmaskedJob } from "./find-unmasked-texts.ts"

/** A text of a request, and its path in the body. */
export type TextField = readonly [path: string, text: string]

interface CheckedRequest {
  /** As the schema took it: each of its texts is looked at. */
  body: object
  /** Newest version of the team's masking rules: its own words pass. */
  rules: number
  now: Date
  /**
   * Whether the relay itself wrote what was found, and gets it back: an address of an article, the name of a file.
   * Asked only where something is found.
   */
  isOwn?: (hit: UnmaskedHit) => Promise<boolean>
}

/** `value` is what was found in the `text` of a field. */
export interface UnmaskedHit {
  field: string
  kind: UnmaskedKind
  value: string
  text: string
}

/**
 * A second look at what a browser says that it masked. Nothing of what is refused is stored or logged; the day's count
 * grows.
 * @throws UnmaskedData for a card number, an IBAN or an e-mail address
 */
export async function refuseUnmasked(
  { db, log }: { db: Kysely<Schema>; log: Log },
  { body, rules, now, isOwn }: CheckedRequest
): Promise<void> {
  const keep = await keepOf(db, rules)
  const fields = requestTexts(body)
  const hits = await runInWorkerIfLarge(
    fields.reduce((sum, [, text]) => sum + text.length, 0),
    unmaskedJob,
    fields,
    keep
  )
  const found: UnmaskedFound = []
  for (const hit of hits) if (!isOwn || !(await isOwn(hit))) found.push({ field: hit.field, kind: hit.kind })
  if (found.length === 0) return
  // Refused all the same where it can't be counted.
  await countUnmasked(
    db,
    found.map(({ kind }) => kind),
    now
  ).catch((error: unknown) => log.error("unmasked-not-counted", error))
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
