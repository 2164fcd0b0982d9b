import { createMiddleware } from "hono/factory"
import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import type { RelayContext, RelayEnv, SignedIn } from "../http/context.ts"

/** The answers that are being sent, drafts and files among them. */
export interface OpenAnswers {
  /** Counts an answer until its connection is done with it. */
  watch: ReturnType<typeof createMiddleware<RelayEnv>>
  /** Cuts off the answers to whoever has been signed out meanwhile, at whichever relay that happened. */
  endSignedOut(db: Kysely<Schema>): Promise<void>
}

/** A request is only let in with a valid sign-in. This is for the answers that go on after the sign-in has ended. */
export function createOpenAnswers(): OpenAnswers {
  const open = new Set<RelayContext>()
  return {
    watch: createMiddleware<RelayEnv>(async (context, next) => {
      const { outgoing } = context.env
      if (!outgoing.destroyed) {
        open.add(context)
        outgoing.once("close", () => open.delete(context))
      }
      await next()
    }),
    async endSignedOut(db) {
      const families = new Set([...open].flatMap((context) => familyOf(context) ?? []))
      if (families.size === 0) return
      const valid = await db
        .selectFrom("token_families")
        .select("id")
        .where("id", "in", [...families])
        .where("ended_at", "is", null)
        .execute()
      // A person who was deleted has no sign-ins at all.
      for (const { id } of valid) families.delete(id)
      for (const context of open) if (families.has(familyOf(context) ?? "")) context.env.outgoing.destroy()
    }
  }
}

/** Undefined while nobody has signed in yet, or where a route asks for no token. */
const familyOf = (context: RelayContext) => (context.get("person") as SignedIn | undefined)?.family
