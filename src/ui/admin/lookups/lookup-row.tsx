import type { StoredLookups } from "../../../protocol/operating/lookups.ts"
import { Button } from "../../kit/button.tsx"
import { ago, listed } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { useRemoval } from "../frame/removal.tsx"

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
  const removal = useRemoval({
    of: "lookups.admin",
    name,
    list: "GET /v1/admin/lookups",
    route: "DELETE /v1/admin/lookups/:name",
    parts: { path: { name } },
    removed
  })
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
        {removal.button}
      </div>
      {removal.question}
    </li>
  )
}
