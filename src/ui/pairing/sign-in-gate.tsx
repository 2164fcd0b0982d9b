import type { ReactNode } from "react"
import type { PageRole, PageStatus } from "../../protocol/routes/calls/page-call.ts"
import { Icon } from "../kit/icon.tsx"
import { useRelayLink } from "../kit/relay/use-relay-link.ts"
import { t, tell } from "../messages/t.ts"
import { PairForm } from "./pair-form.tsx"

/**
 * Replaces a page for leads or admins: says why it is closed, and shows the form for a code of that role.
 * @param why the heading, if it is another than usual; @param paired is called once a code was taken
 * @param children stands below the form
 */
export function SignInGate({
  as,
  status,
  why,
  paired,
  children
}: {
  as: PageRole
  status: PageStatus
  why?: string
  paired: () => void
  children?: ReactNode
}) {
  const link = useRelayLink()
  return (
    <main className="gate">
      <span className="big">
        <Icon name="lock" />
      </span>
      <h1>{why ?? (status.revoked ? t(`${as}.revoked`) : t(`${as}.gate`))}</h1>
      {status.signedOut ? <p>{tell(`revoked.${status.signedOut}`, {})}</p> : null}
      <p className="quiet">{t(`${as}.gate.lead`)}</p>
      {status.panel ? (
        <p className="quiet">
          {t("lead.gate.panel", { name: status.panel.name, role: t(`role.${status.panel.role}`) })}
        </p>
      ) : null}
      <PairForm address={status.address} send={link.send} place={as === "admin" ? "admin" : "review"} paired={paired} />
      <p className="small muted">
        <code>npm run relay -- pair --role {as} --name NAME</code>
      </p>
      {children}
    </main>
  )
}
