import { DAY_MS, workingDaysAfter } from "../../../../text/day-distance.ts"
import { facts } from "../../../../text/facts.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Quotable } from "./quotable.ts"

/**
 * Finds the sentences that ask customers to wait who have waited that long already: as many days, or working days, lie
 * between their first message and their newest one.
 * @returns a test for one sentence
 */
export function alreadyWaited({ messages }: MaskedTicket, language: string): (one: Quotable) => boolean {
  const written = messages.filter(({ role }) => role === "customer").map(({ at }) => Date.parse(at))
  const [first = NaN, newest = NaN] = [written[0], written.at(-1)]
  const hours = (newest - first) / HOUR_MS
  const days = workingDaysAfter(first, Math.min(newest, first + LONGEST))
  const wait = WAIT[language]
  return ({ text }) => {
    if (!wait?.test(text) || Number.isNaN(hours)) return false
    const periods = facts(text, language).filter(({ kind }) => kind === "duration")
    return (
      periods.length > 0 &&
      periods.every(({ unit, value }) =>
        unit === "business-day"
          ? days >= Number(value)
          : unit === "hour" && Number(value) >= 24 && hours >= Number(value)
      )
    )
  }
}

/** Matches a sentence that asks somebody to wait, by language. */
const WAIT: Record<string, RegExp> = {
  en: /^(?:please |then |first )*(?:wait|allow|give it)\b/i,
  de: /^(?:bitte )?(?:warten sie|warte)\b/i,
  fr: /^(?:veuillez )?(?:attend(?:ez|re)|patient(?:ez|er))(?!\p{L})/iu,
  es: /^(?:por favor,? )?esper(?:e|ar)(?!\p{L})/iu,
  pt: /^(?:por favor,? )?(?:espere|aguarde)(?!\p{L})/iu,
  ja: /お待ち(?:ください|下さい|願)/u
}

const HOUR_MS = 3_600_000
/** Twelve weeks. No page asks to wait longer. */
const LONGEST = 84 * DAY_MS
