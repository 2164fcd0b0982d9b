import type { Figure, FiguresAnswer, FiguresBy, Share } from "../../../protocol/review.ts"
import { t } from "../../messages/t.ts"
import { intervalText, percentText } from "../review-text.ts"
import { durationText } from "../../messages/time-text.ts"
import { useCaseLinks, useGroupLinks } from "./case-links.ts"
import { FiguresTable } from "../../kit/figures-table.tsx"
import { byName, byTitle, groupName, isKnownShare, partialName, shareOf } from "./group-names.ts"

/** All figures of each group, as the export has them too. */
export function GroupTable({ by, groups, whole }: { by: FiguresBy; groups: FiguresAnswer["groups"]; whole: Figure }) {
  const title = t("figures.by.title", { by: byName(by) })
  const link = useGroupLinks(by)
  const pageLink = useCaseLinks()
  return (
    <section className="box full" aria-labelledby="groups">
      <h2 id="groups">{title}</h2>
      <p className="lead">{t("figures.by.lead")}</p>
      {groups.length === 0 ? (
        <p className="few">{t("figures.none-here")}</p>
      ) : (
        <FiguresTable
          label={title}
          table={{
            head: [
              byTitle(by),
              t("col.replies"),
              t("col.unasked"),
              t("col.drafted"),
              t("col.used"),
              t("col.rejected"),
              t("col.unchanged"),
              t("col.light"),
              t("col.heavy"),
              t("col.median"),
              t("col.p50")
            ],
            rows: [
              ...groups.map(({ key, figure, partial }) => [partialName(groupName(by, key), partial), ...cells(figure)]),
              [t("figures.whole"), ...cells(whole)]
            ],
            links: [...groups.map(({ key }) => link(key, { counted: "yes" })), pageLink({ counted: "yes" })]
          }}
        />
      )}
    </section>
  )
}

function cells({
  eligible,
  unasked,
  drafted,
  used,
  rejected,
  unchanged,
  light,
  heavy,
  editDistance: { median },
  firstText: { p50 }
}: Figure): (string | number)[] {
  return [
    eligible,
    unasked,
    cell(drafted),
    cell(used),
    cell(rejected),
    cell(unchanged),
    cell(light),
    cell(heavy),
    median === null ? "–" : percentText(median),
    p50 === null ? "–" : durationText(p50)
  ]
}

/** Returns "60 % (57 to 63 %)", or a bare count if there are too few cases for a share. */
function cell(share: Share): string {
  return isKnownShare(share)
    ? t("figures.cell", { share: percentText(shareOf(share)), interval: intervalText(share.low, share.high) })
    : t("figures.of", { n: share.n, of: share.of })
}
