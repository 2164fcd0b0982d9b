import { sql, type Kysely } from "kysely"
import type { CodeAnswer, CodeRequest, PeopleAnswer, SignOutAnswer } from "../../protocol/admin.ts"
import {
  CODE_MINUTES,
  createPairingCode,
  type createPairingCodes,
  openPairingCodes,
  revokePairingCodes
} from "../access/pairing.ts"
import { csv, type ExportFile } from "../http/export-file.ts"
import { endFamilies } from "../access/token-families.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"

/**
 * Returns everybody whom the relay knows, with their signed-in browsers, and the codes that are still valid. `here` is
 * the sign-in of the request.
 */
export async function listPeople(db: Kysely<Schema>, here: string, now: Date): Promise<PeopleAnswer> {
  const people = await db
    .selectFrom("people")
    .select(["id", "name", "role", "groups", "subject"])
    .orderBy(sql`lower(name)`)
    .orderBy("role")
    .execute()
  const signIns = await db
    .selectFrom("token_families")
    .select(["id", "person", "device", "created_at", "expires_at"])
    .where("ended_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .execute()
  const uses = await db
    .selectFrom("tokens")
    .select(["person", (select) => select.fn.max("used_at").as("last")])
    .groupBy("person")
    .execute()
  const lastUses = new Map(uses.map(({ person, last }) => [person, last]))
  const codes = await openPairingCodes(db, now)
  const browsers = Map.groupBy(signIns, ({ person }) => person)
  return {
    people: people.map(({ subject, ...person }) => ({
      ...person,
      isManaged: subject !== null,
      lastUse: lastUses.get(person.id)?.toISOString() ?? null,
      browsers: (browsers.get(person.id) ?? []).map(({ id, device, created_at, expires_at }) => ({
        id,
        device,
        since: created_at.toISOString(),
        until: expires_at.toISOString(),
        here: id === here
      }))
    })),
    codes: codes.map(({ expires_at, ...code }) => ({ ...code, expires: expires_at.toISOString() }))
  }
}

export async function makeCode(
  db: Kysely<Schema>,
  invitation: CodeRequest,
  by: string,
  now: Date
): Promise<CodeAnswer> {
  const { name, role, samePerson } = invitation
  const { id, code, expires } = await createPairingCode(db, invitation, by, now)
  return { id, code, name, role, expires: expires.toISOString(), minutes: CODE_MINUTES, known: samePerson }
}

/** Returns the file with a line for each person. The relay itself keeps only hashes of the codes. */
export function codesFile(codes: Awaited<ReturnType<typeof createPairingCodes>>): ExportFile {
  const rows = codes.map(({ expires, ...code }) => ({ ...code, expires: expires.toISOString() }))
  const all = async function* () {
    yield rows
  }
  return {
    name: "replywright-pairing-codes.csv",
    type: "text/csv; charset=utf-8",
    chunks: csv(all(), "No codes")
  }
}

/**
 * Ends the sign-in of one browser.
 * @param here the sign-in of the admin's own browser
 * @throws Problem 404 "no-browser", 409 "own-sign-in"
 */
export async function signOutBrowser(
  db: Kysely<Schema>,
  id: string | undefined,
  { by, here }: { by: string; here: string },
  now: Date
): Promise<void> {
  if (id === here)
    throw new Problem(409, "own-sign-in", "This is the browser that you use: sign out in its popup instead.")
  await db.transaction().execute(async (work) => {
    if (id === undefined || (await endFamilies(work, { id }, "signed-out", now)) === 0)
      throw new Problem(404, "no-browser", "This browser is signed out already.")
    await writeAuditEntry(work, by, "browser-signed-out", [id], now)
  })
}

/**
 * Ends all sign-ins of a person, and revokes the codes that would pair them again.
 * @throws Problem 404 "no-person", or 409 "own-sign-in" if an admin signs themselves out and hasn't said that they are
 * sure
 */
export async function signOutEverywhere(
  db: Kysely<Schema>,
  id: string | undefined,
  { by, sure }: { by: string; sure: boolean },
  now: Date
): Promise<SignOutAnswer> {
  if (id === by && !sure)
    throw new Problem(
      409,
      "own-sign-in",
      "This is your own sign-in: say once more that you mean it, and this page closes."
    )
  return db.transaction().execute(async (work) => {
    const person =
      id === undefined
        ? undefined
        : await work.selectFrom("people").select(["id", "name", "role"]).where("id", "=", id).executeTakeFirst()
    if (!person) throw new Problem(404, "no-person", "The relay knows no such person.")
    // Codes come first: this waits for a browser that is just trading one, and then ends the token that it gets.
    const { name, role } = person
    const codes = await revokePairingCodes(work, { name, role }, now)
    const browsers = await endFamilies(work, { person: person.id }, "signed-out", now)
    await writeAuditEntry(work, by, "signed-out-everywhere", [person.id], now)
    return { browsers, codes }
  })
}
