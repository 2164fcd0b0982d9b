import { useRelayQuery, useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { useState } from "react"
import { Button } from "../../kit/button.tsx"
import { useRemoval } from "../frame/removal.tsx"
import { moment } from "../status/status-text.ts"
import { VoicePreviewed, REFUSALS } from "./voice-preview.tsx"
import { SourceForm } from "../frame/source-form.tsx"
import { languageName } from "../../messages/format.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import type { ListedVoice, VoiceSaved, VoiceProposals } from "../../../protocol/routes/voices.ts"

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

/** One voice: which tickets have it, its text, how letters sound in it, and a way to take it out. */
function VoiceRow({ voice, removed }: { voice: ListedVoice; removed: () => void }) {
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

/** The form for the text of a voice, which can be previewed first, and also be learnt from imported replies. */
function NewVoice({ saved }: { saved: (value: VoiceSaved) => void }) {
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
          // What was wrong with an earlier text would be shown next to the letters.
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

/** Proposes voices from imported replies. One that is taken goes into the form, where the admin edits and stores it. */
function LearnVoice({ taken }: { taken: (source: string) => void }) {
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
        const values = { language: languageName(language), replies, needed }
        return (
          <li key={language} className="row">
            <span className="grow">{t(source === undefined ? "voices.learn.few" : "voices.learn.found", values)}</span>
            {source === undefined ? null : (
              <Button
                small
                label={t("named", { name: t("voices.learn.take"), value: values.language })}
                onPress={() => taken(source)}
              >
                {t("voices.learn.take")}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
