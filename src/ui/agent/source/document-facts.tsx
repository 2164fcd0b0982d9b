import { Fragment, type ReactNode } from "react"
import { Icon } from "../../kit/icon.tsx"
import { age, day } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"

/** Shows the facts about a document: its kind, its age, its version, and who may read it. */
export function DocumentFacts({
  of: { changed, version, visibility },
  kind,
  children
}: {
  of: { changed?: string | undefined; version?: number | undefined; visibility: "public" | "internal" }
  kind?: string
  children?: ReactNode
}) {
  const date = changed ? day(changed) : ""
  const facts = [
    kind,
    date ? t("source.changed.on", { date }) : undefined,
    changed && date ? age(changed, Date.now()) : undefined,
    version !== undefined && version > 1 ? t("source.version", { n: version }) : undefined
  ]
  return (
    <div className="small muted facts-line">
      <span>
        {facts.filter(Boolean).map((fact, at) => (
          <Fragment key={at}>
            {at > 0 ? " · " : null}
            <span className="fact">{fact}</span>
          </Fragment>
        ))}
      </span>
      {visibility === "internal" ? (
        <span className="tag">
          <Icon name="lock" />
          {t("source.internal.long")}
        </span>
      ) : null}
      {children}
    </div>
  )
}
