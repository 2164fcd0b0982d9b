import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import type { Hono } from "hono"
import { adminOperations } from "../../protocol/routes/admin.ts"
import { createRoutes } from "../access/create-routes.ts"
import { sendFile } from "../http/export-file.ts"
import { type RouteParts, clientGoneSignal, type RelayContext, type RelayEnv } from "../http/context.ts"
import { readVerification, type Verification } from "../../storage/audit/verification.ts"
import type { AuditKeeper } from "../../storage/audit/keep-audit.ts"
import { writeAuditEntry, readAudit } from "../../storage/audit-log.ts"
import { auditFile } from "./audit-file.ts"
import { listedModels, testModel } from "./list-models.ts"
import { readTeamSettings, saveTeamSettings, type TeamBudgets } from "../team-settings/team-settings.ts"
import { readStatus, type StatusParts } from "./status.ts"
import { readUsage } from "./usage.ts"
import type { RelayPresence } from "../../storage/relay-presence.ts"
import type { Models } from "../../models/endpoint/models.ts"
import type { Vectors } from "../../search/vectors/vectors.ts"
import { maskingOperations } from "../../protocol/routes/masking-rules.ts"
import { readVersions } from "../../masking-rules/stored-rules.ts"
import { addWord, readRules, saveRules, undoRules } from "../../masking-rules/rules.ts"

export interface AdminParts extends RouteParts {
  budgets: TeamBudgets
  /** The configured models, which an admin can list and test. */
  models: Models
  vectors: Vectors | undefined
  retentionDays: number
  auditDays: number
  audit: Pick<AuditKeeper, "key" | "seal">
  presence: Pick<RelayPresence, "id">
  readiness: StatusParts["readiness"]
}

/**
 * Creates the routes that only admins may call: models, settings, the audit, and what models used. Every change
 * is noted in the audit.
 */
export function adminRoutes(parts: AdminParts): Hono<RelayEnv> {
  const { db, clock, models, vectors, auditDays, presence, readiness, budgets } = parts
  const me = (context: RelayContext) => context.get("person").person.id
  return createRoutes(parts, adminOperations, {
    "GET /v1/admin/models": async (context) => context.json(listedModels(models, await vectors?.state())),
    "POST /v1/admin/models/:name/test": async (context, read) => {
      const { name } = read.path()
      const result = await testModel(models, name, clientGoneSignal(context))
      await writeAuditEntry(db, me(context), "model-tested", [name], clock())
      return context.json(result)
    },
    "GET /v1/admin/settings": async (context) => context.json(await readTeamSettings(parts)),
    "PUT /v1/admin/settings": async (context, read) =>
      context.json(await saveTeamSettings(parts, await read.body(), context.get("person").person)),
    "GET /v1/audit": async (context, read) => {
      const page = await readAudit(db, read.query(), auditDays)
      const verified = await readVerification(db)
      return context.json({ ...page, verified: verified ? auditVerifiedOf(verified) : null })
    },
    "GET /v1/audit/export": async (context, read) => {
      const { format = "csv", ...filter } = read.query()
      await writeAuditEntry(db, me(context), "exported", ["audit", format], clock())
      // So that the file ends with a checkpoint of what it holds.
      await parts.audit.seal()
      await sendFile(context, auditFile(db, { filter, format, key: await parts.audit.key(), now: clock() }))
      return RESPONSE_ALREADY_SENT
    },
    "GET /v1/admin/status": async (context) =>
      context.json(await readStatus(db, { relay: presence.id, readiness, budgets }, clock())),
    "GET /v1/admin/usage": async (context, read) => context.json(await readUsage(db, read.query(), clock()))
  })
}

const auditVerifiedOf = ({ entry, at, brokenAt }: Verification) => ({ entry, at, brokenAt: brokenAt ?? null })

/**
 * Creates the routes of the team's masking rules. Everybody reads them, leads and admins change them, and agents add a
 * word if the team lets them.
 */
export function maskingRoutes({ db, clock }: RouteParts): Hono<RelayEnv> {
  const me = (context: RelayContext) => context.get("person").person
  return createRoutes({ db, clock }, maskingOperations, {
    "GET /v1/masking-rules": async (context) => context.json(await readRules(db)),
    "PUT /v1/masking-rules": async (context, read) =>
      context.json(await saveRules(db, await read.body(), me(context), clock())),
    "POST /v1/masking-rules/words": async (context, read) =>
      context.json(await addWord(db, await read.body(), me(context), clock())),
    "GET /v1/masking-rules/versions": async (context) => context.json(await readVersions(db)),
    "POST /v1/masking-rules/undo": async (context, read) =>
      context.json(await undoRules(db, await read.body(), me(context), clock()))
  })
}
