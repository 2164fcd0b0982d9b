import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useId, useRef, useState, type FormEvent } from "react"
import type { Erasing, SettingsAnswer, SettingsRequest } from "../../protocol/admin.ts"
import { Button } from "../kit/button.tsx"
import { SelectField } from "../kit/choice-fields.tsx"
import { dayText } from "../messages/time-text.ts"
import { t } from "../messages/t.ts"
import { ErrorMessage } from "./frame/error-message.tsx"
import { useKept, useLeaving } from "./frame/use-kept.ts"
import { money } from "./frame/usage-text.ts"
import { CallFault } from "../kit/relay/call-fault.ts"
import { useRelayLink } from "../kit/relay/use-relay-link.ts"
import { keyOf, useRelayQuery, useSignedOutPage } from "../kit/relay/use-relay-query.ts"

/** The settings for the whole team: switches, and what is set elsewhere. */
export function TeamSettings() {
  const { data, error, refetch } = useRelayQuery("GET /v1/admin/settings", {})
  return (
    <section className="box" aria-labelledby="team">
      <h2 id="team">{t("team")}</h2>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : data ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {data ? <Form settings={data} /> : null}
      {data ? <Elsewhere settings={data} /> : null}
    </section>
  )
}

function Form({ settings }: { settings: SettingsAnswer }) {
  const { typed, same, wrong, change, submit, saved, conflict, error, busy, takeTheirs } = useTypedSettings(settings)
  return (
    <form className="stack" onSubmit={submit}>
      <Tick name="team.preparing" on={typed.preparing} change={(preparing) => change({ preparing })} />
      <PerDay value={typed.perDay} usual={settings.usualPerDay} wrong={wrong} change={(perDay) => change({ perDay })} />
      <div>
        <p aria-hidden="true">{t("team.erasing")}</p>
        <SelectField<Erasing>
          label={t("team.erasing")}
          value={typed.erasing}
          choose={(erasing) => change({ erasing })}
          choices={ERASERS.map((value) => ({ value, label: t(`team.erasing.${value}`) }))}
        />
        <p className="small quiet">{t("team.erasing.lead")}</p>
      </div>
      <Tick name="team.earlier" on={typed.earlier} change={(earlier) => change({ earlier })} />
      <Tick name="team.attachments" on={typed.attachments} change={(attachments) => change({ attachments })} />
      <Tick name="team.agent-names" on={typed.agentNames} change={(agentNames) => change({ agentNames })} />
      <Tick name="team.hash-sites" on={typed.hashSites} change={(hashSites) => change({ hashSites })} />
      {conflict ? <Conflict settings={settings} theirs={takeTheirs} /> : null}
      {error && !conflict ? <ErrorMessage error={error} /> : null}
      <div className="row">
        <Button submit disabledReason={same && !conflict ? t("team.same") : undefined} onPress={() => undefined}>
          {conflict ? t("team.mine") : t("team.save")}
        </Button>
        <span role="status" className="small quiet">
          {busy ? t("team.saving") : saved && same ? t("team.saved") : ""}
        </span>
      </div>
      {settings.by === null || settings.at === null ? null : (
        <p className="small muted">{t("team.by", { name: settings.by, when: dayText(settings.at, Date.now()) })}</p>
      )}
    </form>
  )
}

/** The content of the form, and what can be done with it. */
function useTypedSettings(settings: SettingsAnswer) {
  /**
   * Null as long as nothing was typed. `version` is the one over which this was typed, so that what another admin
   * saves in the meantime isn't overwritten.
   */
  const [changes, setChanges] = useKept<(TypedSettings & { version: number }) | null>("team-settings", null)
  const latest = useRef(changes)
  latest.current = changes
  const sentChanges = useRef(changes)
  const [wrong, setWrong] = useState("")
  const stands = typedSettings(settings)
  const { version: base = settings.version, ...typed } = changes ?? stands
  const same = FIELDS.every((field) => typed[field] === stands[field]) && typed.perDay.trim() === stands.perDay
  const { save, saved, conflict, error, busy, settle } = useSave((over) => {
    // What was changed while it was being saved is over what is saved now.
    const now = latest.current
    setChanges(now && now !== sentChanges.current ? { ...now, version: over } : null)
  })
  useLeaving(!same)
  const version = conflict ? settings.version : base
  return {
    typed,
    same,
    wrong,
    saved,
    conflict,
    error,
    busy,
    submit: (event: FormEvent) => {
      event.preventDefault()
      const perDay = numberOf(typed.perDay)
      if (perDay === undefined) return setWrong(t("team.per-day.wrong"))
      setWrong("")
      if (busy) return
      sentChanges.current = changes
      save({ ...typed, perDay, version })
    },
    change: (part: Partial<TypedSettings>) => {
      settle()
      setChanges({ ...typed, version, ...part })
    },
    takeTheirs: () => {
      settle()
      setChanges(null)
    }
  }
}

/** The content of the form. */
interface TypedSettings {
  preparing: boolean
  perDay: string
  erasing: Erasing
  hashSites: boolean
  earlier: boolean
  attachments: boolean
  agentNames: boolean
}
/** Those that are compared as they are. */
const FIELDS = ["preparing", "erasing", "hashSites", "earlier", "attachments", "agentNames"] as const
const ERASERS: Erasing[] = ["everyone", "drafters", "leads"]

function typedSettings(settings: SettingsAnswer): TypedSettings & { version?: number } {
  const { preparing, perDay, erasing, hashSites, earlier = false, attachments = false, agentNames = false } = settings
  const day = perDay === null ? "" : String(perDay)
  return { preparing, perDay: day, erasing, hashSites, earlier, attachments, agentNames }
}

/** How many drafts may be prepared for each agent on a day. */
function PerDay({
  value,
  usual,
  wrong,
  change
}: {
  value: string
  usual: number
  wrong: string
  change: (value: string) => void
}) {
  const ids = { field: useId(), hint: useId() }
  return (
    <div>
      <label htmlFor={ids.field}>{t("team.per-day")}</label>
      <input
        className="in number"
        id={ids.field}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        aria-describedby={ids.hint}
        onChange={({ target }) => change(target.value)}
      />
      <p className="small quiet" id={ids.hint}>
        {t("team.per-day.lead", { usual })}
      </p>
      <p role="alert" className="fault">
        {wrong}
      </p>
    </div>
  )
}

/** A switch with the sentence that says what it does. */
function Tick({
  name,
  on,
  change
}: {
  name: "team.preparing" | "team.earlier" | "team.attachments" | "team.agent-names" | "team.hash-sites"
  on: boolean
  change: (on: boolean) => void
}) {
  const ids = { box: useId(), lead: useId() }
  return (
    <div>
      <label className="row tick" htmlFor={ids.box}>
        <input
          type="checkbox"
          id={ids.box}
          checked={on}
          aria-describedby={ids.lead}
          onChange={({ target }) => change(target.checked)}
        />
        {t(name)}
      </label>
      <p className="small quiet" id={ids.lead}>
        {t(`${name}.lead`)}
      </p>
    </div>
  )
}

/** What another admin saved in the meantime is kept; what was typed here is still in the form. */
function Conflict({
  settings: { by, preparing, perDay, usualPerDay, erasing, hashSites, earlier, attachments, agentNames },
  theirs
}: {
  settings: SettingsAnswer
  theirs: () => void
}) {
  return (
    <div role="alert" className="stack ask">
      <p>
        <b>{t("team.changed", { name: by ?? t("team.somebody") })}</b>{" "}
        {preparing ? t("team.changed.on", { limit: perDay ?? usualPerDay }) : t("team.changed.off")}
      </p>
      <p>
        {t("team.changed.erasing", { who: t(`team.erasing.${erasing}`) })}
        {hashSites ? ` ${t("team.changed.hash-sites")}` : ""}
        {earlier === false ? ` ${t("team.changed.earlier-off")}` : ""}
        {attachments === false ? ` ${t("team.changed.attachments-off")}` : ""}
        {agentNames ? ` ${t("team.changed.agent-names")}` : ""}
      </p>
      <div className="do">
        <Button small onPress={theirs}>
          {t("team.theirs")}
        </Button>
      </div>
    </div>
  )
}

function useSave(done: (version: number) => void) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: (request: SettingsRequest) => link.call("PUT /v1/admin/settings", { body: request }),
    onSuccess: (stands) => {
      queries.setQueryData(keyOf("GET /v1/admin/settings", {}), stands)
      done(stands.version)
    },
    onError: () => queries.invalidateQueries({ queryKey: ["GET /v1/admin/settings"] })
  })
  useSignedOutPage(error)
  return {
    save: mutate,
    saved: data !== undefined,
    conflict: error instanceof CallFault && error.code === "settings-changed",
    error,
    busy: isPending,
    settle: reset
  }
}

/** Returns a whole number from 1, null for an empty text, and undefined for anything else. */
function numberOf(text: string): number | null | undefined {
  if (text.trim() === "") return null
  const number = Number(text.trim().replaceAll(/[,\s]/g, ""))
  return Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : undefined
}

function Elsewhere({ settings: { retentionDays, cost, currency } }: { settings: SettingsAnswer }) {
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("team.kept")}</dt>
          <dd>{t("team.kept.days", { count: retentionDays })}</dd>
        </div>
        <div>
          <dt>{t("team.money")}</dt>
          <dd>{cost === null ? t("team.money.none") : money(cost, currency)}</dd>
        </div>
      </dl>
      <p className="small quiet">{t("team.read-only")}</p>
    </>
  )
}
