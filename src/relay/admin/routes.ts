import { Hono } from "hono"
import { codeRequest, modelPath, settingsRequest, signOutRequest, usageQuery } from "../../protocol/admin.ts"
import { auditQuery } from "../../protocol/audit.ts"
import { requirePerson } from "../access/middleware.ts"
import { revokePairingCodes } from "../access/pairing.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readBody, readPath, readQuery } from "../http/body.ts"
import { idOf, clientGoneSignal, type RelayContext, type RelayEnv } from "../http/context.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry, readAudit } from "../../storage/audit-log.ts"
import { listedModels, testModel } from "./list-models.ts"
import { listPeople, makeCode, signOutEverywhere } from "./people.ts"
import { readTeamSettings, saveTeamSettings, type TeamBudgets } from "../team-settings/team-settings.ts"
import { readUsage } from "./usage.ts"
import type { Models } from "../../models/endpoint/models.ts"
import type { Vectors } from "../../search/vectors/vectors.ts"

export interface AdminParts extends RouteParts {
  budgets: TeamBudgets
  /** What is configured, for who asks how it is. */
  models: Models
  vectors: Vectors | undefined
  retentionDays: number
  auditDays: number
}

/**
 * For admins alone: who is paired, models, settings, what models took. Whatever changes something is noted in the
 * audit.
 */
export function adminRoutes(parts: AdminParts): Hono<RelayEnv> {
  const { db, clock, models, vectors, auditDays } = parts
  const admin = requirePerson(db, clock, "admin")
  const me = (context: RelayContext) => context.get("person").person.id
  return new Hono<RelayEnv>()
    .get("/admin/people", admin, async (context) =>
      context.json(await listPeople(db, context.get("person").family, clock()))
    )
    .post("/admin/codes", admin, async (context) =>
      context.json(await makeCode(db, await readBody(context, codeRequest), me(context), clock()))
    )
    .delete("/admin/codes/:id", admin, async (context) => {
      const id = idOf(context)
      if (id === undefined || (await revokePairingCodes(db, { id }, clock())) === 0)
        throw new Problem(
          404,
          "no-code",
          "This code is good no more: it was used or revoked meanwhile, or its time is over."
        )
      await writeAuditEntry(db, me(context), "code-revoked", [id], clock())
      return context.body(null, 204)
    })
    .post("/admin/people/:id/sign-out", admin, async (context) => {
      const { sure = false } = await readBody(context, signOutRequest)
      return context.json(await signOutEverywhere(db, idOf(context), { by: me(context), sure }, clock()))
    })
    .get("/admin/models", admin, async (context) => context.json(listedModels(models, await vectors?.state())))
    .post("/admin/models/:name/test", admin, async (context) => {
      const { name } = readPath(context, modelPath)
      const answer = await testModel(models, name, clientGoneSignal(context))
      await writeAuditEntry(db, me(context), "model-tested", [name], clock())
      return context.json(answer)
    })
    .get("/admin/settings", admin, async (context) => context.json(await readTeamSettings(parts)))
    .put("/admin/settings", admin, async (context) =>
      context.json(
        await saveTeamSettings(parts, await readBody(context, settingsRequest), context.get("person").person)
      )
    )
    .get("/audit", admin, async (context) =>
      context.json(await readAudit(db, readQuery(context, auditQuery), auditDays))
    )
    .get("/admin/usage", admin, async (context) =>
      context.json(await readUsage(db, readQuery(context, usageQuery), clock()))
    )
}
