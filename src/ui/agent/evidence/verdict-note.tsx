import { plainBlanks, type SentenceVerdict } from "../../../ticket/draft.ts"
import { SourceCite } from "../../kit/cite.tsx"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import "./verdict-note.css"

/** What the model that verifies says of a sentence: its short phrase, and the sentences by which it says so. */
export function VerdictNote({ verdict }: { verdict: SentenceVerdict }) {
  const { why, evidence } = verdict
  return (
    <div className="verdict-note">
      {why ? (
        <p className="quiet">
          {t("verdict.why")} <q dir="auto">{plainBlanks(why)}</q>
        </p>
      ) : null}
      {evidence.length > 0 ? (
        <ul aria-label={t("verdict.shown")}>
          {evidence.map(({ source, text }) => (
            <li key={`${source} ${text}`}>
              <EvidenceSource n={source} />
              <q dir="auto">{plainBlanks(text)}</q>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function EvidenceSource({ n }: { n: number }) {
  const { draft, source, toggleSource, setView } = usePanelContext()
  if (n === 0) return <span className="small muted">{t("verdict.ticket")}</span>
  const title = draft?.sources.find((one) => one.n === n)?.title ?? ""
  return (
    <SourceCite
      n={n}
      title={title}
      standing="proven"
      isOpen={source === n}
      onClick={() => {
        setView("cards")
        toggleSource(n)
      }}
    />
  )
}
