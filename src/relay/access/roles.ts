import type { Kysely } from "kysely"
import type { SignInSettings } from "../../runtime/sign-in-settings.ts"
import type { RoleName, Schema } from "../../storage/schema.ts"

/** Returns the role with the most rights among those of the groups, or undefined for somebody who may not come in. */
export function roleOf(groups: readonly string[], roles: SignInSettings["roles"]): RoleName | undefined {
  const isIn = (some: readonly string[]) => some.some((group) => groups.includes(group))
  if (isIn(roles.admin)) return "admin"
  if (isIn(roles.lead)) return "lead"
  return roles.agent.length === 0 || isIn(roles.agent) ? "agent" : undefined
}

/** Somebody whom the organisation's provider knows. */
interface NamedPerson {
  subject: string
  name: string
  login: string | null | undefined
}

/**
 * Returns the name under which a person is listed in a role, or undefined if several are taken. A name that somebody
 * else has here is followed by the login, because a name alone never makes anybody another person.
 */
export async function freeName(
  work: Kysely<Schema>,
  { subject, name, login }: NamedPerson,
  role: RoleName
): Promise<string | undefined> {
  const names = [name, ...(login ? [`${name} (${login})`] : []), `${name} (${subject.slice(-8)})`]
  for (const candidate of names) {
    const owner = await work
      .selectFrom("people")
      .select("subject")
      .where("name", "=", candidate)
      .where("role", "=", role)
      .executeTakeFirst()
    if (!owner || owner.subject === subject) return candidate
  }
  return undefined
}
