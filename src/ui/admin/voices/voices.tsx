import { useState } from "react"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { NewVoice } from "./new-voice.tsx"
import { VoiceRow } from "./voice-row.tsx"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"

/** The team's voices: which there are, a form for one more or a changed one, and a way to take one out. */
export function Voices() {
  const { data, error, refetch } = useRelayQuery("GET /v1/admin/voices", {})
  const [said, setSaid] = useState("")
  return (
    <section className="box" aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        {t("voices")}
      </h2>
      <p className="lead">{t("voices.lead")}</p>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : data ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {data?.voices.length === 0 ? <p className="few">{t("voices.none")}</p> : null}
      <ul className="entries" aria-label={t("voices.list")}>
        {(data?.voices ?? []).map((voice) => (
          <VoiceRow
            key={voice.name}
            voice={voice}
            removed={() => {
              setSaid(t("voices.removed", { name: voice.name }))
              document.getElementById(HEADING)?.focus()
            }}
          />
        ))}
      </ul>
      <p role="status" className="small quiet">
        {said}
      </p>
      {data ? <NewVoice saved={({ name, version }) => setSaid(t("voices.saved", { name, version }))} /> : null}
    </section>
  )
}

const HEADING = "voices"
