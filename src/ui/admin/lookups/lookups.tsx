import { useId, type FormEvent } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useKept } from "../frame/use-kept.ts"
import { useLeaving } from "../frame/use-leaving.ts"
import { LookupForm, type OpenLookup } from "./form/lookup-form.tsx"
import { LookupRow } from "./lookup-row.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"

/** The team's lookups: which systems browsers ask, and the YAML that says so. */
export function Lookups() {
  const asked = useRelayQuery("GET /v1/admin/lookups", {})
  const list = useEntryList("lookups")
  const [open, setOpen] = useKept<OpenLookup | null>("lookup-form", null)
  const [source, setSource] = useKept("lookup-yaml", "")
  const id = useId()
  const lookups = asked.data?.lookups ?? []
  const busy = open ? t("lookups.form.open") : undefined
  const isMine = source.trim() !== "" && !lookups.some((one) => one.source === source)
  useLeaving(isMine || open?.typed !== undefined)
  const edit = (stored: string) => {
    list.say(isMine ? t("lookups.admin.unsaved") : "")
    if (!isMine) setSource(stored)
  }
  const openForm = (lookup: OpenLookup) => {
    list.say("")
    setOpen(lookup)
  }
  const close = () => {
    document.getElementById(open?.name === undefined ? `${id}-new` : formButton(open.name))?.focus()
    setOpen(null)
  }
  const saved = (done: { name: string; version: number }) => list.say(t("lookups.admin.saved", done))
  return (
    <EntryList
      of="lookups.admin"
      className="lookups"
      list={list}
      asked={asked}
      rows={() =>
        lookups.map((lookup) => (
          <LookupRow
            key={lookup.name}
            lookup={lookup}
            formButton={formButton(lookup.name)}
            busy={busy}
            edit={() => edit(lookup.source)}
            editInForm={() => openForm({ name: lookup.name, stored: lookup.source })}
            removed={() => list.gone(t("lookups.admin.removed", { name: lookup.name }))}
          />
        ))
      }
    >
      <div className="do">
        <Button small id={`${id}-new`} disabledReason={busy} onPress={() => openForm({ stored: "" })}>
          {t("lookups.form.new")}
        </Button>
      </div>
      {open ? (
        <LookupForm
          open={open}
          names={lookups.map(({ name }) => name)}
          now={asked.data ? (lookups.find(({ name }) => name === open.name)?.source ?? "") : open.stored}
          keep={setOpen}
          saved={saved}
          close={close}
        />
      ) : (
        <YamlForm source={source} setSource={setSource} say={list.say} saved={saved} />
      )}
    </EntryList>
  )
}

const formButton = (name: string) => `lookup-form-${name}`

function YamlForm({
  source,
  setSource,
  say,
  saved
}: {
  source: string
  setSource: (source: string) => void
  say: (words: string) => void
  saved: (saved: { name: string; version: number }) => void
}) {
  const id = useId()
  const change = useRelayCommand("GET /v1/admin/lookups", "PUT /v1/admin/lookups", (done, { body }) => {
    if (body.source === source) setSource("")
    saved(done)
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (change.isPending) return
    say(source.trim() === "" ? t("lookups.admin.empty") : "")
    if (source.trim() !== "") change.mutate({ body: { source } })
  }
  return (
    <form className="stack" onSubmit={save}>
      <label htmlFor={id}>{t("lookups.admin.yaml")}</label>
      <textarea
        className="in"
        id={id}
        rows={12}
        maxLength={50_000}
        spellCheck={false}
        value={source}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setSource(target.value)}
      />
      <p className="small quiet" id={`${id}-hint`}>
        {t("lookups.admin.hint")}
      </p>
      {change.error ? <ErrorMessage error={change.error} /> : null}
      <div className="do">
        <Button
          small
          submit
          disabledReason={change.isPending ? t("lookups.admin.saving") : undefined}
          onPress={() => undefined}
        >
          {t("lookups.admin.save")}
        </Button>
      </div>
    </form>
  )
}
