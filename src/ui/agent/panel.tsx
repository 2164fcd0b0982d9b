import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useEffect, useState, useSyncExternalStore } from "react"
import { t } from "../messages/t.ts"
import { PanelHeader } from "./layout/panel-header.tsx"
import { TypedWords } from "./state/typed-words.ts"
import { openPanelLink, type PanelLink } from "./state/panel-link.ts"
import { PickView } from "./picking/pick-view.tsx"
import { NoTicket } from "./no-ticket.tsx"
import { TicketView } from "./ticket-view.tsx"

/** The side panel. It draws what the background worker pushes, and sends what the agent does. */
export function Panel({ link }: { link?: PanelLink }) {
  const [line] = useState(() => link ?? openPanelLink())
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } })
  )
  const [typed] = useState(() => new Map<string, string>())
  const state = useSyncExternalStore(line.subscribe, line.state)
  const isSignedOut = state?.phase === "unpaired" || state?.locked === "revoked"
  useEffect(() => {
    if (isSignedOut) typed.clear()
  }, [isSignedOut, typed])
  return (
    <QueryClientProvider client={queries}>
      <TypedWords value={typed}>
        <div className="panel">
          {!state ? (
            <PanelHeader title={t("head.starting")} />
          ) : state.picking ? (
            <PickView state={state} picking={state.picking} link={line} />
          ) : state.phase === "ticket" && state.ticket ? (
            <TicketView state={state} ticket={state.ticket} link={line} />
          ) : (
            <NoTicket state={state} link={line} />
          )}
        </div>
      </TypedWords>
    </QueryClientProvider>
  )
}
