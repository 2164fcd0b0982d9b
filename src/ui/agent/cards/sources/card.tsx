import { use } from "react"
import { citesSources, type Source } from "../../../../ticket/draft.ts"
import { Card } from "../../../kit/card.tsx"
import { SingleKeys } from "../../../kit/use-keys.ts"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { isWriting } from "../../state/disabled-reasons.ts"
import { ChosenSources } from "../../source/source-choice.tsx"
import { SourceItem } from "../../source/source-item.tsx"
import { usePanelContext } from "../../state/use-panel.ts"

export const sources: PanelCard = { id: "sources", place: "pages", order: 40, Card: Sources }

/**
 * The passages that the draft is based on or, for a refusal, what came near and why it wasn't used, and what the agent
 * chose among them.
 */
function Sources() {
  const { draft } = usePanelContext()
  const sources = draft?.sources ?? []
  const nearest = draft?.refusal?.nearest ?? []
  const aside = draft?.refusal ? (
    nearest.length + sources.length > 0 ? (
      <span className="small muted">{nearest.length > 0 ? t("sources.near") : t("sources.found")}</span>
    ) : null
  ) : sources.length > 0 && !draft?.answer?.suggestions.length ? (
    <KeyHint sources={sources} />
  ) : null
  return (
    <Card title={t("sources")} aside={aside}>
      {nearest.length > 0 ? (
        <Nearest nearest={nearest} sources={sources} />
      ) : sources.length > 0 ? (
        <ol className="in-card">
          {sources.map((source) => (
            <Used key={source.n} source={source} />
          ))}
        </ol>
      ) : (
        <p className="in-card quiet">
          {isWriting(draft) ? t("sources.writing") : draft ? t("sources.none.used") : t("sources.none")}
        </p>
      )}
      <ChosenSources />
    </Card>
  )
}

function KeyHint({ sources }: { sources: Source[] }) {
  const single = use(SingleKeys)
  if (!single) return null
  const last = Math.min(9, sources.at(-1)?.n ?? 1)
  return (
    <span className="small muted keyhint" aria-hidden="true">
      <kbd>{sources[0]?.n}</kbd>
      {sources.length > 1 ? (
        <>
          –<kbd>{last}</kbd>
        </>
      ) : null}
      <span>{t("sources.open")}</span>
    </span>
  )
}

/** For a refusal: the pages that came near. Those that were read can be opened, and used anyway. */
function Nearest({ nearest, sources }: { nearest: { title: string; why: string }[]; sources: Source[] }) {
  return (
    <ol className="in-card">
      {nearest.map(({ title, why }, index) => {
        const source = sources.find((one) => one.title === title)
        return source ? (
          <Used key={index} source={source} why={why} />
        ) : (
          <li className="src" key={index}>
            <span className="n off">{index + 1}</span>
            <b>
              <bdi>{title}</bdi>
            </b>
            <span className="why">{why}</span>
          </li>
        )
      })}
    </ol>
  )
}

function Used({ source, why }: { source: Source; why?: string }) {
  const {
    source: shown,
    toggleSource,
    draftText: {
      letter: { claims, text }
    }
  } = usePanelContext()
  const sought = claims.flatMap((claim) => {
    const evidence = (claim.verdict?.evidence ?? []).filter((one) => one.source === source.n)
    if (evidence.length > 0) return evidence.map((one) => one.text.replace(/\s+/g, " "))
    return citesSources(claim) && claim.sources.includes(source.n)
      ? [text.slice(claim.start, claim.end).replace(/\s+/g, " ")]
      : []
  })
  return (
    <SourceItem
      source={source}
      sought={sought}
      open={shown === source.n}
      toggle={() => toggleSource(source.n)}
      keyed
      unused={why !== undefined}
      why={why}
    />
  )
}
