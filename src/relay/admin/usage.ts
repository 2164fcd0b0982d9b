import type { Kysely } from "kysely"
import type { UsageAnswer, UsageLine, UsageQuery } from "../../protocol/admin.ts"
import type { Schema } from "../../storage/schema.ts"
import { dayOf } from "../../models/usage/usage-book.ts"
import { usageSums, type UsageSum } from "../usage/usage-sums.ts"
import { unmaskedSums } from "../usage/unmasked-counts.ts"

/**
 * Returns what models used on these days by task, model and person, and how many requests were refused because they
 * were not masked.
 */
export async function readUsage(db: Kysely<Schema>, { from, to }: UsageQuery, now: Date): Promise<UsageAnswer> {
  const last = to ?? dayOf(now)
  const first = from ?? dayOf(new Date(Date.parse(last) - 29 * 86_400_000))
  const { task, model, person, all } = await usageSums(db, { from: first, to: last })
  const roles = new Map(
    (await db.selectFrom("people").select(["id", "role"]).execute()).map(({ id, role }) => [id, role])
  )
  const people = person.map((sum): UsageLine => {
    const role = roles.get(sum.id ?? "")
    return { ...line(sum), name: sum.id === null ? null : sum.name, ...(role && { role }) }
  })
  return {
    from: first,
    to: last,
    task: task.map(line),
    model: model.map(line),
    person: people,
    all: all.map(line),
    unmasked: await unmaskedSums(db, { from: first, to: last })
  }
}

function line({ name, requests, in: tokensIn, out, cost, currency, estimated }: UsageSum): UsageLine {
  return { name, requests, in: tokensIn, out, cost, currency, estimated }
}
