import type { HelpdeskClient } from "../helpdesk/client.ts"
import { undefinedIfRefused } from "../helpdesk/helpdesk-refused.ts"
import { privileged } from "./shapes.ts"

/** Returns which users are staff. Each user is requested once. */
export interface Staff {
  /** Returns undefined if it isn't known, or for a machine. */
  has(name: string, signal: AbortSignal): Promise<boolean | undefined>
}

export function createStaff(client: HelpdeskClient): Staff {
  const known = new Map<string, boolean | undefined>()
  return {
    async has(name, signal) {
      if (known.has(name) || MACHINES.has(name)) return known.get(name)
      // The map is emptied so that it doesn't hold all customers of a helpdesk.
      if (known.size > MOST) known.clear()
      const isStaff = await ask(client, name, signal)
      known.set(name, isStaff)
      return isStaff
    }
  }
}

const MOST = 20_000
const MACHINES = new Set(["RT_System", "Nobody"])

async function ask(client: HelpdeskClient, name: string, signal: AbortSignal): Promise<boolean | undefined> {
  const read = privileged.safeParse(
    await undefinedIfRefused(client.json(`REST/2.0/user/${encodeURIComponent(name)}`, signal))
  )
  return read.success ? Number(read.data.Privileged) === 1 : undefined
}
