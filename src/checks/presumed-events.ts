import { LISTS } from "../lexicon/groups/checks.ts"
import { entriesOf } from "../lexicon/lexicon.ts"
import { isLanguage, LANGUAGES, type Language } from "../text/languages.ts"

/** Something that has happened if it is thanked for or regretted: a payment, a loss, a cancellation. */
export interface PresumedEvent {
  /** Which of the events it is: its line in `lexicon/<language>/checks/events.txt`, the same in every language. */
  event: number
  /** The words that name it. */
  words: string
}

/**
 * Returns what a clause presumes to have happened by thanks, regret or understanding: "Thank you for your payment". It
 * presumes nothing of a case ("if the parcel is lost") and of what a customer asks about ("your question about the
 * refund").
 * @param language ISO 639-1; without one, or with another than the six, all six count
 */
export function presumedEvents(clause: string, language: string | null | undefined): PresumedEvent[] {
  return languagesOf(language).flatMap((one) => {
    const { thanks, open, events } = PATTERNS[one]
    if (!thanks.test(clause)) return []
    const said = clause.replace(open, "")
    return events.flatMap((pattern, event) => {
      const words = pattern.exec(said)?.[0]
      return words === undefined ? [] : [{ event, words }]
    })
  })
}

/** Says whether a text speaks of an event. Without a language, all six count. */
export const speaksOfEvent = (text: string, event: number, language: string | null): boolean =>
  languagesOf(language).some((one) => PATTERNS[one].events[event]?.test(text))

const languagesOf = (language: string | null | undefined): readonly Language[] =>
  isLanguage(language) ? [language] : LANGUAGES

const PATTERNS = Object.fromEntries(LANGUAGES.map((language) => [language, patternsOf(language)])) as Record<
  Language,
  ReturnType<typeof patternsOf>
>

/** Japanese puts no spaces between words, so its patterns match anywhere. */
function patternsOf(language: Language) {
  const pattern = (source: string, flags = "iu") =>
    new RegExp(language === "ja" ? `(?:${source})` : `(?<!\\p{L})(?:${source})(?!\\p{L})`, flags)
  return {
    thanks: pattern(entriesOf(LISTS, language, "thanks-and-regrets").join("|")),
    open: pattern(entriesOf(LISTS, language, "courtesy-open").join("|"), "giu"),
    events: entriesOf(LISTS, language, "events").map((source) => pattern(source))
  }
}
