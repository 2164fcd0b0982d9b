import { useId, type FormEvent } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useKept, useLeaving } from "../frame/use-kept.ts"
import { LookupForm, type OpenLookup } from "./form/lookup-form.tsx"
import { useRelayCommand, useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { ago, listed } from "../../messages/format.ts"
import { useRemoval } from "../frame/removal.tsx"
import type { StoredLookups } from "../../../protocol/routes/lookups.ts"

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

/**
 * A stored lookup: whom it asks, and buttons to edit and remove it.
 * @param formButton the id of the button that opens the form
 * @param busy why it can't be edited now
 */
function LookupRow({
  lookup: { name, title, version, at, hosts, view, mistakes },
  formButton,
  busy,
  edit,
  editInForm,
  removed
}: {
  lookup: StoredLookups["lookups"][number]
  formButton: string
  busy: string | undefined
  edit: () => void
  editInForm: () => void
  removed: () => void
}) {
  const removal = useRemoval({
    of: "lookups.admin",
    name,
    list: "GET /v1/admin/lookups",
    route: "DELETE /v1/admin/lookups/:name",
    parts: { path: { name } },
    removed
  })
  const values = { version, time: ago(at, Date.now()) }
  return (
    <li>
      <b>{title}</b> <code>{name}</code>
      {mistakes ? (
        <>
          <p className="small fault">{t("lookups.admin.unread", values)}</p>
          <ul className="small">
            {mistakes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="small quiet">
          {view
            ? t("lookups.admin.asks.view", values)
            : hosts.length === 0
              ? t("lookups.admin.asks.helpdesk", values)
              : t("lookups.admin.asks", { ...values, hosts: listed(hosts) })}
        </p>
      )}
      <div className="do">
        <Button
          small
          id={formButton}
          label={`${t("lookups.form.edit")} ${name}`}
          disabledReason={busy}
          onPress={editInForm}
        >
          {t("lookups.form.edit")}
        </Button>
        <Button small label={`${t("lookups.admin.edit")} ${name}`} disabledReason={busy} onPress={edit}>
          {t("lookups.admin.edit")}
        </Button>
        {removal.button}
      </div>
      {removal.question}
    </li>
  )
}
