import { extensionPage } from "../../platform/extension-page.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { PageMessage } from "../../protocol/routes/calls/page-call.ts"
import { Button } from "../kit/button.tsx"
import { Icon } from "../kit/icon.tsx"
import { t } from "../messages/t.ts"

/** The link to the admin page, with the admin's name if nothing else here shows it. */
export function AdminRow({
  person,
  admin,
  aside,
  changed
}: {
  person: PairedPerson | undefined
  admin: PairedPerson
  aside: boolean
  changed: () => void
}) {
  const open = () => void extensionPage.openTab("admin").then(() => window.close())
  const signOut = () => void extensionPage.ask(SIGN_OUT).then(changed)
  return (
    <section aria-label={t("admin")}>
      {!aside || admin.id === person?.id ? null : (
        <div className="stat">
          <Icon name="lock" />
          <span>{t("admin.person", { name: admin.name })}</span>
          <Button variant="link" onPress={signOut}>
            {t("lead.sign-out", { name: admin.name })}
          </Button>
        </div>
      )}
      <Button className="wide" onPress={open}>
        {t("admin.open")}
      </Button>
    </section>
  )
}

const SIGN_OUT: PageMessage = { kind: "page-sign-out", as: "admin" }
