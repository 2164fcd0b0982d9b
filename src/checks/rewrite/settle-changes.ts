import type { FactChange, FactChangeKind } from "../../ticket/rewrite.ts"

/** What a judge found in a row of a rewrite: it says the same as the text before, or something else. */
export type RowVerdict = "same" | "other"

/**
 * Says whether a judge's word is enough against this doubt. It is for what words say; a figure, name, link, placeholder
 * or blank in the rewrite that the text before lacks stays in doubt, whatever a model says. One that is merely missing
 * may be said in words.
 */
export const canBeSettled = ({ kind, after }: FactChange): boolean =>
  !FIXED.has(kind) || (after === undefined && (kind === "figure" || kind === "name"))

const FIXED: ReadonlySet<FactChangeKind> = new Set(["figure", "name", "link", "placeholder", "blank"])

/**
 * Splits the doubts about a row by a judge's verdict into those that stand and those that it settles. A row that says
 * something else by the verdict alone gets a doubt of its own.
 */
export function settleChanges(
  changes: readonly FactChange[],
  verdict: RowVerdict | undefined
): { changes: FactChange[]; settled: FactChange[] } {
  if (verdict === "same")
    return { changes: changes.filter((one) => !canBeSettled(one)), settled: changes.filter(canBeSettled) }
  return { changes: verdict === "other" && changes.length === 0 ? [{ kind: "judged" }] : [...changes], settled: [] }
}
