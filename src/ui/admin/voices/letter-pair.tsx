import { useId, useMemo, type ReactNode } from "react"
import type { PreviewedLetter } from "../../../protocol/operating/voices.ts"
import { diffReplies, type DiffPiece } from "../../../text/reply-diff.ts"
import { direction } from "../../kit/direction.ts"
import { isMessage, t, tell } from "../../messages/t.ts"

/**
 * A letter without the voice and beside it the one with it. Words that differ are struck out in the first and
 * underlined in the second, and below each stands what the voice's check finds in it.
 */
export function LetterPair({
  language,
  subject,
  with: own,
  without
}: {
  language: string
  subject: string
  with: PreviewedLetter
  without: PreviewedLetter
}) {
  const rows = useMemo(() => diffReplies(without.text, own.text, language), [without.text, own.text, language])
  const letter = (title: string, { text, findings }: PreviewedLetter, pieces: DiffPiece[]) => (
    <div role="group" aria-label={`${title}: ${subject}`}>
      <h5>{title}</h5>
      <p className="letter" {...direction(language)}>
        {marked(text, pieces)}
      </p>
      <Findings findings={findings} language={language} />
    </div>
  )
  if (own.text === without.text)
    return (
      <>
        <p className="small quiet">{t("voices.preview.same")}</p>
        {letter(
          t("voices.preview.with"),
          own,
          rows.flatMap(({ sent }) => sent)
        )}
      </>
    )
  return (
    <div className="letters">
      {letter(
        t("voices.preview.without"),
        without,
        rows.flatMap(({ draft }) => draft)
      )}
      {letter(
        t("voices.preview.with"),
        own,
        rows.flatMap(({ sent }) => sent)
      )}
    </div>
  )
}

/** The letter with its line ends, which the comparison leaves out between sentences. */
function marked(text: string, pieces: DiffPiece[]): ReactNode[] {
  let at = 0
  return pieces.map(({ kind, text: words }, index) => {
    const start = Math.max(at, text.indexOf(words, at))
    const between = text.slice(at, start)
    at = start + words.length
    const Tag = kind === "removed" ? "del" : kind === "added" ? "ins" : "span"
    return (
      <span key={index}>
        {between}
        <Tag>{words}</Tag>
      </span>
    )
  })
}

function Findings({ findings, language }: Pick<PreviewedLetter, "findings"> & { language: string }) {
  const title = useId()
  if (findings.length === 0) return <p className="small quiet">{t("voices.preview.clean")}</p>
  return (
    <>
      <p className="small quiet" id={title}>
        {t("voices.preview.findings")}
      </p>
      <ul className="small" aria-labelledby={title}>
        {findings.map(({ rule, quote, times, data }) => {
          const why = `tone.rule.${rule}.why`
          return (
            <li key={`${rule} ${quote}`}>
              <q {...direction(language)}>{short(quote)}</q>
              {times > 1 ? ` ${t("voices.preview.times", { times })}` : ""}: {isMessage(why) ? tell(why, data) : rule}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const short = (quote: string) => (quote.length > 80 ? `${quote.slice(0, 79)}…` : quote)
