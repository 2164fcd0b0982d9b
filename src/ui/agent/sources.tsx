import { use, useEffect, useRef } from "react"
import type { Source } from "../../ticket/draft.ts"
import { IconButton } from "../kit/button.tsx"
import { Card } from "../kit/card.tsx"
import { SingleKeys } from "../kit/use-keys.ts"
import { day } from "../messages/format.ts"
import { t, tell } from "../messages/t.ts"
import type { PanelCard } from "./cards/panel-card.ts"
import { isWriting } from "./offs.ts"
import { PassageText } from "./passage.tsx"
import { usePanelHold } from "./use-panel.ts"

export const sources: PanelCard = { id: "sources", order: 40, Card: Sources }

/** The passages that the draft stands on; or, for a refusal, what came near and why it wasn't used. */
function Sources() {
  const { draft } = usePanelHold()
  const sources = draft?.sources ?? []
  const nearest = draft?.refusal?.nearest ?? []
  const aside = draft?.refusal
    ? nearest.length + sources.length > 0 ? <span className="small muted">{nearest.length > 0 ? t("sources.near") : t("sources.found")}</span> : null
    : sources.length > 0 ? <KeyHint sources={sources} /> : null
  return (
    <Card title={t("sources")} aside={aside}>
      {nearest.length > 0 ? (
        <ol className="in-card">{nearest.map(({ title, why }, index) => (
          <li className="src" key={index}><span className="n off">{index + 1}</span><b><bdi>{title}</bdi></b><span className="why">{why}</span></li>
        ))}</ol>
      ) : sources.length > 0 ? (
        <ol className="in-card">{sources.map((source) => <Passage key={source.n} source={source} />)}</ol>
      ) : <p className="in-card quiet">{isWriting(draft) ? t("sources.writing") : draft ? t("sources.none.used") : t("sources.none")}</p>}
    </Card>
  )
}

function KeyHint({ sources }: { sources: Source[] }) {
  const single = use(SingleKeys)
  if (!single) return null
  const last = Math.min(9, sources.at(-1)?.n ?? 1)
  return (
    <span className="small muted keyhint" aria-hidden="true">
      <kbd>{sources[0]?.n}</kbd>{sources.length > 1 ? <>–<kbd>{last}</kbd></> : null}<span>{t("sources.open")}</span>
    </span>
  )
}

function Passage({ source }: { source: Source }) {
  const { source: shown, toggleSource, draft } = usePanelHold()
  const open = shown === source.n
  const item = useRef<HTMLLIElement>(null)
  const writing = useRef(false)
  writing.current = isWriting(draft)
  // A number in the letter opens what may be far below; nothing scrolls by itself while text streams.
  useEffect(() => { if (open && !writing.current) item.current?.scrollIntoView?.({ block: "nearest" }) }, [open])
  const kind = tell(`source.${source.kind}`, {})
  const changed = source.changed ? day(source.changed) : ""
  const id = `source-${source.n}`
  return (
    <li ref={item} className={open ? "src on" : "src"}>
      <span className="n">{source.n}</span>
      <div>
        <b lang={source.locale} dir="auto">{[source.title, ...source.headings.filter((heading) => heading !== source.title)].join(" › ")}</b>
        <div className="small muted">
          {changed ? t("source.changed", { kind, date: changed }) : kind}
          {source.visibility === "internal" ? <> · {t("source.internal")}</> : null}
        </div>
      </div>
      <IconButton icon="chevron-down" tiny expanded={open} controls={open ? id : undefined} shortcut={source.n < 10 ? String(source.n) : undefined} onPress={() => toggleSource(source.n)}
        label={open ? t("source.hide", { n: source.n }) : t("source.show", { n: source.n })} />
      {open ? (
        <div className="passage" id={id}>
          <PassageText source={source} />
          {source.url && /^https?:/i.test(source.url) ? <a href={source.url} target="_blank" rel="noreferrer">{t("source.link")}</a> : null}
        </div>
      ) : null}
    </li>
  )
}
