import type { Hono } from "hono"
import { playbookPath, playbookRequest, playbooksAnswer, playbookSaved } from "../../protocol/operating/playbooks.ts"
import { Problem } from "../../runtime/problem.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayContext, RelayEnv } from "../http/context.ts"
import { answer, describeRoutes } from "../http/operation.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { listPlaybooks, removePlaybook, savePlaybook } from "./stored-playbooks.ts"

export const playbookOperations = describeRoutes({
  "GET /v1/admin/playbooks": {
    summary: "Lists the team's playbooks with their flowcharts.",
    who: "admin",
    answers: { 200: answer("Playbooks", playbooksAnswer) }
  },
  "PUT /v1/admin/playbooks": {
    summary:
      "Stores a playbook as the newest version under its name. One with a mistake is refused, each mistake with its line.",
    who: "admin",
    body: playbookRequest,
    answers: { 200: answer("Its name and version", playbookSaved) }
  },
  "DELETE /v1/admin/playbooks/:name": {
    summary: "Takes a playbook out. Its versions stay.",
    who: "admin",
    path: playbookPath,
    answers: { 204: answer("Taken out") }
  }
})

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
