import type { VoiceSaved } from "../../../protocol/operating/voices.ts"
import { t } from "../../messages/t.ts"
import { SourceForm } from "../frame/source-form.tsx"
import { LearnVoice } from "./learn-voice.tsx"
import { REFUSALS } from "./refusals.ts"
import { VoicePreviewed } from "./voice-preview.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/** The form for the text of a voice, which can be previewed first, and also be learnt from imported replies. */
export function NewVoice({ saved }: { saved: (value: VoiceSaved) => void }) {
  const save = useRelayCommand("GET /v1/admin/voices", "PUT /v1/admin/voices", saved)
  const preview = useRelayCommand("GET /v1/admin/voices", "POST /v1/admin/voices/preview", () => undefined)
  const send = (source: string, stored: () => void) => {
    const onSuccess = () => {
      stored()
      preview.reset()
    }
    save.mutate({ body: { source } }, { onSuccess })
  }
  return (
    <SourceForm
      of="voices"
      refusals={REFUSALS}
      save={{ error: save.error, isPending: save.isPending, send }}
      second={{
        words: t("voices.preview"),
        disabledReason: preview.isPending ? t("voices.preview.writing") : undefined,
        press(source) {
          // What was wrong with an earlier text would stand beside the letters.
          save.reset()
          preview.mutate({ body: { source } })
        },
        result: (source) => <VoicePreviewed asked={preview} isOld={preview.variables?.body.source !== source} />
      }}
      above={({ take, focus }) => (
        <LearnVoice
          taken={(proposed) => {
            take(proposed)
            focus()
          }}
        />
      )}
    />
  )
}
