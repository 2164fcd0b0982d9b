import { useState } from "react"
import type { ListedWebhook, WebhookDelivery, WebhookTested } from "../../../protocol/operating/webhooks.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useRemoval } from "../frame/removal.tsx"
import { StatusTable } from "../status/status-table.tsx"
import { moment } from "../status/status-text.ts"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/** One address: whether it takes what it is told, a test, and a way to remove it. */
export function WebhookRow({ webhook, removed }: { webhook: ListedWebhook; removed: () => void }) {
  const { id, url, createdAt, waiting, failed, deliveries } = webhook
  const [tested, setTested] = useState<WebhookTested>()
  const test = useRelayCommand("GET /v1/admin/webhooks", "POST /v1/admin/webhooks/:id/test", setTested)
  const removal = useRemoval({
    of: "webhooks",
    name: url,
    list: "GET /v1/admin/webhooks",
    route: "DELETE /v1/admin/webhooks/:id",
    parts: { path: { id } },
    removed
  })
  return (
    <li>
      <div className="row">
        <h3 className="grow">
          <bdi>{url}</bdi>
        </h3>
        <Button
          small
          label={`${t("webhooks.test")} ${url}`}
          disabledReason={test.isPending ? t("webhooks.testing") : undefined}
          onPress={() => {
            setTested(undefined)
            test.mutate({ path: { id } })
          }}
        >
          {t("webhooks.test")}
        </Button>
        {removal.button}
      </div>
      <p className="small quiet">
        {t("webhooks.since", { time: moment(createdAt) })} {t("webhooks.counts", { waiting, failed })}
      </p>
      <p role="status" className="small">
        {test.isPending ? t("webhooks.testing") : tested ? testWords(tested) : ""}
      </p>
      {test.error ? <ErrorMessage error={test.error} /> : null}
      {removal.question}
      {deliveries.length === 0 ? (
        <p className="small muted">{t("webhooks.deliveries.none")}</p>
      ) : (
        <Deliveries url={url} deliveries={deliveries} />
      )}
    </li>
  )
}

function Deliveries({ url, deliveries }: { url: string; deliveries: WebhookDelivery[] }) {
  const [open, setOpen] = useState(false)
  const words = t("webhooks.deliveries", { count: deliveries.length })
  return (
    <>
      <Button variant="link" small label={`${words} ${url}`} expanded={open} onPress={() => setOpen(!open)}>
        {words}
      </Button>
      {open ? (
        <StatusTable
          caption={t("webhooks.deliveries.of", { url })}
          head={[
            t("webhooks.event"),
            t("webhooks.when"),
            t("webhooks.state"),
            t("webhooks.attempts"),
            t("webhooks.result")
          ]}
          numbers={[3]}
          rows={deliveries.map((delivery) => ({
            key: delivery.id,
            cells: [
              eventWord(delivery.type),
              moment(delivery.createdAt),
              stateWord(delivery),
              t("figures.count", { n: delivery.attempts }),
              resultWord(delivery.result)
            ]
          }))}
        />
      ) : null}
    </>
  )
}

function eventWord(type: string): string {
  if (type === "outcome.stored") return t("webhooks.event.outcome")
  return type === "review.saved" ? t("webhooks.event.review") : type
}

function stateWord({ state, next }: WebhookDelivery): string {
  return state === "waiting" ? t("webhooks.state.waiting", { time: moment(next ?? "") }) : t(`webhooks.state.${state}`)
}

function resultWord(result: string | null): string {
  if (result === null) return t("webhooks.result.none")
  const fault = faultOf(result)
  return fault === undefined ? result : t(`webhooks.result.${fault}`, { result })
}

function testWords({ delivered, result }: WebhookTested): string {
  if (delivered) return t("webhooks.test.taken", { result })
  return t(`webhooks.test.${faultOf(result) ?? "answered"}`, { result })
}

/** Returns what is wrong besides a plain status, by the code that the relay gives. */
function faultOf(result: string) {
  if (/^30[12378]$/.test(result)) return "redirected"
  if (/^\d+$/.test(result)) return undefined
  if (result === "source-refused") return "refused"
  return result === "certificate" || result === "no-host" ? result : "unreachable"
}
