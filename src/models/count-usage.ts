import type { PairedPerson } from "../protocol/relay.ts"
import { countModelUsage, beginModelCounts } from "../runtime/metrics/model-metrics.ts"
import { type HeldUsage, MODEL_ERRORS } from "./drafter/contract.ts"
import type { UsageBook } from "./usage/usage-book.ts"
import type { CountedTokens } from "./openai/chunk.ts"
import { isFree, limitsFor, type Endpoint, type Models, type Task, TASKS } from "./endpoint/models.ts"
import { beginDraftCounts } from "../runtime/metrics/draft-metrics.ts"

/** A limit that is reached: the one that lasts longest, if there are several. */
export interface ReachedLimit {
  code: "budget-cost" | "budget-month"
  /** Tokens are used up, not only money: a model without a price isn't asked either. */
  isOfTokens: boolean
}

/**
 * Returns which limit this person has reached, alone or with others, if any.
 * @param held what was used for the same draft and isn't stored yet
 */
export async function reachedLimit(
  { budgets, currency }: Pick<Models, "budgets" | "currency">,
  book: UsageBook,
  person: PairedPerson | undefined,
  held?: HeldUsage
): Promise<ReachedLimit | undefined> {
  const limits = person ? limitsFor(budgets, person.groups) : []
  if (!person || limits.length === 0) return undefined
  const uses = await book.used(person.id, limits, currency)
  const entries = held?.entries ?? []
  const ownCost = entries.reduce((sum, entry) => sum + (entry.currency === currency ? entry.cost : 0), 0)
  const ownTokens = entries.reduce((sum, entry) => sum + entry.in + entry.out, 0)
  const reached = limits.flatMap(({ per, cost, tokens }, n) => {
    const use = uses[n] ?? { cost: 0, tokens: 0 }
    const isOfTokens = tokens !== undefined && use.tokens + ownTokens >= tokens
    return isOfTokens || (cost !== undefined && use.cost + ownCost >= cost) ? [{ per, isOfTokens }] : []
  })
  if (reached.length === 0) return undefined
  return {
    code: reached.some(({ per }) => per === "month") ? "budget-month" : "budget-cost",
    isOfTokens: reached.some(({ isOfTokens }) => isOfTokens)
  }
}

/** Returns whether this endpoint isn't asked because of a limit. */
export const isStoppedBy = (limit: ReachedLimit | undefined, endpoint: Endpoint): boolean =>
  limit !== undefined && (limit.isOfTokens ? endpoint.kind !== "offline" : !isFree(endpoint))

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
