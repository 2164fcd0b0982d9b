import type { PairedPerson } from "../protocol/relay.ts"
import type { UsageBook } from "./usage/usage-book.ts"
import type { CountedTokens } from "./openai/chunk.ts"
import type { Endpoint, Models, Task } from "./endpoint/models.ts"

/** Whether this person has used up today's money, so that only what costs nothing may be asked. */
export async function isBudgetUsedUp(
  { budgets: { cost }, currency }: Pick<Models, "budgets" | "currency">,
  book: UsageBook,
  person: PairedPerson | undefined
): Promise<boolean> {
  return cost !== undefined && person !== undefined && (await book.spent(person.id, currency)) >= cost
}

/** Takes what a request took, prices it and puts it into the book; `counting` resolves when it is stored. */
export function createUsageCounter(
  counting: Promise<void>[],
  book: UsageBook,
  {
    endpoint,
    currency,
    task,
    person
  }: { endpoint: Endpoint; currency: string; task: Task | "embed"; person: PairedPerson | undefined }
): (counted: CountedTokens) => void {
  return (counted) => {
    if (endpoint.kind === "offline") return
    const { name, model } = endpoint
    counting.push(
      book.add({
        person: person?.id,
        task,
        endpoint: name,
        model,
        currency,
        ...counted,
        cost: costOf(endpoint, counted)
      })
    )
  }
}

const MILLION = 1_000_000

function costOf({ price }: Endpoint & { kind: "openai-compatible" }, counted: CountedTokens): number {
  return (counted.in * price.in + counted.out * price.out) / MILLION
}
