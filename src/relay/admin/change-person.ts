import type { Kysely } from "kysely"
import type { PersonRequest } from "../../protocol/admin.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import { revokePairingCodes } from "../access/pairing.ts"
import { countOnce } from "../review/count-once.ts"

/**
 * Changes the role and groups of somebody who paired with a code. With another role, codes that are still open for them
 * are revoked, because they name the former one.
 * @throws Problem 404 "no-person", 409 "managed-person", "own-role", "name-taken"
 */
export async function changePerson(
  db: Kysely<Schema>,
  id: string | undefined,
  { role, groups }: PersonRequest,
  by: string,
  now: Date
): Promise<void> {
  await db.transaction().execute(async (work) => {
    const person = await personOf(work, id)
    if (person.subject !== null)
      throw new Problem(
        409,
        "managed-person",
        "Role and groups of this person come from your organisation: change their groups there."
      )
    // So there is always an admin left, and nobody locks themselves out.
    if (person.id === by && role !== person.role)
      throw new Problem(409, "own-role", "Your own role is changed by another admin.")
    if (role !== person.role) {
      const other = await work
        .selectFrom("people")
        .select("id")
        .where("name", "=", person.name)
        .where("role", "=", role)
        .executeTakeFirst()
      if (other) throw new Problem(409, "name-taken", `There is another ${person.name} in the role ${role} already.`)
      await revokePairingCodes(work, { name: person.name, role: person.role }, now)
    }
    await work
      .updateTable("people")
      .set({ role, groups: [...new Set(groups)] })
      .where("id", "=", person.id)
      .execute()
    await writeAuditEntry(work, by, "person-changed", [person.id, role], now)
  })
}

/**
 * Deletes a person with their sign-ins, drafts, cases and feedback. Answers that are being sent to them are cut off with
 * the next beat.
 * @throws Problem 404 "no-person", 409 "own-person"
 */
export async function deletePerson(db: Kysely<Schema>, id: string | undefined, by: string, now: Date): Promise<void> {
  if (id === by) throw new Problem(409, "own-person", "You can't delete yourself: another admin can.")
  await asLongWork(() =>
    db.transaction().execute(async (work) => {
      const person = await personOf(work, id)
      await revokePairingCodes(work, { name: person.name, role: person.role }, now)
      await work.deleteFrom("people").where("id", "=", person.id).execute()
      // A colleague's account of the same reply may be the one that counts now.
      await countOnce(work)
      await writeAuditEntry(work, by, "person-deleted", [person.id], now)
    })
  )
}

async function personOf(work: Kysely<Schema>, id: string | undefined) {
  const person =
    id === undefined
      ? undefined
      : await work
          .selectFrom("people")
          .select(["id", "name", "role", "subject"])
          .where("id", "=", id)
          .forUpdate()
          .executeTakeFirst()
  if (!person) throw new Problem(404, "no-person", "The relay knows no such person.")
  return person
}
