import type { Source } from "../../../ticket/draft.ts"
import { day } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"

export const sourceId = (n: number) => `source-${n}`

/** The passages that the draft was made from. `kept`: there was a draft. */
export function CaseSources({ sources, kept }: { sources: Source[]; kept: boolean }) {
  return (
    <section className="box" aria-labelledby="case-sources">
      <h2 id="case-sources">{t("sources")}</h2>
      {sources.length === 0 ? (
        <p className="quiet">{kept ? t("review.no-sources") : t("diff.none")}</p>
      ) : (
        <ol className="stack">
          {sources.map(({ n, title, headings, passage, kind, visibility, changed, locale }) => (
            <li key={n} id={sourceId(n)} tabIndex={-1}>
              <p>
                <span className="cite">{n}</span>{" "}
                <b lang={locale} dir="auto">
                  {[title, ...headings.filter((heading) => heading !== title)].join(" › ")}
                </b>
              </p>
              <p className="small muted">
                {changed && day(changed)
                  ? t("source.changed", { kind: tell(`source.${kind}`, {}), date: day(changed) })
                  : tell(`source.${kind}`, {})}
                {visibility === "internal" ? <> · {t("source.internal")}</> : null}
              </p>
              <blockquote lang={locale} dir="auto">
                {passage}
              </blockquote>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
