import type { RecommendedFor } from "../../../../ticket/draft.ts"
import { dayOfYear } from "../../../messages/format.ts"
import { t } from "../../../messages/t.ts"

/** Why a product is offered, and from which day its record is: price and stock may have changed since. */
export function Recommended({ why: { why, to = "" }, day }: { why: RecommendedFor; day: string | undefined }) {
  return (
    <p className="small muted">
      {t(`suggestions.product.${why}`, { to })}
      {day === undefined ? null : ` ${t("suggestions.product.day", { day: dayOfYear(day) })}`}
    </p>
  )
}
