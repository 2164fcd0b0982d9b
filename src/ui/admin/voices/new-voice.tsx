import { useId, useState, type FormEvent } from "react"
import type { VoiceSaved } from "../../../protocol/operating/voices.ts"
import { Button } from "../../kit/button.tsx"
import { LeadFault } from "../../lead/lead-link.ts"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { LearnVoice } from "./learn-voice.tsx"
import { useVoiceCommand } from "./use-voice-command.ts"

/** The form for the text of a voice. What is wrong with it stands below, each mistake with its line. */
export function NewVoice({ saved }: { saved: (value: VoiceSaved) => void }) {
  const id = useId()
  const [source, setSource] = useState("")
  const [wrong, setWrong] = useState("")
  const save = useVoiceCommand<"admin-voice-save">((value) => {
    setSource("")
    saved(value)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    setWrong(source.trim() === "" ? t("voices.source.none") : "")
    if (source.trim() !== "") save.mutate({ kind: "admin-voice-save", source })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <LearnVoice
        taken={(proposed) => {
          setSource(proposed)
          setWrong("")
          document.getElementById(id)?.focus()
        }}
      />
      <div>
        <label htmlFor={id}>{t("voices.source")}</label>
        <textarea
          className="in"
          id={id}
          rows={12}
          value={source}
          maxLength={200_000}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          aria-invalid={wrong !== ""}
          aria-describedby={`${id}-hint ${id}-wrong`}
          onChange={({ target }) => {
            setSource(target.value)
            setWrong("")
          }}
        />
        <p className="small quiet" id={`${id}-hint`}>
          {t("voices.source.hint")}
        </p>
        <p role="alert" className="fault" id={`${id}-wrong`}>
          {wrong}
        </p>
      </div>
      {save.error ? <Refused error={save.error} /> : null}
      <div className="do">
        <Button small submit disabledReason={save.isPending ? t("voices.saving") : undefined} onPress={() => undefined}>
          {t("voices.save")}
        </Button>
      </div>
    </form>
  )
}

/** The relay's own sentences, one a line, where the text itself is refused. */
function Refused({ error }: { error: Error }) {
  if (!(error instanceof LeadFault) || !OF_TEXT.has(error.code)) return <ErrorMessage error={error} />
  return (
    <div role="alert" className="stack">
      <p className="fault">{t("voices.mistakes")}</p>
      <ul>
        {error.message.split("\n").map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

const OF_TEXT = new Set(["voice-wrong", "voice-taken", "too-many-voices"])
