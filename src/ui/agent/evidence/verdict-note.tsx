import type { ReactNode } from "react"
import { plainBlanks, type SentenceVerdict } from "../../../ticket/draft.ts"
import { SourceCite } from "../../kit/cite.tsx"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import "./verdict-note.css"

interface VerdictNoteProps {
  verdict: SentenceVerdict
  /** Names a source that isn't the ticket. Without it, the number opens that source of the draft. */
  nameSource?: (n: number) => ReactNode
}

/** What the model that verifies says of a sentence: its short phrase, and the sentences by which it says so. */
export function VerdictNote({ verdict, nameSource = (n) => <DraftSource n={n} /> }: VerdictNoteProps) {
  const { why, evidence } = verdict
  if (!why && evidence.length === 0) return null
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
              {source === 0 ? <span className="small muted">{t("verdict.ticket")}</span> : nameSource(source)}
              <q dir="auto">{plainBlanks(text)}</q>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function DraftSource({ n }: { n: number }) {
  const { draft, source, toggleSource } = usePanelContext()
  const title = draft?.sources.find((one) => one.n === n)?.title ?? ""
  return <SourceCite n={n} title={title} standing="proven" isOpen={source === n} onClick={() => toggleSource(n)} />
}
