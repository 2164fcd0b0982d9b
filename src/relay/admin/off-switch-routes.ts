import type { Hono } from "hono"
import { offSwitchOperations } from "../../protocol/routes/off-switches.ts"
import { Problem } from "../../runtime/problem.ts"
import { createRoutes } from "../access/create-routes.ts"
import { idOf, type RelayEnv, type RouteParts } from "../http/context.ts"
import { addOffSwitch, readOffSwitches, removeOffSwitch } from "../team-settings/stored-switches.ts"

/** Creates the routes by which browsers learn what is switched off, and admins change it. */
export function offSwitchRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return createRoutes(parts, offSwitchOperations, {
    "GET /v1/off-switches": async (context) => {
      const { version, switches } = await readOffSwitches(db)
      return context.json({ version, switches: switches.map(({ off, when }) => ({ off, when })) })
    },
    "GET /v1/admin/off-switches": async (context) => {
      const { switches } = await readOffSwitches(db)
      return context.json({ switches })
    },
    "POST /v1/admin/off-switches": async (context, read) => {
      const { person } = context.get("person")
      return context.json(await addOffSwitch(db, await read.body(), person, clock()))
    },
    "DELETE /v1/admin/off-switches/:id": async (context) => {
      const { person } = context.get("person")
      const id = idOf(context)
      if (id === undefined || !(await removeOffSwitch(db, id, person, clock())))
        throw new Problem(404, "no-off-switch", "There is no such switch any more: load the list again.")
      return context.body(null, 204)
    }
  })
}
