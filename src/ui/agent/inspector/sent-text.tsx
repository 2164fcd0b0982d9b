import { memo, startTransition, useEffect, useState, type ReactNode } from "react"
import { t } from "../../messages/t.ts"
import { hasPlaceholder, splitAtHits, type Hit, type TextPiece } from "./find-hits.ts"
import type { SentPart } from "./read-request-body.ts"

/**
 * A body that was sent: its parts to read, and below them the complete text. A long body is rendered in two steps:
 * first somewhat more than a screen, and the rest once that is painted. If the current hit `now` is in the rest, both
 * are rendered at once.
 */
export function SentText({
  body,
  parts,
  hits,
  now
}: {
  body: string
  parts: SentPart[]
  hits: Map<number, Hit[]> | undefined
  now: Hit | undefined
}) {
  const [painted, setPainted] = useState(false)
  useEffect(() => startTransition(() => setPainted(true)), [])
  const first = parts.findIndex(({ title, text }) => hasPlaceholder(title + text))
  const shown = painted || now ? parts : parts.slice(0, firstOf(parts))
  return (
    <>
      {parts.length > 0 ? (
        <div className="saw" tabIndex={0} role="group" aria-label={t("saw.text")} data-sent="">
          {shown.map((part, index) => (
            <Part
              key={part.key}
              part={part}
              first={index === first}
              hits={hits?.get(index)}
              now={now?.part === index ? now : undefined}
            />
          ))}
        </div>
      ) : null}
      <details open={parts.length === 0}>
        <summary>{t("saw.raw")}</summary>
        {painted ? (
          <pre className="saw" dir="ltr">
            {body}
          </pre>
        ) : null}
      </details>
    </>
  )
}

/** The characters of the first step. */
const FIRST = 2500

/** Returns the number of parts in the first step, which is at least one. */
function firstOf(parts: SentPart[]): number {
  let characters = 0
  const end = parts.findIndex(({ text }) => (characters += text.length) > FIRST)
  return end === -1 ? parts.length : end + 1
}

/**
 * The placeholders of a text are a single tab stop, and arrow keys move between them (use-placeholder-chips.ts).
 * `first` means that the tab stop is in this part.
 */
const Part = memo(function Part({
  part: { title, text },
  first,
  hits,
  now
}: {
  part: SentPart
  first: boolean
  hits: Hit[] | undefined
  now: Hit | undefined
}) {
  const inTitle = first && hasPlaceholder(title)
  return (
    <div className="part">
      <h4 dir="auto">{drawn(splitAtHits(title, []), inTitle, undefined)}</h4>
      <p dir="auto">{drawn(splitAtHits(text, hits ?? []), first && !inTitle, now)}</p>
    </div>
  )
})

function drawn(pieces: TextPiece[], first: boolean, now: Hit | undefined): ReactNode[] {
  const stop = first ? pieces.findIndex(({ placeholder }) => placeholder) : -1
  return pieces.map(({ text, placeholder, hit }, index) => {
    const mark = hit ? { "data-hit": hit === now ? "now" : "" } : {}
    if (placeholder)
      return (
        <button
          key={index}
          type="button"
          className="ph"
          tabIndex={index === stop ? 0 : -1}
          data-ph={text}
          aria-describedby="saw-tip"
          {...mark}
        >
          {text}
        </button>
      )
    return hit ? (
      <mark key={index} {...mark}>
        {text}
      </mark>
    ) : (
      text
    )
  })
}
