import { LOCALE } from "../../messages/locale.ts"
import { isMessage, tell } from "../../messages/t.ts"

/** "€1.50"; four digits of what is less than one. */
export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    maximumFractionDigits: amount > 0 && amount < 1 ? 4 : 2
  }).format(amount)
}

/** "drafts"; a task that has no word here by its own name. */
export function taskWord(task: string): string {
  const key = `task.${task}`
  return isMessage(key) ? tell(key, {}) : task
}
