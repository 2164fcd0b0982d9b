import type { PolicyFault } from "../../protocol/notice.ts"
import { t } from "../messages/t.ts"

/** Says what is wrong with the organisation's policy, and what follows from it. */
export function PolicyFaultText({ policy: { unknown, missing } }: { policy: PolicyFault }) {
  return (
    <>
      <p>
        {unknown
          ? t("policy.unknown", { names: unknown.join(", ") })
          : missing
            ? t("policy.missing", { names: missing.join(", ") })
            : t("policy.value")}
      </p>
      <p>{t("policy.lead")}</p>
    </>
  )
}
