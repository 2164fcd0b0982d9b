import { useId, useMemo, type ReactNode } from "react"
import { direction } from "../../kit/direction.ts"
import { languageName } from "../../messages/format.ts"
import { t, isMessage, tell } from "../../messages/t.ts"
import { RefusedSource } from "../frame/error-message.tsx"
import { diffReplies, type DiffPiece } from "../../../text/reply-diff.ts"
import type { VoicePreview, PreviewedLetter } from "../../../protocol/routes/voices.ts"

/**
 * What a preview has come to: the letters in the voice and without it, or why there are none. Only how many letters
 * there are is announced, because nobody wants all of them read out at once.
 * @param isOld the text has been changed since
 * @param isStored it is a stored voice, whose name stands above
 */
export function VoicePreviewed({
  asked: { data, error, isPending },
  isOld,
  isStored = false
}: {
  asked: { data: VoicePreview | undefined; error: Error | null; isPending: boolean }
  isOld: boolean
  isStored?: boolean
}) {
  const letters = isPending ? undefined : data?.letters
  return (
    <>
      <p role="status" className="small quiet">
        {isPending
          ? t("voices.preview.writing")
          : letters
            ? t("voices.preview.done", { letters: letters.length, old: isOld ? "yes" : "no" })
            : ""}
      </p>
      {error ? <RefusedSource error={error} refusals={REFUSALS} title={t("voices.preview.mistakes")} /> : null}
      {data && letters && letters.length > 0 ? <Letters preview={data} isStored={isStored} /> : null}
    </>
  )
}

function Letters({ preview: { name, letters }, isStored }: { preview: VoicePreview; isStored: boolean }) {
  const heading = useId()
  const named = isStored ? { "aria-label": t("voices.preview.of", { name }) } : { "aria-labelledby": heading }
  return (
    <section className="voice-preview" {...named}>
      {isStored ? null : <h3 id={heading}>{t("voices.preview.of.text", { name })}</h3>}
      <p className="small quiet">{t("voices.preview.how")}</p>
      <ul className="entries">
        {letters.map(({ language, channel, subject, requester, asked, ...pair }, at) => (
          <li key={at}>
            <h4 {...direction(language)}>{subject}</h4>
            <p className="small quiet">
              {t("voices.preview.about", { language: languageName(language), channel, requester })}
            </p>
            <details className="small">
              <summary>{t("voices.preview.asked")}</summary>
              <p className="letter" {...direction(language)}>
                {asked}
              </p>
            </details>
            <LetterPair language={language} subject={subject} {...pair} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/**
 * A letter without the voice and beside it the one with it. Words that differ are struck out in the first and
 * underlined in the second, and below each stands what the voice's check finds in it.
 */
function LetterPair({
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
    <div role="group" aria-label={t("named", { name: title, value: subject })}>
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

/** The relay's codes that are about the text of a voice itself. */
export const REFUSALS: ReadonlySet<string> = new Set(["voice-wrong", "voice-taken", "too-many-voices"])
