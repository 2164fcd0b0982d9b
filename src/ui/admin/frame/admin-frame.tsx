import { createContext, use, type ReactNode } from "react"
import type { AdminStatus } from "../../../protocol/admin.ts"
import { Icon } from "../../kit/icon.tsx"
import { t, tell } from "../../messages/t.ts"
import { PageFrame, WithStatus } from "../../pairing/page-frame.tsx"
import { PairForm } from "../../pairing/pair-form.tsx"
import type { AdminLink } from "./admin-link.ts"

/** The admin page's header, and its content once an admin is signed in. `children` is only rendered then. */
export function AdminFrame({ link, children }: { link: AdminLink; children: ReactNode }) {
  return (
    <LinkContext value={link}>
      <PageFrame>
        <WithStatus name={STATUS} ask={() => link.ask({ kind: "admin-status" })}>
          {(status, again) => (status.admin ? children : <Gate status={status} paired={again} />)}
        </WithStatus>
      </PageFrame>
    </LinkContext>
  )
}

/** Tells somebody who isn't an admin what is needed. */
function Gate({ status, paired }: { status: AdminStatus; paired: () => void }) {
  const link = useAdminLink()
  return (
    <main className="gate">
      <span className="big">
        <Icon name="lock" />
      </span>
      <h1>{status.revoked ? t("admin.revoked") : t("admin.gate")}</h1>
      {status.signedOut ? <p>{tell(`revoked.${status.signedOut}`, {})}</p> : null}
      <p className="quiet">{t("admin.gate.lead")}</p>
      {status.panel ? (
        <p className="quiet">{t("lead.gate.panel", { name: status.panel.name, role: status.panel.role })}</p>
      ) : null}
      <PairForm address={status.address} send={link.send} place="admin" paired={paired} />
      <p className="small muted">
        <code>npm run relay -- pair --role admin --name NAME</code>
      </p>
    </main>
  )
}

const LinkContext = createContext<AdminLink | undefined>(undefined)
export const STATUS = ["admin-status"]

/** @throws outside the admin page */
export function useAdminLink(): AdminLink {
  const link = use(LinkContext)
  if (!link) throw new Error("a part of the admin's page stands outside it")
  return link
}
