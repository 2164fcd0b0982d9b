import { useState } from "react"
import type { WebhookCreated } from "../../../protocol/operating/webhooks.ts"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { NewWebhook } from "./new-webhook.tsx"
import { WebhookRow } from "./webhook-row.tsx"
import { WebhookSecret } from "./webhook-secret.tsx"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"

/** Which addresses are notified of outcomes and reviews, and whether they take it. */
export function Webhooks() {
  const { data, error, refetch } = useRelayQuery("GET /v1/admin/webhooks", {}, ({ webhooks }) =>
    webhooks.some(({ waiting }) => waiting > 0) ? OFTEN_MS : false
  )
  const [added, setAdded] = useState<WebhookCreated>()
  const [said, setSaid] = useState("")
  return (
    <section className="box webhooks" aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        {t("webhooks")}
      </h2>
      <p className="lead">{t("webhooks.lead")}</p>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : data ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {data?.webhooks.length === 0 ? <p className="few">{t("webhooks.none")}</p> : null}
      <ul className="entries" aria-label={t("webhooks.list")}>
        {(data?.webhooks ?? []).map((webhook) => (
          <WebhookRow
            key={webhook.id}
            webhook={webhook}
            removed={() => {
              if (added?.id === webhook.id) setAdded(undefined)
              setSaid(t("webhooks.removed", { url: webhook.url }))
              document.getElementById(HEADING)?.focus()
            }}
          />
        ))}
      </ul>
      <p role="status" className="small quiet">
        {said}
      </p>
      {added ? <WebhookSecret webhook={added} hide={() => setAdded(undefined)} /> : null}
      {data ? (
        <NewWebhook
          added={(webhook) => {
            setSaid("")
            setAdded(webhook)
          }}
        />
      ) : null}
    </section>
  )
}

const HEADING = "webhooks"
/** How many milliseconds pass between two requests while a delivery waits. */
const OFTEN_MS = 10_000
