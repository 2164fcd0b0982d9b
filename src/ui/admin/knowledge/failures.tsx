import type { LastImport } from "../../../protocol/knowledge.ts"
import { t } from "../../messages/t.ts"

/**
 * Documents that could not be imported, or not wholly, each with its reason. Of many, the first are shown, and how many
 * more there are.
 */
export function Failures({
  of,
  list,
  count,
  label
}: {
  of: "failures" | "notices"
  list: LastImport["failures"]
  count: number
  label: string
}) {
  const title = of === "failures" ? t("imports.failures", { count }) : t("imports.notices", { count })
  const more = count - list.length
  return (
    <details className="failures">
      <summary className="small">
        {title}
        <span className="sr"> {label}</span>
      </summary>
      <p className="small muted">{of === "failures" ? t("imports.failures.lead") : t("imports.notices.lead")}</p>
      <ul className="words small" tabIndex={0} aria-label={title}>
        {list.map(({ path, reason }, index) => (
          <li key={index}>
            <bdi>{path}</bdi> <span className="quiet">{reason}</span>
          </li>
        ))}
        {more > 0 ? <li className="muted">{t("imports.failures.more", { count: more })}</li> : null}
      </ul>
    </details>
  )
}
