import { useId } from "react"
import type { CaseAnswer, CaseRevision } from "../../../protocol/review.ts"
import { clock, day } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { percentText, resultWord } from "../review-text.ts"
import { DiffTable } from "./diff-table.tsx"

/** Says before anything else that the agent's browser reported more after the review. */
export function NewerNotice({ there: { revisions, line } }: { there: CaseAnswer }) {
  const later = revisions.filter((one) => one.later)
  return (
    <>
      {later.length > 0 ? (
        <div className="box told" role="status">
          <p>
            <b>{t("review.newer", { count: later.length })}</b> {t("review.newer.lead")}
          </p>
        </div>
      ) : null}
      {line.counted ? null : <p className="small quiet">{t("review.not-counted")}</p>}
    </>
  )
}

/** What was sent by each revision that came after the current one and, folded, by those before it. */
export function Revisions({ there: { revisions } }: { there: CaseAnswer }) {
  const earlier = revisions.filter((one) => !one.later)
  return (
    <>
      {revisions
        .filter((one) => one.later)
        .map((revision) => (
          <Revision key={revision.id} revision={revision} title="review.revision.newer" />
        ))}
      {earlier.length > 0 ? (
        <details className="revision">
          <summary>{t("review.revision.before", { count: earlier.length })}</summary>
          {earlier.map((revision) => (
            <Revision key={revision.id} revision={revision} title="review.revision.earlier" />
          ))}
        </details>
      ) : null}
    </>
  )
}

function Revision({
  revision: { at, result, outcome, diff },
  title
}: {
  revision: CaseRevision
  title: "review.revision.newer" | "review.revision.earlier"
}) {
  const heading = useId()
  const { editDistance } = outcome
  const changed = editDistance !== null && (result === "light" || result === "heavy")
  return (
    <section className="revision" aria-labelledby={heading}>
      <h2 id={heading}>{t(title, { when: `${day(at)}, ${clock(at)}` })}</h2>
      <p className="meta">
        <span>
          {changed
            ? t("review.result.changed", { result: resultWord(result), share: percentText(editDistance) })
            : resultWord(result)}
        </span>
      </p>
      <DiffTable outcome={outcome} rows={diff} claims={[]} sources={[]} labelledBy={heading} />
    </section>
  )
}
