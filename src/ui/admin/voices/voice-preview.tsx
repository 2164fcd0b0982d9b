import { useId } from "react"
import type { VoicePreview } from "../../../protocol/operating/voices.ts"
import { direction } from "../../kit/direction.ts"
import { languageName } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { RefusedSource } from "../frame/refused-source.tsx"
import { LetterPair } from "./letter-pair.tsx"
import { REFUSALS } from "./refusals.ts"

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
