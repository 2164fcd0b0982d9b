import type { FiguresBy, Share } from "../../../protocol/review.ts"
import { ENOUGH_CASES } from "../../../protocol/review.ts"
import { LOCALE } from "../../messages/locale.ts"
import { languageName } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { intervalText, modelName, percentText, shortPipeline } from "../review-text.ts"

/** A group's name in running text and in tables: "German", "7c1e55aa", "2026-W47"; what no case tells is "not told". */
export function groupName(by: FiguresBy, key: string | null): string {
  if (key === null) return t("figures.not-told")
  if (by === "language") return languageName(key)
  if (by === "pipeline") return shortPipeline(key)
  return by === "model" ? modelName(key) : key
}

/** As it stands at an axis: "w47". */
export const groupTick = (by: FiguresBy, key: string | null): string =>
  by === "week" && key !== null ? `w${Number(key.slice(-2))}` : groupName(by, key)
/** "week 47" in a finding. */
export const groupInText = (by: FiguresBy, key: string | null): string =>
  by === "week" && key !== null ? t("figures.week", { n: String(Number(key.slice(-2))) }) : groupName(by, key)

export const byName = (by: FiguresBy): string => tell(`figures.by.${by}`, {})
/** As it heads a column. */
export const byTitle = (by: FiguresBy): string => byName(by).replace(/^./u, (first) => first.toLocaleUpperCase(LOCALE))

export const shareOf = ({ n, of }: Share): number => (of === 0 ? 0 : n / of)
/** A share that may be shown, with its interval. */
export type KnownShare = Share & { low: number; high: number }
export const isKnownShare = (share: Share): share is KnownShare => share.low !== null && share.high !== null

/** "45 % (44 to 46 %), 3,940 of 8,742"; below the least count what is there and how much more it takes. */
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

/** Cases that are still missing. */
export const missingCases = (of: number): number => Math.max(0, ENOUGH_CASES - of)
