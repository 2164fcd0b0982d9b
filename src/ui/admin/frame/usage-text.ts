import { locale } from "../../messages/locale.ts"
import { isMessage, tell } from "../../messages/t.ts"

/** Returns "€1.50", or four digits of an amount below one. */
export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat(locale(), {
    style: "currency",
    currency,
    maximumFractionDigits: amount > 0 && amount < 1 ? 4 : 2
  }).format(amount)
}

/** Returns "drafts". A task without a word here is shown by its own name. */
export function taskWord(task: string): string {
  const key = `task.${task}`
  return isMessage(key) ? tell(key, {}) : task
}
