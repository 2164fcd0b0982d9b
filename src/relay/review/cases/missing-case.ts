import type { Kysely } from "kysely"
import { Problem } from "../../../runtime/problem.ts"
import type { Schema } from "../../../storage/schema.ts"

/** Returns the problem that says why there is no such case. */
export async function missingCaseProblem(db: Kysely<Schema>, id: string | undefined): Promise<Problem> {
  const erased =
    id === undefined
      ? undefined
      : await db.selectFrom("erased_cases").select("id").where("id", "=", id).executeTakeFirst()
  return erased
    ? new Problem(410, "case-erased", "This case was erased with its ticket: go on with the next one.")
    : new Problem(
        404,
        "no-case",
        "There is no such case here: it may be older than the relay keeps cases, or belong to the same reply as another one."
      )
}
