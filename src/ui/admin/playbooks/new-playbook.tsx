import { useId, useState, type FormEvent } from "react"
import type { PlaybookSaved } from "../../../protocol/operating/playbooks.ts"
import { Button } from "../../kit/button.tsx"
import { LeadFault } from "../../lead/lead-link.ts"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { usePlaybookCommand } from "./use-playbook-command.ts"

/** The form for the text of a playbook. What is wrong with it stands below, each mistake with its line. */
export function NewPlaybook({ saved }: { saved: (value: PlaybookSaved) => void }) {
  const id = useId()
  const [source, setSource] = useState("")
  const [wrong, setWrong] = useState("")
  const save = usePlaybookCommand<"admin-playbook-save">((value) => {
    setSource("")
    saved(value)
  })
  const choose = (file: File | undefined) => {
    if (!file) return
    // Four bytes are the most that a character has.
    if (file.size > 4 * MOST_CHARACTERS) return setWrong(t("playbooks.file.large"))
    file.text().then(
      (text) => {
        const isFit = text.length <= MOST_CHARACTERS
        if (isFit) setSource(text)
        setWrong(isFit ? "" : t("playbooks.file.large"))
      },
      () => setWrong(t("playbooks.file.unread"))
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    setWrong(source.trim() === "" ? t("playbooks.source.none") : "")
    if (source.trim() !== "") save.mutate({ kind: "admin-playbook-save", source })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div>
        <label htmlFor={`${id}-file`}>{t("playbooks.file")}</label>
        <input
          className="in"
          id={`${id}-file`}
          type="file"
          accept=".yaml,.yml"
          onChange={({ target }) => {
            choose(target.files?.[0])
            // The same file can be chosen again after a change.
            target.value = ""
          }}
        />
      </div>
      <div>
        <label htmlFor={id}>{t("playbooks.source")}</label>
        <textarea
          className="in"
          id={id}
          rows={12}
          value={source}
          maxLength={MOST_CHARACTERS}
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
          {t("playbooks.source.hint")}
        </p>
        <p role="alert" className="fault" id={`${id}-wrong`}>
          {wrong}
        </p>
      </div>
      {save.error ? <Refused error={save.error} /> : null}
      <div className="do">
        <Button
          small
          submit
          disabledReason={save.isPending ? t("playbooks.saving") : undefined}
          onPress={() => undefined}
        >
          {t("playbooks.save")}
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
      <p className="fault">{t("playbooks.mistakes")}</p>
      <ul>
        {error.message.split("\n").map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

const MOST_CHARACTERS = 200_000
const OF_TEXT = new Set(["playbook-wrong", "too-many-playbooks"])
