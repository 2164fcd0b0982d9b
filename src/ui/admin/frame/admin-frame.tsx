import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query"
import { createContext, use, useState, type ReactNode } from "react"
import type { AdminStatus } from "../../../protocol/admin.ts"
import { Icon, Logo } from "../../kit/icon.tsx"
import { t, tell } from "../../messages/t.ts"
import { PairForm } from "../../pairing/pair-form.tsx"
import type { AdminLink } from "./admin-link.ts"

/** The admin page's header, and its content once an admin is signed in. `children` is only rendered then. */
export function AdminFrame({ link, children }: { link: AdminLink; children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: false, networkMode: "always" }, mutations: { networkMode: "always" } }
      })
  )
  return (
    <QueryClientProvider client={queries}>
      <LinkContext value={link}>
        <div className="lead-page">
          <header className="top">
            <span className="brand">
              <Logo />
              {t("product")}
            </span>
          </header>
          <Admitted>{children}</Admitted>
        </div>
      </LinkContext>
    </QueryClientProvider>
  )
}

/** Tells somebody who isn't an admin what is needed. */
function Admitted({ children }: { children: ReactNode }) {
  const link = useAdminLink()
  const {
    data: status,
    error,
    refetch
  } = useQuery({ queryKey: STATUS, queryFn: () => link.ask({ kind: "admin-status" }), refetchOnWindowFocus: "always" })
  if (error && !status)
    return (
      <main className="gate">
        <h1>{t("product")}</h1>
        <p role="status">{t("status.failed")}</p>
      </main>
    )
  if (!status)
    return (
      <main className="gate">
        <h1 className="sr">{t("product")}</h1>
        <p role="status" className="quiet">
          {t("starting")}
        </p>
      </main>
    )
  return status.admin ? children : <Gate status={status} paired={() => void refetch()} />
}

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
