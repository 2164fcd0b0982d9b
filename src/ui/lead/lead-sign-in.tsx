import type { LeadStatus } from "../../protocol/lead.ts"
import { Icon } from "../kit/icon.tsx"
import { t, tell } from "../messages/t.ts"
import { PairForm } from "../pairing/pair-form.tsx"
import { useLeadLink } from "./use-lead-link.ts"

/** Replaces a lead's page: says why it is closed, and shows the form for a lead's code. */
export function LeadSignIn({ status, why, paired }: { status: LeadStatus; why?: string; paired: () => void }) {
  const link = useLeadLink()
  return (
    <main className="gate">
      <span className="big">
        <Icon name="lock" />
      </span>
      <h1>{why ?? (status.revoked ? t("lead.revoked") : t("lead.gate"))}</h1>
      {status.signedOut ? <p>{tell(`revoked.${status.signedOut}`, {})}</p> : null}
      <p className="quiet">{t("lead.gate.lead")}</p>
      {status.panel ? (
        <p className="quiet">{t("lead.gate.panel", { name: status.panel.name, role: status.panel.role })}</p>
      ) : null}
      <PairForm address={status.address} send={link.send} place="review" paired={paired} />
      <p className="small muted">
        <code>npm run relay -- pair --role lead --name NAME</code>
      </p>
      <p className="small">
        <a href="admin.html">{t("admin.to")}</a>
      </p>
    </main>
  )
}
