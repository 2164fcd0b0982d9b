import type { PairedPerson } from "../protocol/relay.ts"
import { countModelUsage, beginModelCounts } from "../runtime/metrics/model-metrics.ts"
import { type HeldUsage, MODEL_ERRORS } from "./drafter/contract.ts"
import type { UsageBook } from "./usage/usage-book.ts"
import type { CountedTokens } from "./openai/chunk.ts"
import { type Endpoint, type Models, type Task, TASKS } from "./endpoint/models.ts"
import { beginDraftCounts } from "../runtime/metrics/draft-metrics.ts"

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

/** What ends a draft with an error besides its model: the relay itself, and the database. */
const RELAY_ERRORS = ["draft-failed", "draft-cut", "database-down", "disk-full"]

/** Begins to count drafts and requests to models at 0, for every model that this relay may ask. */
export function beginCounts({ tasks, embed, rerank, currency }: Models): void {
  const writers = tasks.draft.map((endpoint) => (endpoint.kind === "offline" ? endpoint.name : endpoint.model))
  beginDraftCounts([...new Set(writers)], [...MODEL_ERRORS, ...RELAY_ERRORS])
  const asked = [
    ...TASKS.flatMap((task) => tasks[task].map((endpoint) => ({ task, endpoint }))),
    ...(embed ? [{ task: "embed", endpoint: embed }] : []),
    ...(rerank ? [{ task: "rerank", endpoint: rerank }] : [])
  ]
  for (const { task, endpoint } of asked)
    if (endpoint.kind !== "offline")
      beginModelCounts({ task, endpoint: endpoint.name, currency }, [...MODEL_ERRORS, "unknown"])
}
