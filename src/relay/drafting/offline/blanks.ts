import { lookedUpLines } from "../../../ticket/looked-up.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import type { MissingFact } from "../../../ticket/draft.ts"
import { nextSentence } from "./choosing/choose-sentences.ts"
import type { CustomerQuestion } from "./reading/customer-question.ts"
import type { Quotable } from "./reading/quotable.ts"
import type { BlankRule } from "../voices/voice.ts"

/** A sentence with a blank. It follows the quoted sentence that makes it necessary. */
export interface BlankSentence {
  after: Quotable
  text: string
  /** What the agent fills in. It is absent if the ticket's fields give the fact. */
  question?: MissingFact
  /** It stands in the place of the quoted sentence, which only announces what it gives. */
  isInstead: boolean
}

/**
 * Returns a blank for each fact of the customer's own case that nobody gave, if a chosen sentence or the one right
 * after it mentions the fact. A draft gets at most {@link MAX_BLANKS} blanks, because each one makes the agent stop.
 */
export function blanksFor(
  chosen: Quotable[],
  all: Quotable[],
  question: CustomerQuestion,
  ticket: MaskedTicket,
  rules: BlankRule[]
): BlankSentence[] {
  const known = [
    ticket.subject,
    ...ticket.messages.map(({ text }) => text),
    ...Object.entries(ticket.fields ?? {}).map((field) => field.join(": ")),
    ...lookedUpLines(ticket.lookups)
  ].join("\n")
  const blanks: BlankSentence[] = []
  const filled = new Set<string>()
  for (const sentence of chosen) {
    for (const rule of rules) {
      const next = nextSentence(sentence, all)
      // The blank follows the sentence that mentions the fact if that sentence is quoted, too.
      const said =
        [sentence, ...(next && !chosen.includes(next) ? [next] : [])].find((one) => rule.says.test(one.text))?.text ??
        ""
      const matched = rule.says.exec(said)
      if (!matched || (rule.when && !rule.when.test(question.text))) continue
      const { blank, text } = rule.ask(matched)
      if (filled.has(blank) || blanks.some(({ question }) => question?.blank === blank)) continue
      const isInstead = rule.announces === true && said === sentence.text && !sentence.isListItem
      const value = rule.announces ? referenceIn(ticket, blank) : undefined
      if (value !== undefined) {
        filled.add(blank)
        blanks.push({ after: sentence, text: text.replace(`[[${blank}]]`, () => value), isInstead })
        continue
      }
      if (rule.known(blank).test(known)) continue
      blanks.push({ after: sentence, text, question: { blank, why: said }, isInstead })
    }
  }
  return blanks.slice(0, MAX_BLANKS)
}

/**
 * Returns what a field of this name gives, such as a blank that was filled in before, if it looks like a reference and
 * no agent has written it yet. A field may be the customer's, so no other words of it are written.
 */
function referenceIn({ fields = {}, messages }: MaskedTicket, name: string): string | undefined {
  const [, value] = Object.entries(fields).find(([label]) => label.toLowerCase() === name.toLowerCase()) ?? []
  const reference = value?.trim() ?? ""
  const isNews = !messages.some(({ role, text }) => role === "agent" && text.includes(reference))
  return isNews && REFERENCE.test(reference) ? reference : undefined
}

const REFERENCE = /^(?:\p{L}{1,5}[ -]?)?\d[\d ./-]{1,24}$|^\[[A-Z][A-Z_]{1,30}_\d{1,5}\]$/u
const MAX_BLANKS = 2
