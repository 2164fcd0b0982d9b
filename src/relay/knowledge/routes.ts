import { Hono } from "hono"
import {
  collectionPath,
  fileQuery,
  hookRequest,
  importRequest,
  schedule,
  type HookAnswer,
  type ImportAnswer,
  type KnowledgeAnswer,
  type RemovedAnswer,
  type ScheduleAnswer
} from "../../protocol/knowledge.ts"
import { requirePerson } from "../access/middleware.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readBody, readPath, readQuery } from "../http/body.ts"
import { idOf, type RelayContext, type RelayEnv } from "../http/context.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { cancelImport } from "../../knowledge/import/lease.ts"
import { TENANT } from "../../storage/tenant.ts"
import { receiveUpload } from "../../knowledge/upkeep/receive-upload.ts"
import { removeWebhook, setWebhook } from "../../knowledge/upkeep/webhooks.ts"
import { listSources } from "../../knowledge/upkeep/list-sources.ts"
import { removeSource } from "../../knowledge/upkeep/remove-source.ts"
import type { Upkeep } from "../../knowledge/upkeep/upkeep.ts"

export interface KnowledgeParts extends RouteParts {
  upkeep: Upkeep
}

/**
 * For admins alone: where the team's knowledge comes from, and what keeps it current. Whatever changes something is
 * noted in the audit.
 */
export function knowledgeRoutes({ db, clock, upkeep }: KnowledgeParts): Hono<RelayEnv> {
  const admin = requirePerson(db, clock, "admin")
  const note = (context: RelayContext, action: string, ids: string[]) =>
    writeAuditEntry(db, context.get("person").person.id, action, ids, clock())
  const collectionOf = (context: RelayContext) => readPath(context, collectionPath).collection
  return new Hono<RelayEnv>()
    .get("/admin/knowledge", admin, async (context) =>
      context.json({ sources: await listSources(db, upkeep.rateOf, clock()) } satisfies KnowledgeAnswer)
    )
    .post("/admin/knowledge/imports", admin, async (context) => {
      const collections = await upkeep.start(await readBody(context, importRequest))
      await note(context, "import-asked", collections)
      return context.json({ collections } satisfies ImportAnswer)
    })
    .post("/admin/knowledge/imports/:id/cancel", admin, async (context) => {
      const id = idOf(context)
      const row =
        id === undefined
          ? undefined
          : await db
              .selectFrom("imports")
              .select("collection")
              .where("tenant", "=", TENANT)
              .where("id", "=", id)
              .executeTakeFirst()
      if (!row) throw new Problem(404, "no-import", "There is no such import any more.")
      const newest = await db
        .selectFrom("imports")
        .select("id")
        .where("tenant", "=", TENANT)
        .where("collection", "=", row.collection)
        .orderBy("started_at", "desc")
        .limit(1)
        .executeTakeFirst()
      if (newest?.id !== id)
        throw new Problem(
          409,
          "other-import",
          "That import is over, and another one of the same source has begun since. Look at the list anew."
        )
      await upkeep.forget(row.collection)
      await cancelImport(db, row.collection)
      await note(context, "import-cancelled", [row.collection])
      return context.body(null, 204)
    })
    .post("/admin/knowledge/files", admin, async (context) => {
      const query = readQuery(context, fileQuery)
      if (!/^application\/octet-stream\b/i.test(context.env.incoming.headers["content-type"] ?? ""))
        throw new Problem(
          415,
          "not-a-file",
          "The file must be sent as it is, with the content type application/octet-stream."
        )
      const file = await receiveUpload(context.env.incoming, query)
      const { collection } = file.source
      await upkeep.takeFile(file)
      await note(context, "file-imported", [collection])
      return context.json({ collections: [collection] } satisfies ImportAnswer)
    })
    .put("/admin/knowledge/sources/:collection/schedule", admin, async (context) => {
      const asked = await readBody(context, schedule)
      const answer: ScheduleAnswer = await upkeep.schedule(collectionOf(context), asked, clock())
      await note(context, "import-scheduled", [collectionOf(context), asked.every])
      return context.json(answer)
    })
    .post("/admin/knowledge/sources/:collection/hook", admin, async (context) => {
      const answer: HookAnswer = await setWebhook(
        db,
        collectionOf(context),
        (await readBody(context, hookRequest)).secret,
        clock()
      )
      await note(context, "hook-set", [collectionOf(context)])
      return context.json(answer)
    })
    .delete("/admin/knowledge/sources/:collection/hook", admin, async (context) => {
      if (!(await removeWebhook(db, collectionOf(context))))
        throw new Problem(404, "no-hook", "This source has no webhook any more.")
      await note(context, "hook-removed", [collectionOf(context)])
      return context.body(null, 204)
    })
    .delete("/admin/knowledge/sources/:collection", admin, async (context) => {
      const documents = await removeSource(db, upkeep, collectionOf(context))
      await note(context, "source-removed", [collectionOf(context)])
      return context.json({ documents } satisfies RemovedAnswer)
    })
}
