import { useState } from "react"
import type { WebhookCreated } from "../../../protocol/operating/webhooks.ts"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { NewWebhook } from "./new-webhook.tsx"
import { WebhookRow } from "./webhook-row.tsx"
import { WebhookSecret } from "./webhook-secret.tsx"

/** Which addresses are notified of outcomes and reviews, and whether they take it. */
export function Webhooks() {
  const asked = useRelayQuery("GET /v1/admin/webhooks", {}, ({ webhooks }) =>
    webhooks.some(({ waiting }) => waiting > 0) ? OFTEN_MS : false
  )
  const list = useEntryList("webhooks")
  const [added, setAdded] = useState<WebhookCreated>()
  return (
    <EntryList
      of="webhooks"
      className="webhooks"
      list={list}
      asked={asked}
      rows={({ webhooks }) =>
        webhooks.map((webhook) => (
          <WebhookRow
            key={webhook.id}
            webhook={webhook}
            removed={() => {
              if (added?.id === webhook.id) setAdded(undefined)
              list.gone(t("webhooks.removed", { url: webhook.url }))
            }}
          />
        ))
      }
    >
      {added ? <WebhookSecret webhook={added} hide={() => setAdded(undefined)} /> : null}
      {asked.data ? (
        <NewWebhook
          added={(webhook) => {
            list.say("")
            setAdded(webhook)
          }}
        />
      ) : null}
    </EntryList>
  )
}

/** How many milliseconds pass between two requests while a delivery waits. */
const OFTEN_MS = 10_000
