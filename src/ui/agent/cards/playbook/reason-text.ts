import type { PlaybookComparison, PlaybookReason } from "../../../../ticket/playbook-standing.ts"
import { calendarDay } from "../../../messages/format.ts"
import { LOCALE } from "../../../messages/locale.ts"
import { t } from "../../../messages/t.ts"

/** Says what decided: "the day of delivery: 4 November, within 30 days, until 4 Dec 2026". */
export function reasonText({ by, what, value, test, comparison, holds, reckoning }: PlaybookReason): string {
  const isSo = holds ? "yes" : "no"
  if (by !== "fact") {
    const values = comparison?.by === "is" ? alternatives(comparison.values) : what
    return t(`playbook.because.${by}`, { holds: isSo, value: value ?? "", values })
  }
  if (value === undefined) return t("playbook.because.unknown", { what })
  // A relay of before says the comparison in English only.
  if (!comparison) return t("playbook.because.earlier", { what, value, test })
  const said = { holds: isSo, what, value }
  switch (comparison.by) {
    case "known":
      return t("playbook.because.known", said)
    case "is":
      return t("playbook.because.is", { ...said, values: alternatives(comparison.values) })
    case "within":
    case "longer-than": {
      const period = periodText(comparison)
      return reckoning
        ? t(`playbook.because.${comparison.by}.day`, { ...said, period, day: calendarDay(reckoning.to) })
        : t(`playbook.because.${comparison.by}`, { ...said, period })
    }
    case "before":
    case "after":
      return t(`playbook.because.${comparison.by}`, { ...said, day: calendarDay(comparison.day) })
    default:
      return t(`playbook.because.${comparison.by}`, { ...said, figure: comparison.figure })
  }
}

/** A playbook's days are hours and its years are months, so that both are written in the larger unit where one fits. */
function periodText({ amount, unit }: Extract<PlaybookComparison, { by: "within" | "longer-than" }>): string {
  if (unit === "hour" && amount % 24 === 0) return t("playbook.period.day", { n: amount / 24 })
  if (unit === "month" && amount % 12 === 0) return t("playbook.period.year", { n: amount / 12 })
  return t(`playbook.period.${unit}`, { n: amount })
}

/** "unused or new". */
const alternatives = (values: string[]) => new Intl.ListFormat(LOCALE, { type: "disjunction" }).format(values)
