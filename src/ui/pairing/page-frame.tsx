import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { Logo, Icon } from "../kit/icon.tsx"
import { t, tell } from "../messages/t.ts"
import type { PageRole, PageStatus } from "../../protocol/routes/calls/page-call.ts"
import { useRelayLink } from "../kit/relay/use-relay-link.ts"
import { PairForm } from "./pair-form.tsx"

/**
 * A page in a tab of its own: its header with the product's name, and the content below.
 * @param header what else is in the header
 */
export function PageFrame({ header, children }: { header?: ReactNode; children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: false, networkMode: "always" }, mutations: { networkMode: "always" } }
      })
  )
  return (
    <QueryClientProvider client={queries}>
      <div className="lead-page">
        <header className="top">
          <span className="brand">
            <Logo />
            {t("product")}
          </span>
          {header}
        </header>
        {children}
      </div>
    </QueryClientProvider>
  )
}

/**
 * Asks who is signed in, and again whenever the page comes back into view.
 * @param children gets the answer, and a function that asks once more; until it is there, a line says what goes on
 */
export function WithStatus<Status>({
  name,
  ask,
  children
}: {
  name: readonly string[]
  ask: () => Promise<Status>
  children: (status: Status, again: () => void) => ReactNode
}) {
  const { data, error, refetch } = useQuery({ queryKey: name, queryFn: ask, refetchOnWindowFocus: "always" })
  if (data) return children(data, () => void refetch())
  return (
    <main className="gate">
      <h1 className={error ? undefined : "sr"}>{t("product")}</h1>
      <p role="status" className={error ? undefined : "quiet"}>
        {error ? t("status.failed") : t("starting")}
      </p>
    </main>
  )
}

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
  as: Exclude<PageRole, "agent">
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
