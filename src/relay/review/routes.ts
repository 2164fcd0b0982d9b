import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Hono } from "hono"
import { exportQuery, figuresQuery, queueQuery, reviewRequest } from "../../protocol/review.ts"
import { requirePerson } from "../access/middleware.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readBody, readQuery } from "../http/body.ts"
import { answeredByNode, idOf, type RelayContext, type RelayEnv } from "../http/context.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { readCase } from "./read-case.ts"
import { exportFile, type ExportFile } from "./export.ts"
import { readFigures } from "./figures.ts"
import { missingCaseProblem } from "./missing-case.ts"
import { readQueue } from "./queue.ts"
import { saveReview } from "./save-review.ts"

/** For leads and above: cases, their reviews, figures of them, and both as a file. */
export function reviewRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  const lead = requirePerson(db, clock, "lead")
  const caseId = async (context: RelayContext) => {
    const id = idOf(context)
    if (id === undefined) throw await missingCaseProblem(db, id)
    return id
  }
  return new Hono<RelayEnv>()
    .get("/review/queue", lead, async (context) => context.json(await readQueue(db, readQuery(context, queueQuery))))
    .get("/review/cases/:id", lead, async (context) => context.json(await readCase(db, await caseId(context))))
    .put("/review/cases/:id", lead, async (context) => {
      const said = await readBody(context, reviewRequest)
      const { person, rules } = context.get("person")
      await refuseUnmasked(parts, { body: said, rules, now: clock() })
      return context.json(await saveReview(db, await caseId(context), said, person, clock()))
    })
    .get("/review/figures", lead, async (context) =>
      context.json(await readFigures(db, readQuery(context, figuresQuery)))
    )
    .get("/review/export", lead, async (context) => {
      const query = readQuery(context, exportQuery)
      const file = await exportFile(db, query)
      await writeAuditEntry(db, context.get("person").person.id, "exported", [query.of, query.format], clock())
      await sendFile(context, file)
      return answeredByNode()
    })
}

/**
 * The first piece is read before the head is sent: what fails by then can still be told. Later the file ends short, and
 * the browser says so.
 */
async function sendFile({ env: { outgoing } }: RelayContext, { name, type, chunks }: ExportFile): Promise<void> {
  const first = await chunks.next()
  outgoing.writeHead(200, { "content-type": type, "content-disposition": `attachment; filename="${name}"` })
  const all = async function* () {
    if (!first.done) yield first.value
    yield* chunks
  }
  await pipeline(Readable.from(all()), outgoing).catch((error: unknown) => {
    const left = error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE"
    if (!left) throw error
  })
}
