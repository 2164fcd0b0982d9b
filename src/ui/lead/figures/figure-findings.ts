import type {
  Figure,
  FiguresAnswer,
  FiguresBy,
  FiguresGroup,
  LeadFigures,
  Share,
  VersionChange
} from "../../../protocol/review.ts"
import { REASONS, type Reason } from "../../../ticket/review-reasons.ts"
import { t } from "../../messages/t.ts"
import { percentText, reasonWord } from "../review-text.ts"
import { versionName } from "../version-names.ts"
import { durationText } from "../../messages/time-text.ts"
import { byName, groupInText, isKnownShare, shareOf } from "./group-names.ts"

/**
 * The findings in the charts' titles. Each says only what the figures prove: two shares differ if their confidence
 * sequences don't overlap, so that looking often doesn't make a difference of chance.
 */
type Groups = FiguresAnswer["groups"]

export function acceptanceFinding(by: FiguresBy, groups: Groups, change: VersionChange | null): string {
  const reliable = groups.flatMap(({ key, partial, sequence, figure: { accepted } }) =>
    isKnownShare(accepted) && sequence ? [{ key, partial, sequence, accepted }] : []
  )
  if (by !== "week") {
    const [only] = reliable
    return reliable.length > 1 || !only ? bestFinding(by, reliable) : oneFinding(by, only)
  }
  if (change) return changeFinding(change)
  // A week that isn't over, or that is cut, may have other days than the others.
  const whole = reliable.filter(({ partial }) => !partial)
  const [first] = whole
  const last = whole.at(-1)
  if (!first || !last || first === last) {
    const newest = last ?? reliable.at(-1)
    return newest ? oneFinding(by, newest) : t("finding.acceptance.few")
  }
  const way = difference(first.sequence, last.sequence)
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

const oneFinding = (by: FiguresBy, { key, accepted }: ReliableGroup) =>
  t("finding.acceptance.one", { group: groupInText(by, key), share: percentText(shareOf(accepted)) })

/** A version is called better or worse only if the confidence sequence of the difference leaves out 0. */
function changeFinding({ before, after, low, high }: VersionChange): string {
  const data = { before: versionName(before.pipeline), after: versionName(after.pipeline) }
  return t(low > 0 ? "finding.change.better" : high < 0 ? "finding.change.worse" : "finding.change.none", data)
}

interface ReliableGroup {
  key: string | null
  accepted: Share
  sequence: Sequence
}

function bestFinding(by: FiguresBy, groups: ReliableGroup[]): string {
  if (groups.length === 0) return t("finding.acceptance.few")
  const sorted = groups.toSorted((a, b) => shareOf(b.accepted) - shareOf(a.accepted))
  const [best, worst] = [sorted[0], sorted.at(-1)]
  if (!best || !worst || difference(worst.sequence, best.sequence) <= 0)
    return t("finding.acceptance.no-difference", { by: byName(by) })
  return t("finding.acceptance.best", { best: groupInText(by, best.key), worst: groupInText(by, worst.key) })
}

export function outcomeFinding({ used }: Figure): string {
  if (used.of === 0) return t("finding.outcome.none")
  return isKnownShare(used) ? t("finding.outcome.used", { share: percentText(shareOf(used)) }) : t("finding.outcome")
}

export function editFinding({ editDistance: { median } }: Figure): string {
  if (median === null) return t("finding.edit.few")
  return median === 0 ? t("finding.edit.none") : t("finding.edit.median", { share: percentText(median) })
}

export function firstTextFinding({ firstText: { p50 } }: Figure): string {
  return p50 === null ? t("finding.first-text.few") : t("finding.first-text", { time: durationText(p50) })
}

export function leadFinding({ verdicts: { send } }: LeadFigures): string {
  return send.share === null ? t("finding.leads.few") : t("finding.leads", { share: percentText(send.share) })
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

/** An interval that holds at every look. */
type Sequence = NonNullable<FiguresGroup["sequence"]>

/** Returns 1 if it is certainly more than before, -1 if it is certainly less, and 0 if the sequences overlap. */
export function difference(before: Sequence, after: Sequence): -1 | 0 | 1 {
  if (after.low > before.high) return 1
  return after.high < before.low ? -1 : 0
}
