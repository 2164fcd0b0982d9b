import { useId, useState, type FormEvent } from "react"
import type { HookAnswer, KnowledgeSource } from "../../../protocol/knowledge.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { isRefusal, Refusal } from "../frame/error-message.tsx"
import { useRelayCommand, useStatus } from "../../kit/relay/use-relay-query.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

/**
 * Another system may report that something has changed: the address that it calls, and the secret that it signs with.
 */
export function WebhookSettings({
  source: { collection, label, hook },
  tell
}: {
  source: KnowledgeSource
  tell: (words: string) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState("")
  const [made, setMade] = useState<HookAnswer>()
  const set = useRelayCommand(
    "GET /v1/admin/knowledge",
    "POST /v1/admin/knowledge/sources/:collection/hook",
    (answer) => {
      setMade(answer)
      setTyped("")
      tell(t("imports.hook.made", { name: label }))
    }
  )
  const remove = useRelayCommand(
    "GET /v1/admin/knowledge",
    "DELETE /v1/admin/knowledge/sources/:collection/hook",
    () => {
      setMade(undefined)
      tell(t("imports.hook.removed", { name: label }))
    }
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!set.isPending) set.mutate({ path: { collection }, body: typed.trim() === "" ? {} : { secret: typed.trim() } })
  }
  return (
    <form className="stack part" onSubmit={submit}>
      <p className="small quiet">
        {t("imports.hook.lead")} {hook ? t("imports.hook.new.lead") : ""}
      </p>
      {made ? (
        <Made
          hook={made}
          hide={() => {
            setMade(undefined)
            document.getElementById(`${id}-secret`)?.focus()
          }}
        />
      ) : null}
      <div>
        <label htmlFor={`${id}-secret`}>{t("imports.hook.secret")}</label>
        <input
          className="in"
          id={`${id}-secret`}
          value={typed}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint ${id}-wrong`}
          aria-invalid={isRefusal(set.error)}
          onChange={({ target }) => setTyped(target.value)}
        />
        <p className="small quiet" id={`${id}-hint`}>
          {t("imports.hook.secret.hint")}
        </p>
        <Refusal error={set.error} id={`${id}-wrong`} />
      </div>
      <div className="do">
        <Button small submit onPress={() => undefined}>
          {hook ? t("imports.hook.new") : t("imports.hook.make")}
          <span className="sr"> {label}</span>
        </Button>
        {hook ? (
          <Button small variant="danger" onPress={() => remove.mutate({ path: { collection } })}>
            {t("imports.hook.remove")}
            <span className="sr"> {label}</span>
          </Button>
        ) : null}
      </div>
      <Refusal error={remove.error} />
    </form>
  )
}

/** The only place where the secret can be read. */
function Made({ hook: { path, secret }, hide }: { hook: HookAnswer; hide: () => void }) {
  const link = useRelayLink()
  const { data: status } = useStatus()
  const address = new URL(path, status?.address).href
  const [said, setSaid] = useState("")
  const copy = (text: string) =>
    void link.copy(text).then(
      () => setSaid(t("imports.hook.copied")),
      () => setSaid(t("imports.hook.copy-failed"))
    )
  return (
    <div className="made stack">
      <dl className="facts">
        <div>
          <dt>{t("imports.hook.address")}</dt>
          <dd>
            <code>{address}</code>
          </dd>
        </div>
        {secret === null ? null : (
          <div>
            <dt>{t("imports.hook.once")}</dt>
            <dd>
              <code>{secret}</code>
            </dd>
          </div>
        )}
      </dl>
      {secret === null ? (
        <p className="small quiet">{t("imports.hook.theirs")}</p>
      ) : (
        <>
          <p className="small quiet">
            {t("imports.hook.sign")} {t("imports.hook.zendesk")}
          </p>
          <pre className="small" tabIndex={0}>
            <code>{exampleOf(address)}</code>
          </pre>
        </>
      )}
      <div className="do">
        <Button small onPress={() => copy(address)}>
          {t("imports.hook.copy-address")}
        </Button>
        {secret === null ? null : (
          <Button small onPress={() => copy(secret)}>
            {t("imports.hook.copy-secret")}
          </Button>
        )}
        <Button small onPress={hide}>
          {t("imports.hook.hide")}
        </Button>
        <span role="status" className="small quiet">
          {said}
        </span>
      </div>
    </div>
  )
}

const exampleOf = (address: string) => `now=$(date +%s); body='{}'
signature=$(printf '%s%s' "$now" "$body" | openssl dgst -sha256 -hmac "$secret" | sed 's/.* //')
curl -d "$body" -H "x-replywright-timestamp: $now" -H "x-replywright-signature: $signature" '${address}'`
