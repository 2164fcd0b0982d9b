import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { NewVoice } from "./new-voice.tsx"
import { VoiceRow } from "./voice-row.tsx"

/** The team's voices: which there are, a form for one more or a changed one, and a way to take one out. */
export function Voices() {
  const asked = useRelayQuery("GET /v1/admin/voices", {})
  const list = useEntryList("voices")
  return (
    <EntryList
      of="voices"
      list={list}
      asked={asked}
      rows={({ voices }) =>
        voices.map((voice) => (
          <VoiceRow
            key={voice.name}
            voice={voice}
            removed={() => list.gone(t("voices.removed", { name: voice.name }))}
          />
        ))
      }
    >
      {asked.data ? <NewVoice saved={({ name, version }) => list.say(t("voices.saved", { name, version }))} /> : null}
    </EntryList>
  )
}
