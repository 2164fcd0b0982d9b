import { useMemo, type ReactNode } from "react"
import { diffReplies, type DiffRow } from "../../../text/reply-diff.ts"
import { MaskedTextView } from "../../kit/masked-text-view.tsx"
import { t } from "../../messages/t.ts"
import type { SentPart } from "./read-request-body.ts"

/**
 * Shows what differs between two requests, part by part. Removed words are struck out and added words are underlined.
 * Equal parts and sentences are only counted.
 */
export function RequestChanges({ before, after }: { before: SentPart[]; after: SentPart[] }) {
  const changes = useMemo(() => changesOf(before, after), [before, after])
  const same = changes.filter(({ rows }) => rows.length === 0).length
  return (
    <div className="saw" tabIndex={0} role="group" aria-label={t("saw.changes")}>
      {changes.map(({ key, title, rows }) =>
        rows.length === 0 ? null : (
          <div key={key} className="part" dir="auto">
            <h4>{title}</h4>
            {folded(rows)}
          </div>
        )
      )}
      {same === changes.length ? (
        <p>{t("saw.changes.none")}</p>
      ) : same > 0 ? (
        <p className="quiet">{t("saw.changes.same", { count: same })}</p>
      ) : null}
    </div>
  )
}

interface Change {
  key: string
  title: string
  rows: DiffRow[]
}

/** Returns all parts of both requests in the order of the newer one, without those that have not changed. */
function changesOf(before: SentPart[], after: SentPart[]): Change[] {
  const old = new Map(before.map((part) => [part.key, part]))
  const now = new Set(after.map(({ key }) => key))
  const rows = (from: string, to: string) => (from === to ? [] : diffReplies(from, to))
  return [
    ...after.map(({ key, title, text }) => ({ key, title, rows: rows(old.get(key)?.text ?? "", text) })),
    ...before.filter(({ key }) => !now.has(key)).map(({ key, title, text }) => ({ key, title, rows: rows(text, "") }))
  ]
}

function folded(rows: DiffRow[]): ReactNode[] {
  const shown: ReactNode[] = []
  let same = 0
  const count = (at: number) => {
    if (same > 0)
      shown.push(
        <p key={`same ${at}`} className="quiet">
          {t("saw.changes.sentences", { count: same })}
        </p>
      )
    same = 0
  }
  for (const [at, row] of rows.entries()) {
    if (row.kind === "same") {
      same++
      continue
    }
    count(at)
    if (row.draft.length > 0) shown.push(<p key={`old ${at}`}>{pieces(row.draft)}</p>)
    if (row.sent.length > 0) shown.push(<p key={`new ${at}`}>{pieces(row.sent)}</p>)
  }
  count(rows.length)
  return shown
}

function pieces(row: DiffRow["draft"]): ReactNode[] {
  return row.map(({ kind, text }, index) => {
    const words = <MaskedTextView text={text} />
    return kind === "removed" ? (
      <del key={index}>{words}</del>
    ) : kind === "added" ? (
      <ins key={index}>{words}</ins>
    ) : (
      <span key={index}>{words}</span>
    )
  })
}
