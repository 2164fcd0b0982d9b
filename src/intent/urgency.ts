import { LISTS } from "replywright/lexicon/urgency"
import { entriesOf, languagesWith } from "../lexicon/lexicon.ts"
import type { TicketAbout } from "../ticket/ticket-about.ts"

/** What of a text says that it can't wait, or that somebody else should see it, in the customer's words. */
export interface UrgencySigns {
  urgent?: string
  escalate?: { reason: (typeof REASONS)[number]; because: string }
}

/**
 * Returns the signs of urgency in what a customer wrote. What is denied is no sign ("I don't need it by tomorrow"), and
 * a text that says that there is no hurry isn't urgent, except by a danger or a fraud.
 * @param language ISO 639-1; in a language without lists nothing is found
 */
export function urgencySigns(text: string, language: string | null): UrgencySigns {
  const signs = PATTERNS[language ?? ""]
  if (!signs) return {}
  const statements = withoutDenied(text, signs)
  const find = (list: SignList) => signs[list].exec(list === "calm" ? text : statements)?.[0].trim()
  const escalate = REASONS.flatMap((reason) => {
    const because = find(reason)
    return because === undefined ? [] : [{ reason, because: clip(because) }]
  })[0]
  const soon = find("calm") === undefined ? find("soon") : undefined
  const isGrave = GRAVE.some((reason) => reason === escalate?.reason)
  const urgent = soon ?? (isGrave ? escalate?.because : undefined)
  return { ...(urgent !== undefined && { urgent: clip(urgent) }), ...(escalate && { escalate }) }
}

/**
 * Returns whether a page speaks of every danger and fraud that the customer tells of. If it doesn't, the same words may
 * stand in it for something harmless: a lost phone, where somebody was talked into moving their money.
 * @param language ISO 639-1 of both; in a language without lists nothing is grave
 */
export function speaksOfWhatIsGrave(page: string, asked: string, language: string): boolean {
  const signs = PATTERNS[language]
  if (!signs) return true
  const plain = withoutDenied(asked, signs)
  return GRAVE.every((reason) => !signs[reason].test(plain) || signs[reason].test(page))
}

const withoutDenied = (text: string, { denied }: Pick<(typeof PATTERNS)[string], "denied">) =>
  text.replace(denied, "\n")

/** Somebody may be hurt or robbed while the ticket waits. */
const GRAVE = ["danger", "fraud"] as const
/** The most severe comes first. */
const REASONS = ["danger", "fraud", "law", "manager"] as const satisfies NonNullable<
  TicketAbout["escalate"]
>["reason"][]
type SignList = "soon" | "calm" | "denied" | (typeof REASONS)[number]

/** A pattern may take in a few words between its parts; the line in the panel has little room. */
const clip = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words)
const LONGEST = 60

/** Japanese has no spaces between words, so a sign is found anywhere. */
const PATTERNS: Readonly<Record<string, Readonly<Record<SignList, RegExp>>>> = Object.fromEntries(
  languagesWith(LISTS, "soon").map((language) => {
    const of = (list: SignList, flags = "iu") => {
      const any = `(?:${entriesOf(LISTS, language, list).join("|")})`
      return new RegExp(language === "ja" ? any : `(?<![\\p{L}\\d])${any}(?![\\p{L}\\d])`, flags)
    }
    return [
      language,
      {
        ...{ soon: of("soon"), calm: of("calm"), denied: of("denied", "giu") },
        ...{ danger: of("danger"), fraud: of("fraud"), law: of("law"), manager: of("manager") }
      }
    ]
  })
)
