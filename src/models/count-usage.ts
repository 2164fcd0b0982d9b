import type { PairedPerson } from "../protocol/relay.ts"
import { countModelUsage } from "../runtime/metrics/model-metrics.ts"
import type { HeldUsage } from "./drafter/contract.ts"
import type { UsageBook } from "./usage/usage-book.ts"
import type { CountedTokens } from "./openai/chunk.ts"
import type { Endpoint, Models, Task } from "./endpoint/models.ts"

/**
 * Returns whether this person has used up today's budget, so that only free endpoints may be asked.
 * @param held what was used for the same draft and isn't stored yet
 */
export async function isBudgetUsedUp(
  { budgets: { cost }, currency }: Pick<Models, "budgets" | "currency">,
  book: UsageBook,
  person: PairedPerson | undefined,
  held?: HeldUsage
): Promise<boolean> {
  if (cost === undefined || person === undefined) return false
  const own = (held?.entries ?? []).filter((entry) => entry.currency === currency)
  return own.reduce((sum, entry) => sum + entry.cost, await book.spent(person.id, currency)) >= cost
}

/**
 * Returns a function that prices a request's usage and records it. What `held` takes is stored with the draft; for the
 * rest, promises in `counting` resolve when it is stored.
 */
export function createUsageCounter(
  counting: Promise<void>[],
  book: UsageBook,
  {
    endpoint,
    currency,
    task,
    person,
    held
  }: {
    endpoint: Endpoint
    currency: string
    task: Task | "embed" | "rerank"
    person: PairedPerson | undefined
    held?: HeldUsage | undefined
  }
): (counted: CountedTokens) => void {
  return (counted) => {
    if (endpoint.kind === "offline") return
    const { name, model } = endpoint
    const usage = { task, endpoint: name, currency, ...counted, cost: costOf(endpoint, counted) }
    countModelUsage(usage)
    const entry = { ...usage, person: person?.id, model }
    if (!held?.hold(entry)) counting.push(book.add(entry))
  }
}

const MILLION = 1_000_000

function costOf({ price }: Endpoint & { kind: "openai-compatible" }, counted: CountedTokens): number {
  return (counted.in * price.in + counted.out * price.out) / MILLION
}
