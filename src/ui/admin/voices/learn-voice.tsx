import type { VoiceProposals } from "../../../protocol/operating/voices.ts"
import { Button } from "../../kit/button.tsx"
import { languageName } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/** Proposes voices from imported replies. One that is taken goes into the form, where the admin edits and stores it. */
export function LearnVoice({ taken }: { taken: (source: string) => void }) {
  const learn = useRelayCommand("GET /v1/admin/voices", "GET /v1/admin/voices/proposals", () => undefined)
  return (
    <div className="stack">
      <div className="do">
        <Button
          small
          disabledReason={learn.isPending ? t("voices.learning") : undefined}
          onPress={() => learn.mutate({})}
        >
          {t("voices.learn")}
        </Button>
      </div>
      <p className="small quiet">{t("voices.learn.hint")}</p>
      {learn.error ? <ErrorMessage error={learn.error} /> : null}
      <div role="status">{learn.data ? <Proposals of={learn.data} taken={taken} /> : null}</div>
    </div>
  )
}

function Proposals({ of: { proposals, needed }, taken }: { of: VoiceProposals; taken: (source: string) => void }) {
  if (proposals.length === 0) return <p className="few">{t("voices.learn.none")}</p>
  return (
    <ul className="entries">
      {proposals.map(({ language, replies, source }) => {
        const said = { language: languageName(language), replies, needed }
        return (
          <li key={language} className="row">
            <span className="grow">{t(source === undefined ? "voices.learn.few" : "voices.learn.found", said)}</span>
            {source === undefined ? null : (
              <Button small label={`${t("voices.learn.take")}: ${said.language}`} onPress={() => taken(source)}>
                {t("voices.learn.take")}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
