import { useState } from "react"
import type { ListedVoice } from "../../../protocol/operating/voices.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { RemovalQuestion } from "../frame/removal-question.tsx"
import { moment } from "../status/status-text.ts"
import { VoicePreviewed } from "./voice-preview.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/** One voice: which tickets have it, its text, how letters sound in it, and a way to take it out. */
export function VoiceRow({ voice, removed }: { voice: ListedVoice; removed: () => void }) {
  const { name, of, persona, version, at, source } = voice
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [previewing, setPreviewing] = useState(false)
  const preview = useRelayCommand("GET /v1/admin/voices", "POST /v1/admin/voices/preview", () => undefined)
  const remove = useRelayCommand("GET /v1/admin/voices", "DELETE /v1/admin/voices/:name", removed)
  const since = { version, time: moment(at) }
  return (
    <li>
      <div className="row">
        <h3 className="grow">
          <bdi>{name}</bdi>
        </h3>
        <Button small label={`${t("voices.show")} ${name}`} expanded={open} onPress={() => setOpen(!open)}>
          {t("voices.show")}
        </Button>
        <Button
          small
          label={`${t("voices.preview")} ${name}`}
          expanded={previewing}
          onPress={() => {
            setPreviewing(!previewing)
            if (!previewing) preview.mutate({ body: { source } })
          }}
        >
          {t("voices.preview")}
        </Button>
        <Button
          small
          variant="danger"
          id={`remove-voice-${name}`}
          label={`${t("voices.remove")} ${name}`}
          expanded={asking}
          onPress={() => setAsking(!asking)}
        >
          {t("voices.remove")}
        </Button>
      </div>
      <p dir="auto">{persona}</p>
      <p className="small quiet">{of === "" ? t("voices.of.all", since) : t("voices.of", { of, ...since })}</p>
      {open ? (
        <pre className="small" dir="auto">
          {source}
        </pre>
      ) : null}
      {previewing ? (
        <VoicePreviewed asked={preview} isOld={preview.variables?.body.source !== source} isStored />
      ) : null}
      {asking ? (
        <RemovalQuestion
          of="voices"
          keep={() => {
            setAsking(false)
            document.getElementById(`remove-voice-${name}`)?.focus()
          }}
          remove={() => remove.mutate({ path: { name } })}
        />
      ) : null}
      {remove.error ? <ErrorMessage error={remove.error} /> : null}
    </li>
  )
}
