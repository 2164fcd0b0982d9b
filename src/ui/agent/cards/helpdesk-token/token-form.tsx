import { useState } from "react"
import { extensionPage } from "../../../../platform/extension-page.ts"
import { helpdeskApis, type ApiHelpdeskId } from "../../../../ticket/helpdesk-api/helpdesk-api.ts"
import { t } from "../../../messages/t.ts"
import { SecretForm } from "../../card-kit/secret-form.tsx"
import { usePanelContext } from "../../state/use-panel.ts"

/** Asks for the token of the API at a host. */
export function TokenForm({ host, keep }: { host: string; keep: (token: string) => void }) {
  return (
    <SecretForm
      secrets={[{ name: "token", label: t("token.label") }]}
      where={t("token.where", { host })}
      save={t("token.save")}
      keepSecrets={({ token = "" }) => keep(token)}
    />
  )
}

/** Keeps a token once the browser may ask the API. The browser's question belongs to the click. */
export function useToken(helpdesk: ApiHelpdeskId) {
  const { ticket, link } = usePanelContext()
  const [said, setSaid] = useState("")
  const { origin } = helpdeskApis[helpdesk]
  const once = (then: () => Promise<void>) => {
    setSaid("")
    // It is called before anything is awaited.
    const asked = extensionPage.requestSite(origin)
    void asked.then(
      (granted) => (granted ? then() : setSaid(t("token.allow.not"))),
      () => setSaid(t("token.allow.not"))
    )
  }
  return {
    said,
    keep: (token: string) =>
      once(async () => {
        const { ok } = await link.send({ kind: "panel-token", key: ticket.key, token })
        if (!ok) setSaid(t("token.failed"))
      }),
    allow: () => once(async () => void (await link.send({ kind: "panel-refresh" })))
  }
}

/** Returns the host of a helpdesk's API. */
export const hostOf = (helpdesk: ApiHelpdeskId): string => new URL(helpdeskApis[helpdesk].origin).host
