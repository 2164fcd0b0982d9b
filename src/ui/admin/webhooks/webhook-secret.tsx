import { useEffect, useRef, useState } from "react"
import type { WebhookCreated } from "../../../protocol/operating/webhooks.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

/** The only place where the secret can be read. The focus comes here, because nothing else shows it again. */
export function WebhookSecret({ webhook: { url, secret }, hide }: { webhook: WebhookCreated; hide: () => void }) {
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
