import type { HelpdeskClient } from "../helpdesk/client.ts"
import { undefinedIfRefused } from "../helpdesk/helpdesk-refused.ts"
import { validItems } from "../helpdesk/valid-items.ts"
import { listAll } from "./redmine-api.ts"
import { membership, role, type Named } from "./shapes.ts"

/** Finds the members of a project who answer, which are those who may edit issues. */
export interface Staff {
  /** Returns the members of a project, or undefined if these credentials can't see them. */
  of(project: number, signal: AbortSignal): Promise<readonly Named[] | undefined>
}

export function createStaff(client: HelpdeskClient): Staff {
  const known = new Map<number, readonly Named[] | undefined>()
  const editors = new Map<number, boolean>()
  const isEditor = async (id: number, signal: AbortSignal): Promise<boolean> => {
    const cached = editors.get(id)
    if (cached !== undefined) return cached
    const read = role.safeParse(await client.json(`roles/${id}.json`, signal))
    const may = read.success && read.data.role.permissions.includes("edit_issues")
    editors.set(id, may)
    return may
  }
  const ask = async (project: number, signal: AbortSignal): Promise<readonly Named[]> => {
    const people: Named[] = []
    for (const { user, roles } of validItems(
      await listAll(client, `projects/${project}/memberships.json`, "memberships", signal),
      membership
    )) {
      for (const { id } of user ? roles : []) if (user && (await isEditor(id, signal))) people.push(user)
    }
    return people
  }
  return {
    async of(project, signal) {
      if (!known.has(project)) known.set(project, await undefinedIfRefused(ask(project, signal)))
      return known.get(project)
    }
  }
}
