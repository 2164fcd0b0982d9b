import type { VoiceSaved } from "../../../protocol/operating/voices.ts"
import { SourceForm } from "../frame/source-form.tsx"
import { useAdminCommand } from "../frame/use-admin-command.ts"
import { LearnVoice } from "./learn-voice.tsx"

/** The form for the text of a voice, which can also be learnt from imported replies. */
export function NewVoice({ saved }: { saved: (value: VoiceSaved) => void }) {
  const { error, isPending, mutate } = useAdminCommand<"admin-voice-save">("admin-voices", saved)
  const send = (source: string, stored: () => void) =>
    mutate({ kind: "admin-voice-save", source }, { onSuccess: stored })
  return (
    <SourceForm
      of="voices"
      refusals={OF_TEXT}
      save={{ error, isPending, send }}
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

const OF_TEXT: ReadonlySet<string> = new Set(["voice-wrong", "voice-taken", "too-many-voices"])
