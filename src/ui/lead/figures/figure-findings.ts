import type { Figure, FiguresAnswer, FiguresBy } from "../../../protocol/review.ts"
import { REASONS, type Reason } from "../../../ticket/review-reasons.ts"
import { t } from "../../messages/t.ts"
import { percentText, reasonWord, shortPipeline } from "../review-text.ts"
import { durationText } from "../../messages/time-text.ts"
import { byName, groupInText, isKnownShare, shareOf, type KnownShare } from "./group-names.ts"

/**
 * The findings in the charts' titles. Each says only what the figures prove: two shares differ if their 95 % intervals
 * don't overlap.
 */
type Groups = FiguresAnswer["groups"]

/** One pipeline that replaced another: `after` began when `before` had ended. */
export interface PipelineSwitch {
  before: { key: string; accepted: KnownShare }
  after: { key: string; accepted: KnownShare; firstWeek: string }
}

export function acceptanceFinding(by: FiguresBy, groups: Groups, switched: PipelineSwitch | undefined): string {
  const told = groups.flatMap(({ key, figure: { accepted } }) => (isKnownShare(accepted) ? [{ key, accepted }] : []))
  const [first] = told
  const last = told.at(-1)
  if (!first || !last) return t("finding.acceptance.few")
  if (first === last)
    return t("finding.acceptance.one", {
      group: groupInText(by, first.key),
      share: percentText(shareOf(first.accepted))
    })
  if (by !== "week") return bestFinding(by, told)
  if (switched) {
    const way = difference(switched.before.accepted, switched.after.accepted)
    if (way !== 0)
      return t(way > 0 ? "finding.acceptance.rose-after" : "finding.acceptance.fell-after", {
        pipeline: shortPipeline(switched.after.key)
      })
  }
  const way = difference(first.accepted, last.accepted)
  const several = first.key?.slice(0, 4) !== last.key?.slice(0, 4)
  const data = {
    from: groupInText(by, first.key, several),
    to: groupInText(by, last.key, several),
    low: percentText(shareOf(first.accepted)),
    high: percentText(shareOf(last.accepted))
  }
  return way === 0
    ? t("finding.acceptance.same", data)
    : t(way > 0 ? "finding.acceptance.rose" : "finding.acceptance.fell", data)
}

function bestFinding(by: FiguresBy, told: { key: string | null; accepted: KnownShare }[]): string {
  const sorted = told.toSorted((a, b) => shareOf(b.accepted) - shareOf(a.accepted))
  const [best, worst] = [sorted[0], sorted.at(-1)]
  if (!best || !worst || difference(worst.accepted, best.accepted) <= 0)
    return t("finding.acceptance.no-difference", { by: byName(by) })
  return t("finding.acceptance.best", { best: groupInText(by, best.key), worst: groupInText(by, worst.key) })
}

export function outcomeFinding({ used, eligible }: Figure): string {
  if (eligible === 0) return t("finding.outcome.none")
  return isKnownShare(used) ? t("finding.outcome.used", { share: percentText(shareOf(used)) }) : t("finding.outcome")
}

export function editFinding({ editDistance: { median } }: Figure): string {
  if (median === null) return t("finding.edit.few")
  return median === 0 ? t("finding.edit.none") : t("finding.edit.median", { share: percentText(median) })
}

export function firstTextFinding({ firstText: { p50 } }: Figure): string {
  return p50 === null ? t("finding.first-text.few") : t("finding.first-text", { time: durationText(p50) })
}

/** Counts are named as they are. If two reasons are equally frequent, neither is called the most frequent. */
export function reasonFinding({ reasons }: Figure): string {
  const sorted = REASONS.map((reason): [Reason, number] => [reason, reasons[reason] ?? 0]).toSorted(
    (a, b) => b[1] - a[1]
  )
  const [first, second] = sorted
  if (!first || first[1] === 0) return t("finding.reasons.none")
  return first[1] > (second?.[1] ?? 0)
    ? t("finding.reasons.most", { reason: reasonWord(first[0]) })
    : t("finding.reasons")
}

/**
 * Returns 1 if it is certainly more than before, -1 if it is certainly less, and 0 if the intervals overlap and nothing
 * is proven.
 */
export function difference(before: KnownShare, after: KnownShare): -1 | 0 | 1 {
  if (after.low > before.high) return 1
  return after.high < before.low ? -1 : 0
}
