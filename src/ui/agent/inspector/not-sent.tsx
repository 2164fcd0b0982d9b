import type { Inspection } from "../../../protocol/request-inspector.ts"
import { Card } from "../../kit/card.tsx"
import { t } from "../../messages/t.ts"

/** Lists what of the ticket did not leave the browser. */
export function NotSent({ stayed: { notes, attachments, replaced, older = 0 } }: { stayed: Inspection["stayed"] }) {
  const lines = [
    older > 0 ? t("saw.stayed.older", { count: older }) : "",
    notes > 0 ? t("saw.stayed.notes", { count: notes }) : "",
    attachments.length > 0
      ? t("saw.stayed.attachments", { count: attachments.length, names: attachments.join(", ") })
      : "",
    replaced > 0 ? t("saw.stayed.table", { count: replaced }) : ""
  ].filter(Boolean)
  return (
    <Card title={t("saw.stayed")}>
      {lines.length > 0 ? (
        <ul className="in-card quiet">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className="in-card quiet">{t("saw.stayed.nothing")}</p>
      )}
    </Card>
  )
}
