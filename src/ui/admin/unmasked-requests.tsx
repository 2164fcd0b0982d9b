import type { UsageAnswer } from "../../protocol/admin.ts"
import { FiguresTable } from "../kit/figures-table.tsx"
import { day } from "../messages/format.ts"
import { t, tell } from "../messages/t.ts"

/** Requests that the relay refused because something in them wasn't masked, by day and kind. */
export function UnmaskedRequests({ unmasked }: Pick<UsageAnswer, "unmasked">) {
  const days = [...new Set(unmasked.map((one) => one.day))]
  const of = (at: string, kind: string) => unmasked.find((one) => one.day === at && one.kind === kind)?.requests ?? 0
  return (
    <div className="usage-by">
      <h3>{t("unmasked")}</h3>
      <p className="lead">{unmasked.length === 0 ? t("unmasked.none") : t("unmasked.lead")}</p>
      {unmasked.length === 0 ? null : (
        <FiguresTable
          label={t("unmasked")}
          table={{
            head: [t("unmasked.day"), ...KINDS.map((kind) => tell(`unmasked.${kind}`, {}))],
            rows: days.map((at) => [day(at), ...KINDS.map((kind) => of(at, kind))])
          }}
        />
      )}
    </div>
  )
}

const KINDS = ["card", "iban", "email"] as const
