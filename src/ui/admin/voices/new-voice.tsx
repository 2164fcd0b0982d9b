import type { VoiceSaved } from "../../../protocol/operating/voices.ts"
import { t } from "../../messages/t.ts"
import { SourceForm } from "../frame/source-form.tsx"
import { useAdminCommand } from "../frame/use-admin-command.ts"
import { LearnVoice } from "./learn-voice.tsx"
import { REFUSALS } from "./refusals.ts"
import { VoicePreviewed } from "./voice-preview.tsx"

/** The form for the text of a voice, which can be previewed first, and also be learnt from imported replies. */
export function NewVoice({ saved }: { saved: (value: VoiceSaved) => void }) {
  const save = useAdminCommand<"admin-voice-save">("admin-voices", saved)
  const preview = useAdminCommand<"admin-voice-preview">("admin-voices", () => undefined)
  const send = (source: string, stored: () => void) => {
    const onSuccess = () => {
      stored()
      preview.reset()
    }
    save.mutate({ kind: "admin-voice-save", source }, { onSuccess })
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
          preview.mutate({ kind: "admin-voice-preview", source })
        },
        result: (source) => <VoicePreviewed asked={preview} isOld={preview.variables?.source !== source} />
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
