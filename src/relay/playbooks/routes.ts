import type { Hono } from "hono"
import { playbookOperations } from "../../protocol/routes/playbooks.ts"
import { Problem } from "../../runtime/problem.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayContext, RelayEnv, RouteParts } from "../http/context.ts"
import { listPlaybooks, removePlaybook, savePlaybook } from "./stored-playbooks.ts"

/** Creates the routes with which an admin manages the team's playbooks. */
export function playbookRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  const me = (context: RelayContext) => context.get("person").person.id
  return createRoutes(parts, playbookOperations, {
    "GET /v1/admin/playbooks": async (context) => context.json(await listPlaybooks(db)),
    "PUT /v1/admin/playbooks": async (context, read) => {
      const { source } = await read.body()
      return context.json(await savePlaybook(db, source, me(context), clock()))
    },
    "DELETE /v1/admin/playbooks/:name": async (context, read) => {
      if (!(await removePlaybook(db, read.path().name, me(context), clock())))
        throw new Problem(404, "no-playbook", "There is no such playbook any more: load the list again.")
      return context.body(null, 204)
    }
  })
}
