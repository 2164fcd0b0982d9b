import { LANGUAGES } from "../../text/languages.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { gapOfPlaceholder } from "../../ingest/sources/zendesk/macro-gaps.ts"

/**
 * A macro's text for this ticket: the customer and the agent by the ticket's own placeholders, which the browser puts
 * back. Whatever else stands in brackets, nobody can fill here: a blank that the agent is led to.
 */
export function fillMacroPlaceholders(
  text: string,
  placeholders: readonly string[],
  { requester, agent }: Pick<MaskedTicket, "requester" | "agent">
): string {
  let filled = text.replace(LIQUID, (_, name: string) => `[${name.trim()}]`)
  for (const name of placeholders) {
    const person = /^(?:ticket\.)?requester\.(?:formatted_|first_)?name$/.test(name)
      ? requester
      : /^(?:agent|current_user)\.(?:formatted_|first_)?name$/.test(name)
        ? agent
        : ""
    if (PERSON.test(person))
      for (const language of LANGUAGES) filled = filled.replaceAll(gapOfPlaceholder(name, language), person)
  }
  return filled.replace(GAP, (whole, name: string) => (PERSON.test(whole) ? whole : `[[${name.trim()}]]`))
}

const PERSON = /^\[PERSON_\d{1,6}\]$/
/** Of a macro that came as a file: "{{first name}}". */
const LIQUID = /\{\{([^{}\n]{1,100})\}\}/g
/** Brackets that are no blank yet. */
const GAP = /(?<!\[)\[([^[\]\n]{1,120})\](?!\])/g
