import { useState } from "react"
import { extensionPage } from "../../../../platform/extension-page.ts"
import type { PanelCommand } from "../../../../protocol/panel.ts"
import { helpdeskApis, type ApiHelpdeskId } from "../../../../ticket/helpdesk-api/helpdesk-api.ts"
import { t, tell } from "../../../messages/t.ts"
import { SecretForm } from "../../card-kit/secret-form.tsx"
import type { PanelLink } from "../../state/panel-link.ts"

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

/** Offers the API where a page isn't read by itself, and a token would have it read. */
export function TokenOffer({ link, tabId, helpdesk }: { link: PanelLink; tabId: number; helpdesk: ApiHelpdeskId }) {
  const { said, keep } = useToken({
    helpdesk,
    link,
    keeping: (token) => ({ kind: "panel-token-page", tabId, helpdesk, token })
  })
  return (
    <section className="stack" aria-label={t("token")}>
      <h3>{t("token.offer")}</h3>
      <p className="small">{tell(`token.why.missing.${helpdesk}`, {})}</p>
      <p className="small">{tell(`token.${helpdesk}`, {})}</p>
      <TokenForm host={hostOf(helpdesk)} keep={keep} />
      <p role="alert" className="fault">
        {said}
      </p>
    </section>
  )
}

/**
 * Keeps a token once the browser may ask the API. The browser's question belongs to the click.
 * @param keeping makes the command that keeps it, or forgets the one that is kept for ""
 */
export function useToken({
  helpdesk,
  link,
  keeping
}: {
  helpdesk: ApiHelpdeskId
  link: PanelLink
  keeping: (token: string) => PanelCommand
}) {
  const [said, setSaid] = useState("")
  const [forgotten, setForgotten] = useState(false)
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
    forgotten: forgotten ? tell(`token.forgotten.${helpdesk}`, {}) : "",
    forget: async () => setForgotten((await link.send(keeping(""))).ok),
    keep: (token: string) =>
      once(async () => {
        setForgotten(false)
        const { ok } = await link.send(keeping(token))
        if (!ok) setSaid(t("token.failed"))
      }),
    allow: () => once(async () => void (await link.send({ kind: "panel-refresh" })))
  }
}

/** Returns the host of a helpdesk's API. */
export const hostOf = (helpdesk: ApiHelpdeskId): string => new URL(helpdeskApis[helpdesk].origin).host
