import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../lexicon/lexicon.ts"
import { negations, patternsFor, wholeWords } from "./evidence/patterns.ts"
import { isLanguage, LANGUAGES, type Language } from "../text/languages.ts"
import { onceEach } from "../text/memo/text-memory.ts"

/** Something that has happened if it is thanked for or regretted: a payment, a loss, a cancellation. */
export interface PresumedEvent {
  /** Which of the events it is: its line in `lexicon/<language>/checks/events.txt`, the same in every language. */
  event: number
  /** The words that name it. */
  words: string
  /** Whether it is thanked for. What is regretted may also be that it hasn't happened: "sorry about your refund". */
  isThanked: boolean
}

/**
 * Returns what a clause presumes to have happened by thanks, regret or understanding: "Thank you for your payment". It
 * presumes nothing of a case ("if the parcel is lost") and of what a customer asks about ("your question about the
 * refund").
 * @param language ISO 639-1; without one, or with another than the six, all six count
 */
export function presumedEvents(clause: string, language: string | null | undefined): PresumedEvent[] {
  return languagesOf(language).flatMap((one) => {
    const { thanks, regrets, open, events } = patternsOf(one)
    const isRegretted = regrets.test(clause)
    if (!thanks.test(clause) && !isRegretted) return []
    const said = clause.replace(open, "")
    return events.flatMap((pattern, event) => {
      const words = pattern.exec(said)?.[0]
      return words === undefined ? [] : [{ event, words, isThanked: !isRegretted }]
    })
  })
}

/**
 * Says whether a text speaks of an event as it is presumed: "I haven't paid yet" speaks of a payment, but of none that
 * somebody can be thanked for. Without a language, all six count.
 */
export const speaksOfEvent = (
  text: string,
  { event, isThanked }: Pick<PresumedEvent, "event" | "isThanked">,
  language: string | null
): boolean =>
  languagesOf(language).some((one) => {
    const pattern = patternsOf(one).events[event]
    const patterns = patternsFor(one)
    if (!isThanked || !patterns) return pattern?.test(text)
    // The value of a fact belongs to its label: "Payment received: no".
    const clauses = text.replace(/[:：]/g, " ").split(patterns.breaks)
    return clauses.some((clause) => pattern?.test(clause) && negations(clause, patterns) === 0)
  })

const languagesOf = (language: string | null | undefined): readonly Language[] =>
  isLanguage(language) ? [language] : LANGUAGES

/** A relay that starts needs none. */
const patternsOf = onceEach(makePatterns)

function makePatterns(language: Language) {
  const pattern = (source: string, flags = "iu") => new RegExp(wholeWords(language, source), flags)
  return {
    thanks: pattern(entriesOf(LISTS, language, "thanks").join("|")),
    regrets: pattern(entriesOf(LISTS, language, "regrets").join("|")),
    open: pattern(entriesOf(LISTS, language, "courtesy-open").join("|"), "giu"),
    events: entriesOf(LISTS, language, "events").map((source) => pattern(source))
  }
}
