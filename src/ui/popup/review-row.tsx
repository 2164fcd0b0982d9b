import { extensionPage } from "../../platform/extension-page.ts"
import type { PopupStatus } from "../../protocol/popup.ts"
import type { PageMessage } from "../../protocol/routes/calls/page-call.ts"
import { Button } from "../kit/button.tsx"
import { Icon } from "../kit/icon.tsx"
import { t } from "../messages/t.ts"

/** The link to the review page, with the reviewer's name if it is somebody else than who uses the panel. */
export function ReviewRow({ status: { person, reviewer }, changed }: { status: PopupStatus; changed: () => void }) {
  const open = () => void extensionPage.openTab("review").then(() => window.close())
  if (!reviewer)
    return (
      <section>
        <Button variant="link" onPress={open}>
          {t("lead.add")}
        </Button>
      </section>
    )
  const signOut = () => void extensionPage.ask(SIGN_OUT).then(changed)
  return (
    <section aria-label={t("lead.review")}>
      {reviewer.id === person?.id ? null : (
        <div className="stat">
          <Icon name="eye" />
          <span>{t("lead.person", { name: reviewer.name, role: reviewer.role })}</span>
          <Button variant="link" onPress={signOut}>
            {t("lead.sign-out", { name: reviewer.name })}
          </Button>
        </div>
      )}
      <Button className="wide" onPress={open}>
        {t("lead.open")}
      </Button>
    </section>
  )
}

const SIGN_OUT: PageMessage = { kind: "page-sign-out", as: "lead" }
