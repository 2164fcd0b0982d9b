import { Masked } from "../../kit/masked.tsx"
import { t } from "../../messages/t.ts"
import { readBody, type SentPart } from "./read-body.ts"

/** A body that was sent: its messages to read, and below them every letter of it. */
export function SentText({ title, body }: { title: string; body: string }) {
  const parts = readBody(body)
  return (
    <div className="sent">
      <h3 className="num"><bdi>{title}</bdi></h3>
      {parts.length > 0 ? (
        <div className="saw" tabIndex={0} role="group" aria-label={t("saw.text")}>
          {parts.map((part, index) => <Part key={index} part={part} />)}
        </div>
      ) : null}
      <details open={parts.length === 0}>
        <summary>{t("saw.raw")}</summary>
        <pre className="saw" dir="ltr">{body}</pre>
      </details>
    </div>
  )
}

function Part({ part }: { part: SentPart }) {
  return <p dir="auto"><b>{part.title}</b>{"\n"}<Masked text={part.text} /></p>
}
