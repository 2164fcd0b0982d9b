import type { Hono } from "hono"
import { voiceOperations } from "../../protocol/routes/voices.ts"
import { Problem } from "../../runtime/problem.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayContext, RelayEnv, RouteParts } from "../http/context.ts"
import { MIN_REPLIES, proposeVoices } from "./learning/propose-voices.ts"
import { listVoices, removeVoice, saveVoice } from "./stored-voices.ts"

/** Creates the routes with which an admin manages the team's voices. */
export function voiceRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  const me = (context: RelayContext) => context.get("person").person.id
  return createRoutes(parts, voiceOperations, {
    "GET /v1/admin/voices": async (context) => context.json(await listVoices(db)),
    "GET /v1/admin/voices/proposals": async (context) =>
      context.json({ needed: MIN_REPLIES, proposals: await proposeVoices(db) }),
    "PUT /v1/admin/voices": async (context, read) => {
      const { source } = await read.body()
      return context.json(await saveVoice(db, source, me(context), clock()))
    },
    "DELETE /v1/admin/voices/:name": async (context, read) => {
      if (!(await removeVoice(db, read.path().name, me(context), clock())))
        throw new Problem(404, "no-voice", "There is no such voice any more: load the list again.")
      return context.body(null, 204)
    }
  })
}
