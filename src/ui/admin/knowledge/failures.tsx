import type { LastImport } from "../../../protocol/knowledge.ts"
import { t } from "../../messages/t.ts"

/**
 * Documents that could not be imported, each with its reason. Of many, the first are shown, and how many more there
 * are.
 */
export function Failures({
  last: { failed, failures },
  label
}: {
  last: Pick<LastImport, "failed" | "failures">
  label: string
}) {
  const more = failed - failures.length
  return (
    <details className="failures">
      <summary className="small">
        {t("imports.failures", { count: failed })}
        <span className="sr"> {label}</span>
      </summary>
      <p className="small muted">{t("imports.failures.lead")}</p>
      <ul className="words small" tabIndex={0} aria-label={t("imports.failures", { count: failed })}>
        {failures.map(({ path, reason }, index) => (
          <li key={index}>
            <bdi>{path}</bdi> <span className="quiet">{reason}</span>
          </li>
        ))}
        {more > 0 ? <li className="muted">{t("imports.failures.more", { count: more })}</li> : null}
      </ul>
    </details>
  )
}
