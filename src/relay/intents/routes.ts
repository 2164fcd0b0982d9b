import type { Hono } from "hono"
import { intentOperations } from "../../protocol/routes/intents.ts"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import { Problem } from "../../runtime/problem.ts"
import { countAttempt } from "../access/count-attempts.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayEnv } from "../http/context.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { readIntents, saveCorrection } from "./save-correction.ts"

/** Creates the routes by which agents correct what a ticket is told to be about. */
export function intentRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return createRoutes(parts, intentOperations, {
    "GET /v1/intents": async (context) => context.json(await readIntents(db)),
    "POST /v1/intents/corrections": async (context, read) => {
      const { person, rules } = context.get("person")
      if ((await countAttempt(db, `intents ${person.id}`, 60, clock())) > MAX_A_MINUTE)
        throw new Problem(429, "too-many-corrections", "Too many corrections at once: wait a minute.", {
          retryable: true
        })
      const body = await read.body()
      await refuseUnmasked(parts, { body, rules, now: clock() })
      const {
        ticket: { site, ...ticket },
        intent: said
      } = body
      const stored = (await readSiteHashing(db)).stored(site)
      await saveCorrection(db, { ticket, site: stored, said, person: person.id, now: clock() })
      return context.body(null, 204)
    }
  })
}

const MAX_A_MINUTE = 60
