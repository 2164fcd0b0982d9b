import { useState, useId, useEffect, useRef, type FormEvent } from "react"
import { useRelayQuery, useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { Button } from "../../kit/button.tsx"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useRemoval } from "../frame/removal.tsx"
import { StatusTable } from "../status/status-table.tsx"
import { moment } from "../status/status-text.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import type {
  WebhookCreated,
  ListedWebhook,
  WebhookDelivery,
  WebhookTested
} from "../../../protocol/routes/webhooks.ts"

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

/** One address: whether it accepts what it is sent, a test, and a way to remove it. */
function WebhookRow({ webhook, removed }: { webhook: ListedWebhook; removed: () => void }) {
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

/** The form for one more address. */
function NewWebhook({ added }: { added: (webhook: WebhookCreated) => void }) {
  const id = useId()
  const [url, setUrl] = useState("")
  const [wrong, setWrong] = useState("")
  const add = useRelayCommand("GET /v1/admin/webhooks", "POST /v1/admin/webhooks", (webhook) => {
    setUrl("")
    added(webhook)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (add.isPending) return
    const typed = url.trim()
    setWrong(typed === "" ? t("webhooks.address.none") : "")
    if (typed !== "") add.mutate({ body: { url: typed } })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div>
        <label htmlFor={id}>{t("webhooks.address")}</label>
        <input
          className="in"
          id={id}
          type="text"
          inputMode="url"
          value={url}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          aria-invalid={wrong !== ""}
          aria-describedby={`${id}-hint ${id}-wrong`}
          onChange={({ target }) => {
            setUrl(target.value)
            setWrong("")
          }}
        />
        <p className="small quiet" id={`${id}-hint`}>
          {t("webhooks.address.hint")}
        </p>
        <p role="alert" className="fault" id={`${id}-wrong`}>
          {wrong}
        </p>
      </div>
      {add.error ? <ErrorMessage error={add.error} /> : null}
      <div className="do">
        <Button
          small
          submit
          disabledReason={add.isPending ? t("webhooks.adding") : undefined}
          onPress={() => undefined}
        >
          {t("webhooks.add")}
        </Button>
      </div>
    </form>
  )
}

/** The only place where the secret can be read. The focus comes here, because nothing else shows it again. */
function WebhookSecret({ webhook: { url, secret }, hide }: { webhook: WebhookCreated; hide: () => void }) {
  const link = useRelayLink()
  const box = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState("")
  useEffect(() => box.current?.focus(), [secret])
  const copy = () =>
    void link.copy(secret).then(
      () => setSaid(t("webhooks.copied")),
      () => setSaid(t("webhooks.copy-failed"))
    )
  return (
    <div className="made stack" ref={box} tabIndex={-1}>
      <p>
        <bdi>{t("webhooks.added", { url })}</bdi>
      </p>
      <p>
        <code className="secret">{secret}</code>
      </p>
      <p className="small quiet">{t("webhooks.once")}</p>
      <div className="do">
        <Button small onPress={copy}>
          {t("webhooks.copy")}
        </Button>
        <Button small onPress={hide}>
          {t("webhooks.hide")}
        </Button>
        <span role="status" className="small quiet">
          {said}
        </span>
      </div>
    </div>
  )
}
