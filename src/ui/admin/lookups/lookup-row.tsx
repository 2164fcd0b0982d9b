import { useState } from "react"
import type { StoredLookups } from "../../../protocol/operating/lookups.ts"
import { Button } from "../../kit/button.tsx"
import { ago, listed } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/**
 * A stored lookup: whom it asks, and buttons to edit and remove it.
 * @param formButton the id of the button that opens the form
 * @param busy why it can't be edited now
 */
export function LookupRow({
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
  const [isSure, setSure] = useState(false)
  const change = useRelayCommand("GET /v1/admin/lookups", "DELETE /v1/admin/lookups/:name", removed)
  const told = { version, time: ago(at, Date.now()) }
  return (
    <li>
      <b>{title}</b> <code>{name}</code>
      {mistakes ? (
        <>
          <p className="small fault">{t("lookups.admin.unread", told)}</p>
          <ul className="small">
            {mistakes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="small quiet">
          {view
            ? t("lookups.admin.asks.view", told)
            : hosts.length === 0
              ? t("lookups.admin.asks.helpdesk", told)
              : t("lookups.admin.asks", { ...told, hosts: listed(hosts) })}
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
        {isSure ? null : (
          <Button small label={`${t("lookups.admin.remove")} ${name}`} onPress={() => setSure(true)}>
            {t("lookups.admin.remove")}
          </Button>
        )}
      </div>
      {isSure ? (
        <div className="do">
          <p className="small">{t("lookups.admin.sure")}</p>
          <Button
            small
            once
            disabledReason={change.isPending ? t("lookups.admin.saving") : undefined}
            onPress={() => change.mutate({ path: { name } })}
          >
            {t("lookups.admin.do")}
          </Button>
          <Button small onPress={() => setSure(false)}>
            {t("lookups.admin.keep")}
          </Button>
        </div>
      ) : null}
      {change.error ? <ErrorMessage error={change.error} /> : null}
    </li>
  )
}
