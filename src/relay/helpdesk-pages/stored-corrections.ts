import type { Kysely } from "kysely"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { readStoredCorrections, writeStoredCorrections } from "../../storage/corrections.ts"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import {
  CORRECTION_LIMITS,
  readCorrections,
  signedCorrections,
  type CorrectionsAnswer,
  type CorrectionsPayload,
  type CorrectionsStored,
  type SignedCorrections
} from "../../protocol/routes/helpdesk-pages.ts"

/**
 * Stores a signed file of corrected selectors instead of the one before. Only its format is checked: the relay has no
 * key, so browsers alone tell whether the signature is right. The same file again changes nothing.
 * @param text the file's JSON
 * @throws Problem 422 "bad-corrections" with a sentence, 409 "older-corrections" if its serial is below the stored one's
 */
export async function saveCorrections(
  db: Kysely<Schema>,
  text: string,
  now: Date
): Promise<CorrectionsStored & { former?: number }> {
  const { signed, payload } = readFile(text)
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, LOCK)
    const before = await readCorrectionsStatus(work)
    if (before && payload.serial < before.serial)
      throw new Problem(
        409,
        "older-corrections",
        `The stored file has the serial ${before.serial}, and this one ${payload.serial}. Browsers refuse an earlier one.`
      )
    const file = JSON.stringify(signed)
    if ((await readStoredCorrections(work)).file !== file) {
      await writeStoredCorrections(work, file)
      await writeAuditEntry(work, null, "corrections-saved", [`serial ${payload.serial}`], now)
    }
    return { ...statusOf(payload), ...(before ? { former: before.serial } : {}) }
  })
}

/** Takes the file out. Browsers then use the built-in selectors. Returns false if there is none. */
export async function removeCorrections(db: Kysely<Schema>, now: Date): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, LOCK)
    if ((await readStoredCorrections(work)).file === undefined) return false
    await writeStoredCorrections(work, undefined)
    await writeAuditEntry(work, null, "corrections-removed", [], now)
    return true
  })
}

/** Returns the file for the team's browsers. */
export async function readTeamCorrections(db: Kysely<Schema>): Promise<CorrectionsAnswer> {
  const { version, file } = await readStoredCorrections(db)
  return { version, file: (file === undefined ? undefined : parsed(file)) ?? null }
}

/** Returns what is stored, by helpdesk; undefined if nothing is, or nothing that this version can read. */
export async function readCorrectionsStatus(db: Kysely<Schema>): Promise<CorrectionsStored | undefined> {
  const { file } = await readTeamCorrections(db)
  if (!file) return undefined
  const payload = readCorrections(file.payload)
  return "fault" in payload ? undefined : statusOf(payload)
}

const LOCK = "corrections"

function readFile(text: string): { signed: SignedCorrections; payload: CorrectionsPayload } {
  if (text.length > CORRECTION_LIMITS.file)
    throw bad(`The file has ${text.length} characters, and ${CORRECTION_LIMITS.file} are allowed.`)
  const signed = parsed(text)
  if (!signed)
    throw bad(
      "The file isn't one that was signed: it has to be JSON with `payload` and `signature` and nothing else. `npm run release -- sign-corrections` writes such a file."
    )
  const payload = readCorrections(signed.payload)
  if ("fault" in payload) throw bad(payload.fault)
  return { signed, payload }
}

const bad = (sentence: string) => new Problem(422, "bad-corrections", sentence)

function parsed(text: string): SignedCorrections | undefined {
  try {
    return signedCorrections.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function statusOf({ serial, made, corrections }: CorrectionsPayload): CorrectionsStored {
  const helpdesks = [...Map.groupBy(corrections, ({ helpdesk }) => helpdesk)]
    .map(([helpdesk, of]) => ({ helpdesk, corrections: of.length }))
    .toSorted((a, b) => (a.helpdesk < b.helpdesk ? -1 : 1))
  return { serial, made, helpdesks }
}
