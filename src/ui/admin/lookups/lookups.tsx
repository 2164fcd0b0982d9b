import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useId, useState, type FormEvent } from "react"
import type { AdminCommand } from "../../../protocol/admin.ts"
import { Button } from "../../kit/button.tsx"
import { ago, listed } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { useAdminLink } from "../frame/admin-frame.tsx"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useAdminQuery } from "../frame/use-admin-query.ts"

/** The team's lookups: which systems browsers ask, and the YAML that says so. */
export function Lookups() {
  const { data, error, refetch } = useAdminQuery({ kind: "admin-lookups" })
  const [source, setSource] = useState("")
  const [said, setSaid] = useState("")
  const [sure, setSure] = useState<string>()
  const id = useId()
  const change = useLookupCommand(() => void refetch())
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (change.isPending) return
    if (source.trim() === "") return setSaid(t("lookups.admin.empty"))
    setSaid("")
    change.mutate(
      { kind: "admin-lookup-save", source },
      {
        onSuccess: (saved) => {
          setSource("")
          if (saved) setSaid(t("lookups.admin.saved", saved))
        }
      }
    )
  }
  const edit = (stored: string) => {
    const isMine = source.trim() !== "" && !data?.lookups.some((one) => one.source === source)
    setSaid(isMine ? t("lookups.admin.unsaved") : "")
    if (!isMine) setSource(stored)
  }
  const remove = (name: string) =>
    change.mutate(
      { kind: "admin-lookup-remove", name },
      {
        onSuccess: () => {
          setSure(undefined)
          setSaid(t("lookups.admin.removed", { name }))
        }
      }
    )
  return (
    <section className="box" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{t("lookups.admin")}</h2>
      <p className="lead">{t("lookups.admin.lead")}</p>
      {error ? <ErrorMessage error={error} again={() => void refetch()} /> : null}
      {data?.lookups.length === 0 ? <p className="few">{t("lookups.admin.none")}</p> : null}
      <ul className="entries" aria-label={t("lookups.admin.list")}>
        {(data?.lookups ?? []).map(({ name, title, version, at, hosts, view, source: stored }) => {
          const told = { version, time: ago(at, Date.now()) }
          return (
            <li key={name}>
              <b>{title}</b> <code>{name}</code>
              <p className="small quiet">
                {view
                  ? t("lookups.admin.asks.view", told)
                  : hosts.length === 0
                    ? t("lookups.admin.asks.helpdesk", told)
                    : t("lookups.admin.asks", { ...told, hosts: listed(hosts) })}
              </p>
              <div className="do">
                <Button small label={`${t("lookups.admin.edit")} ${name}`} onPress={() => edit(stored)}>
                  {t("lookups.admin.edit")}
                </Button>
                {sure === name ? null : (
                  <Button small label={`${t("lookups.admin.remove")} ${name}`} onPress={() => setSure(name)}>
                    {t("lookups.admin.remove")}
                  </Button>
                )}
              </div>
              {sure === name ? (
                <div className="do">
                  <p className="small">{t("lookups.admin.sure")}</p>
                  <Button
                    small
                    disabledReason={change.isPending ? t("lookups.admin.saving") : undefined}
                    onPress={() => remove(name)}
                  >
                    {t("lookups.admin.do")}
                  </Button>
                  <Button small onPress={() => setSure(undefined)}>
                    {t("lookups.admin.keep")}
                  </Button>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
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
      <p role="status" className="small quiet">
        {said}
      </p>
    </section>
  )
}

type LookupChange = Extract<AdminCommand, { kind: "admin-lookup-save" | "admin-lookup-remove" }>

function useLookupCommand(done: () => void) {
  const link = useAdminLink()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (command: LookupChange) => link.ask(command),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["admin-lookups"] })
      done()
    }
  })
}
