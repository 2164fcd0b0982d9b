import type { Hono } from "hono"
import { requesterOperations } from "../../protocol/routes/requesters.ts"
import { readTeamKey } from "../../storage/encryption/team-key.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayContext, RelayEnv } from "../http/context.ts"
import type { EraseParts } from "./erase.ts"
import { countRequester, eraseRequester } from "./requester-data.ts"
import { exportRequester } from "./requester-export.ts"

/** Creates the routes by which admins see, export and erase what is stored of one person's tickets. */
export function requesterRoutes(parts: EraseParts): Hono<RelayEnv> {
  const { db, drafts, clock } = parts
  const asking = (context: RelayContext) => ({ person: context.get("person").person.id, now: clock() })
  return createRoutes(parts, requesterOperations, {
    "GET /v1/admin/requesters": async (context) =>
      context.json({ key: (await readTeamKey(db, "requester-key"))?.toString("base64") ?? null }),
    "GET /v1/admin/requesters/:requester": async (context, read) =>
      context.json(await countRequester(db, read.path().requester, asking(context))),
    "DELETE /v1/admin/requesters/:requester": async (context, read) =>
      context.json(
        await eraseRequester(db, read.path().requester, asking(context), ({ sites, helpdesk, ticketId }) =>
          drafts.erase(sites, helpdesk, ticketId)
        )
      ),
    "GET /v1/admin/requesters/:requester/export": async (context, read) =>
      context.body(await exportRequester(db, read.path().requester, asking(context)), 200, {
        "content-type": "application/json",
        "content-disposition": 'attachment; filename="replywright-person.json"'
      })
  })
}
