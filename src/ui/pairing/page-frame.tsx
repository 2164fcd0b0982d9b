import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { Logo } from "../kit/icon.tsx"
import { t } from "../messages/t.ts"

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
