import type { FiguresBy, Share } from "../../../protocol/review.ts"
import { ENOUGH_CASES } from "../../../protocol/review.ts"
import { locale } from "../../messages/locale.ts"
import { languageName } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { intervalText, modelName, percentText } from "../review-text.ts"
import { versionName } from "../version-names.ts"

/**
 * A group's name in running text and in tables: "German", "7c1e55aa", "2026-W47", or "not told" for what no case says.
 */
export function groupName(by: FiguresBy, key: string | null): string {
  if (key === null) return t("figures.not-told")
  if (by === "language") return languageName(key)
  if (by === "pipeline") return versionName(key)
  return by === "model" ? modelName(key) : key
}

/** Its name on an axis: "w47". */
export const groupTick = (by: FiguresBy, key: string | null): string =>
  by === "week" && key !== null ? t("week.short", { n: Number(key.slice(-2)) }) : groupName(by, key)
/** Its name in a finding: "week 47", or "week 47 of 2026" among weeks of several years. */
export function groupInText(by: FiguresBy, key: string | null, several = false): string {
  if (by !== "week" || key === null) return groupName(by, key)
  const n = String(Number(key.slice(-2)))
  return several ? t("figures.week.of", { n, year: key.slice(0, 4) }) : t("figures.week", { n })
}

export const byName = (by: FiguresBy): string => tell(`figures.by.${by}`, {})
/** Its name with the mark of a week that isn't complete. */
export const partialName = (name: string, partial: boolean): string => (partial ? t("figures.partial", { name }) : name)
/** Its name as the heading of a column. */
export const byTitle = (by: FiguresBy): string =>
  byName(by).replace(/^./u, (first) => first.toLocaleUpperCase(locale()))

export const shareOf = ({ n, of }: Share): number => (of === 0 ? 0 : n / of)
/** A share with enough cases, with its interval. */
export type KnownShare = Share & { low: number; high: number }
export const isKnownShare = (share: Share): share is KnownShare => share.low !== null && share.high !== null

/** Returns "45 % (44 to 46 %), 3,940 of 8,742" or, with too few cases, the count and how many more are needed. */
export function shareWords(share: Share): string {
  if (!isKnownShare(share))
    return t("figures.share.few", {
      n: share.n,
      of: share.of,
      more: t("figures.more", { count: missingCases(share.of) })
    })
  return t("figures.share", {
    share: percentText(shareOf(share)),
    interval: intervalText(share.low, share.high),
    n: share.n,
    of: share.of
  })
}

/** How many cases are still missing. */
export const missingCases = (of: number): number => Math.max(0, ENOUGH_CASES - of)
