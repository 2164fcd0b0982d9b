import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { Logo } from "../kit/icon.tsx"
import { t } from "../messages/t.ts"
import { PairForm } from "../pairing/pair-form.tsx"
import { PolicyFaultText } from "../pairing/policy-fault-text.tsx"
import { SiteAccess } from "../pairing/site-access.tsx"
import { sendCommand } from "../kit/relay/send-command.ts"
import { StoredData, WipeConfirmation } from "./stored-data.tsx"
import { PreparedDraftsSwitch } from "./prepared-drafts-switch.tsx"
import { AdminRow } from "./admin-row.tsx"
import { ReviewRow } from "./review-row.tsx"
import { RelayStatus } from "./relay-status.tsx"

/** The popup: pair, allow this site, sign out, wipe. */
export function Popup() {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } })
  )
  return (
    <QueryClientProvider client={queries}>
      <header className="top">
        <Logo />
        <h1 className="grow">{t("product")}</h1>
      </header>
      <main>
        <Parts />
      </main>
    </QueryClientProvider>
  )
}

function Parts() {
  const queries = useQueryClient()
  const [wiping, setWiping] = useState(false)
  const { data: status, error } = useQuery({
    queryKey: STATUS,
    queryFn: async () => {
      const answer = await sendCommand({ kind: "popup-status" })
      if (answer.ok && answer.status) return answer.status
      throw new Error(t("status.failed"))
    }
  })
  /** Sends a command and then reads the state again. */
  const act = async (command: PanelCommand): Promise<CommandAnswer> => {
    const answer = await sendCommand(command)
    await queries.invalidateQueries({ queryKey: STATUS })
    return answer
  }
  if (!status)
    return (
      <section>
        <p className="quiet" role="status">
          {error ? error.message : t("starting")}
        </p>
      </section>
    )
  if (wiping) return <WipeConfirmation kept={status.kept} act={act} done={() => setWiping(false)} />
  return (
    <>
      {status.policy ? (
        <section aria-labelledby="policy">
          <h2 id="policy">{t("policy")}</h2>
          <PolicyFaultText policy={status.policy} />
        </section>
      ) : null}
      {status.person || status.policy ? null : (
        <section aria-labelledby="pair">
          <h2 id="pair">{t("pair")}</h2>
          <p className="quiet">{t("pair.lead")}</p>
          <PairForm
            address={status.address}
            fixed={status.fixed}
            before={status.typed}
            keepAddress={(address) => void sendCommand({ kind: "popup-address", address })}
            send={act}
          />
        </section>
      )}
      {status.site ? <SiteAccess site={status.site} act={act} /> : null}
      {status.person ? <RelayStatus status={status} person={status.person} act={act} /> : null}
      {status.person || status.reviewer ? (
        <ReviewRow status={status} changed={() => void queries.invalidateQueries({ queryKey: STATUS })} />
      ) : null}
      {status.admin ? (
        <AdminRow
          person={status.person}
          admin={status.admin}
          aside={status.reviewer?.id !== status.admin.id}
          changed={() => void queries.invalidateQueries({ queryKey: STATUS })}
        />
      ) : null}
      {status.person && status.preparing ? <PreparedDraftsSwitch preparing={status.preparing} act={act} /> : null}
      <StoredData kept={status.kept} wipe={() => setWiping(true)} act={act} />
      <section>
        <p className="small muted">{t("masking")}</p>
      </section>
    </>
  )
}

const STATUS = ["popup-status"]
