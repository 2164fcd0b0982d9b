import { useId, useState, type FormEvent } from "react"
import type { WebhookCreated } from "../../../protocol/operating/webhooks.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/** The form for one more address. */
export function NewWebhook({ added }: { added: (webhook: WebhookCreated) => void }) {
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
