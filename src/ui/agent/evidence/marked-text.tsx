import { Fragment } from "react"
import { plainBlanks } from "../../../ticket/draft.ts"
import type { Difference } from "../../../ticket/evidence-pair.ts"
import { t, tell } from "../../messages/t.ts"

/** A sentence with the words marked that the other side doesn't say. What it lacks altogether is named before it. */
export function MarkedText({
  text,
  differences,
  side
}: {
  text: string
  differences: readonly Difference[]
  side: "draft" | "source"
}) {
  const spans = differences
    .flatMap(({ kind, [side]: span }) => (span ? [{ ...span, kind }] : []))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, at, all) => all.slice(0, at).every((other) => other.end <= start))
  const missing = side === "draft" ? differences.filter((one) => !one.draft && one.source) : []
  const shown = (start: number, end?: number) => plainBlanks(text.slice(start, end))
  return (
    <>
      {missing.map(({ kind, source }) => (
        <Fragment key={`${kind} ${source?.start ?? 0}`}>
          <span className="gap">{t("evidence.missing", { kind: tell(`evidence.kind.${kind}`, {}) })}</span>{" "}
        </Fragment>
      ))}
      {spans.map(({ start, end, kind }, at) => (
        <Fragment key={start}>
          {shown(spans[at - 1]?.end ?? 0, start)}
          <mark className={kind === "word" ? "word" : side === "draft" ? "off" : "says"}>{shown(start, end)}</mark>
        </Fragment>
      ))}
      {shown(spans.at(-1)?.end ?? 0)}
    </>
  )
}
