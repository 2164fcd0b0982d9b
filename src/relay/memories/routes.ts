import type { Hono } from "hono"
import { memoryOperations } from "../../protocol/routes/memories.ts"
import { Problem } from "../../runtime/problem.ts"
import { createRoutes } from "../access/create-routes.ts"
import { idOf, type RelayContext, type RelayEnv, type RouteParts } from "../http/context.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { syncMemoryDocuments } from "./memory-documents.ts"
import { changeMemory, listMemories, removeMemory } from "./stored-memories.ts"

/** Creates the routes by which leads decide what the team's drafts remember. */
export function memoryRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  const idIn = (context: RelayContext) => {
    const id = idOf(context)
    if (id === undefined) throw new Problem(404, "no-memory", "There is no such memory any more: load the list again.")
    return id
  }
  return createRoutes(parts, memoryOperations, {
    "GET /v1/memories": async (context) => context.json(await listMemories(db, clock())),
    "PUT /v1/memories/:id": async (context, read) => {
      const change = await read.body()
      const { person, rules } = context.get("person")
      const now = clock()
      await refuseUnmasked(parts, { body: change, rules, now })
      // It is loaded here, because masking has large lists.
      const { readPersonalWords } = await import("./personal-data.ts")
      const isPersonal = await readPersonalWords(db)
      await changeMemory(db, idIn(context), change, { person: person.id, now, isPersonal })
      await syncMemoryDocuments(db, now)
      return context.body(null, 204)
    },
    "DELETE /v1/memories/:id": async (context) => {
      const now = clock()
      await removeMemory(db, idIn(context), { person: context.get("person").person.id, now })
      await syncMemoryDocuments(db, now)
      return context.body(null, 204)
    }
  })
}
