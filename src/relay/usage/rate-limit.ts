import { DAY_MS } from "../../text/day-distance.ts"
import type { BudgetAnswer } from "../../protocol/relay.ts"
import { budgetEnd } from "../../models/usage/usage-book.ts"

/**
 * Returns the fields `RateLimit-Policy` and `RateLimit` of draft-ietf-httpapi-ratelimit-headers-11, one item for each
 * limit: its quota `q` and window `w`, what remains of it `r`, and after how many seconds it begins anew `t`. Money is
 * counted in hundredths.
 */
export function rateLimitFields(
  { prepared, cost, limits = [] }: BudgetAnswer,
  now: Date
): Record<"ratelimit-policy" | "ratelimit", string> {
  const cents = `qu="${cost.currency.toLowerCase()}-hundredths"`
  const items = [
    item("prepared", "day", prepared, now),
    ...(cost.limit === null ? [] : [item("person-day-cost", "day", hundredths(cost.used, cost.limit), now, cents)]),
    ...limits.flatMap(({ of, per, cost: money, tokens }, n) => [
      ...(money ? [item(`${of}-${per}-cost-${n + 1}`, per, hundredths(money.used, money.limit), now, cents)] : []),
      ...(tokens ? [item(`${of}-${per}-tokens-${n + 1}`, per, tokens, now, 'qu="tokens"')] : [])
    ])
  ]
  return {
    "ratelimit-policy": items.map(({ policy }) => policy).join(", "),
    ratelimit: items.map(({ left }) => left).join(", ")
  }
}

const hundredths = (used: number, limit: number) => ({ used: Math.ceil(used * 100), limit: Math.floor(limit * 100) })

function item(
  name: string,
  per: "day" | "month",
  { used, limit }: { used: number; limit: number },
  now: Date,
  unit?: string
): { policy: string; left: string } {
  const end = budgetEnd(per, now).getTime()
  const start = per === "day" ? end - DAY_MS : Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)
  const policy = [`"${name}"`, `q=${limit}`, ...(unit === undefined ? [] : [unit]), `w=${(end - start) / 1000}`]
  const seconds = Math.ceil((end - now.getTime()) / 1000)
  return { policy: policy.join(";"), left: `"${name}";r=${Math.max(0, limit - used)};t=${seconds}` }
}
