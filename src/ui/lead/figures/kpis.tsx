import type { Figure, Share } from "../../../protocol/review.ts"
import { t } from "../../messages/t.ts"
import { intervalText, percentText } from "../review-text.ts"
import { durationText } from "../../messages/time-text.ts"
import { isKnownShare, missingCases, shareOf } from "./group-names.ts"

/**
 * Four figures, each with the counts behind it. A weak one says "Not enough yet" and how many more cases are needed.
 */
export function Kpis({ whole }: { whole: Figure }) {
  const {
    accepted,
    used,
    editDistance: { median },
    firstText
  } = whole
  const sent = accepted.of
  return (
    <>
      <ShareKpi
        title={t("kpi.accepted")}
        share={accepted}
        ground={(words) => t("kpi.of-used", { interval: words, count: sent })}
      />
      <ShareKpi
        title={t("kpi.used")}
        share={used}
        ground={(words) => t("kpi.of-eligible", { interval: words, count: used.of })}
      />
      <Kpi
        title={t("kpi.changed")}
        value={median === null ? undefined : percentText(median)}
        ground={t(median === null ? "kpi.used-so-far" : "kpi.median-of", { count: sent })}
        more={missingCases(sent)}
      />
      <Kpi
        title={t("kpi.first-text")}
        value={firstText.p50 === null ? undefined : durationText(firstText.p50)}
        more={missingCases(firstText.of)}
        ground={
          firstText.p95 === null
            ? t("kpi.timed", { count: firstText.of })
            : t("kpi.p95", { time: durationText(firstText.p95), count: firstText.of })
        }
      />
    </>
  )
}

function ShareKpi({ title, share, ground }: { title: string; share: Share; ground: (interval: string) => string }) {
  return (
    <Kpi
      title={title}
      value={isKnownShare(share) ? percentText(shareOf(share)) : undefined}
      ground={
        isKnownShare(share)
          ? ground(intervalText(share.low, share.high))
          : t("figures.few.so-far", { n: share.n, of: share.of })
      }
      more={missingCases(share.of)}
    />
  )
}

function Kpi({
  title,
  value,
  ground,
  more
}: {
  title: string
  value: string | undefined
  ground: string
  more: number
}) {
  return (
    <section className="box kpi quarter">
      <h2>{title}</h2>
      <p className={value === undefined ? "v muted" : "v"}>{value ?? t("figures.few")}</p>
      <p className="small muted">{value === undefined ? `${ground} ${t("figures.more", { count: more })}` : ground}</p>
    </section>
  )
}
