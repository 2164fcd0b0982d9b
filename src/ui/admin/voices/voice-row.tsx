import { useState } from "react"
import type { ListedVoice } from "../../../protocol/operating/voices.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { useRemoval } from "../frame/removal.tsx"
import { moment } from "../status/status-text.ts"
import { VoicePreviewed } from "./voice-preview.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/** One voice: which tickets have it, its text, how letters sound in it, and a way to take it out. */
export function VoiceRow({ voice, removed }: { voice: ListedVoice; removed: () => void }) {
  const { name, of, persona, version, at, source } = voice
  const [open, setOpen] = useState(false)
  const [previewing, setPreviewing] = useState(false)
  const preview = useRelayCommand("GET /v1/admin/voices", "POST /v1/admin/voices/preview", () => undefined)
  const removal = useRemoval({
    of: "voices",
    name: name,
    list: "GET /v1/admin/voices",
    route: "DELETE /v1/admin/voices/:name",
    parts: { path: { name } },
    removed
  })
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
        {removal.button}
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
      {removal.question}
    </li>
  )
}
