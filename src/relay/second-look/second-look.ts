import type { Kysely } from "kysely"
import type { UnmaskedFound, UnmaskedKind } from "../../protocol/unmasked.ts"
import type { Log } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { countUnmasked } from "../usage/unmasked-counts.ts"
import { readVersion } from "../../masking-rules/stored-rules.ts"
import { unmaskedJob } from "./find-unmasked-texts.ts"

/** A text of a request, and its path in the body. */
export type TextField = readonly [path: string, text: string]

interface CheckedRequest {
  /** The body as the schema accepted it. Each of its texts is checked. */
  body: object
  /** The newest version of the team's masking rules, because the team's own words are let through. */
  rules: number
  now: Date
  /**
   * Whether the relay itself wrote what was found and now gets it back, such as an article's address or a file's name.
   * It is only called if something is found.
   */
  isOwn?: (hit: UnmaskedHit) => Promise<boolean>
}

/** What was found. `value` is the part of the field's `text` that should have been masked. */
export interface UnmaskedHit {
  field: string
  kind: UnmaskedKind
  value: string
  text: string
}

/**
 * Checks once more what a browser says it has masked. Nothing of a refused request is stored or logged, but it counts
 * in the day's figures.
 * @throws UnmaskedDataProblem for a card number, an IBAN or an e-mail address; Problem 503 "busy" if too many jobs wait
 */
export async function refuseUnmasked(
  { db, log }: { db: Kysely<Schema>; log: Log },
  { body, rules, now, isOwn }: CheckedRequest
): Promise<void> {
  const keep = await wordsToKeep(db, rules)
  const fields = requestTexts(body)
  const hits = await runInWorkerIfLarge(
    fields.reduce((sum, [, text]) => sum + text.length, 0),
    { ...unmaskedJob, isFirst: true },
    fields,
    keep
  )
  const found: UnmaskedFound = []
  for (const hit of hits) if (!isOwn || !(await isOwn(hit))) found.push({ field: hit.field, kind: hit.kind })
  if (found.length === 0) return
  // The request is refused even if it can't be counted.
  await countUnmasked(
    db,
    found.map(({ kind }) => kind),
    now
  ).catch((error: unknown) => log.error("unmasked-not-counted", error))
  throw new UnmaskedDataProblem(found)
}

class UnmaskedDataProblem extends Problem {
  override name = "UnmaskedDataProblem"
  readonly found: UnmaskedFound

  constructor(found: UnmaskedFound) {
    const distinct = [...new Map(found.map((one) => [`${one.field} ${one.kind}`, one])).values()].slice(0, MAX_NAMED)
    const holds = distinct.map(({ field, kind }) => `${field} holds ${WORDS[kind]} that is not masked.`).join(" ")
    super(422, "unmasked-data", `${holds} Nothing of the request was stored. Mask it in the browser and send it again.`)
    this.found = distinct
  }

  override body(requestId: string) {
    return { ...super.body(requestId), found: this.found }
  }
}

const MAX_NAMED = 10
const WORDS: Record<UnmaskedKind, string> = { card: "a card number", iban: "an IBAN", email: "an e-mail address" }

const known = new WeakMap<Kysely<Schema>, { version: number; keep: string[] }>()

/** Returns the words of the team's keep list. A version of the rules never changes, so it is read once. */
export async function wordsToKeep(db: Kysely<Schema>, version: number): Promise<string[]> {
  const there = known.get(db)
  if (there?.version === version) return there.keep
  const keep = (await readVersion(db, version))?.rules.keep.map(({ word }) => word) ?? []
  known.set(db, { version, keep })
  return keep
}

/**
 * Returns every string of a request, and every name that people chose, with its path. So a field that is added to the
 * protocol is checked like all others. A string whose form can't hold personal data is skipped (`isPlain`).
 */
function requestTexts(body: object): TextField[] {
  const found: TextField[] = []
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") {
      if (!isPlain(path, value)) found.push([path, value])
    } else if (Array.isArray(value)) value.forEach((one: unknown, at) => walk(one, `${path}[${at}]`))
    else if (typeof value === "object" && value !== null) {
      const isNamed = NAMED.has(path)
      for (const [name, one] of Object.entries(value)) {
        if (isNamed) found.push([path, name])
        walk(one, isNamed ? path : path === "" ? name : `${path}.${name}`)
      }
    }
  }
  walk(body, "")
  return found
}

/** The names in these fields are written by people too, so they are checked, and never shown in an answer. */
const NAMED = new Set(["ticket.fields"])

/**
 * Ids can look like personal data. A UUID is made by the browser and can be nothing else. A helpdesk's id of 13 or 14
 * digits may be a valid card number by chance, as one in ten of Zendesk's is. The schema takes no longer run of digits
 * in an id, so the card numbers in use (15 digits and more, except some of Diners Club) can't pass as one.
 */
const isPlain = (path: string, value: string) =>
  UUID.test(value) || (HELPDESK_ID.test(path) && /^\d{13,14}$/.test(value))
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const HELPDESK_ID = /(?:^|\.)(?:ticketId|messageId|version|messages\[\d+\]\.id)$/
