import { useId } from "react"
import type { PlaybookSaved } from "../../../protocol/operating/playbooks.ts"
import { t } from "../../messages/t.ts"
import { MOST_CHARACTERS, SourceForm, type SourceField } from "../frame/source-form.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/** The form for the text of a playbook, which can also be read from a file. */
export function NewPlaybook({ saved }: { saved: (value: PlaybookSaved) => void }) {
  const { error, isPending, mutate } = useRelayCommand("GET /v1/admin/playbooks", "PUT /v1/admin/playbooks", saved)
  const send = (source: string, stored: () => void) => mutate({ body: { source } }, { onSuccess: stored })
  return (
    <SourceForm
      of="playbooks"
      refusals={OF_TEXT}
      save={{ error, isPending, send }}
      above={(field) => <ChooseFile field={field} />}
    />
  )
}

function ChooseFile({ field: { take, refuse } }: { field: SourceField }) {
  const id = useId()
  const choose = (file: File | undefined) => {
    if (!file) return
    // Four bytes are the most that a character has.
    if (file.size > 4 * MOST_CHARACTERS) return refuse(t("playbooks.file.large"))
    file.text().then(
      (text) => (text.length <= MOST_CHARACTERS ? take(text) : refuse(t("playbooks.file.large"))),
      () => refuse(t("playbooks.file.unread"))
    )
  }
  return (
    <div>
      <label htmlFor={id}>{t("playbooks.file")}</label>
      <input
        className="in"
        id={id}
        type="file"
        accept=".yaml,.yml"
        onChange={({ target }) => {
          choose(target.files?.[0])
          // The same file can be chosen again after a change.
          target.value = ""
        }}
      />
    </div>
  )
}

const OF_TEXT: ReadonlySet<string> = new Set(["playbook-wrong", "too-many-playbooks"])
