/** How much models may cost and how many tokens they may take in a day or a month (UTC), for whom together. */
export interface BudgetLimit {
  of: "person" | "group" | "team"
  /** Of which group. It is there for `of: group` alone. */
  group?: string | undefined
  per: "day" | "month"
  cost?: number | undefined
  /** Sent and received together. */
  tokens?: number | undefined
}
