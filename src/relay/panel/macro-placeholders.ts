import { LANGUAGES } from "../../text/languages.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { gapOfPlaceholder } from "../../ingest/sources/zendesk/macro-text.ts"

/**
 * Returns a macro's text for this ticket. The customer and the agent are named by the ticket's own placeholders, which
 * the browser restores. Anything else in brackets becomes a blank, which the agent fills in.
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
/** Matches a placeholder of a macro that came as a file, for example "{{first name}}". */
const LIQUID = /\{\{([^{}\n]{1,100})\}\}/g
/** Matches brackets that are not yet a blank. */
const GAP = /(?<!\[)\[([^[\]\n]{1,120})\](?!\])/g
