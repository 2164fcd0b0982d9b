import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { writtenByCustomer } from "../query/query.ts"
import type { WordLines } from "../postings/word-lines.ts"
import { synonymsOf } from "../synonyms/synonyms.ts"
import { stems } from "../words/stems.ts"
import type { PastTicketWords } from "./tables.ts"

/** Returns what the customer wrote in a masked ticket, without placeholders, gaps and quoted mail. */
export function customerText(ticket: Pick<MaskedTicket, "subject" | "messages">): string {
  return withoutBrackets([ticket.subject, ...writtenByCustomer(ticket)].join("\n"))
}

/** Placeholders, gaps such as "[a name]" and blanks all stand in brackets, and none of them says what was asked. */
export const withoutBrackets = (text: string): string => text.replace(/\[[^[\]\n]{1,80}\]/g, " ")

/**
 * Stems the customer's words as the page is stemmed. Only words that occur in pages are kept: the others never decide
 * between two pages, and names and numbers are among them.
 */
export function pastTicketWords(
  text: string,
  language: string | null,
  isInPages: (word: string) => boolean
): PastTicketWords {
  const words = stems(text, language).filter(isInPages).slice(0, MAX_WORDS)
  return `${words.join(" ")}\t${synonymsOf(words, language).join(" ")}`
}

/** A ticket has thirty of them on average. More would only make it a longer passage. */
const MAX_WORDS = 200

/** Returns the past tickets of a page as passages: the page's title, and the words of one ticket each. */
export function passagesOfPastTickets(page: WordLines, tickets: readonly PastTicketWords[]): WordLines {
  const [sizes = "", words = ""] = page.slice(0, (page.indexOf("\n") + 1 || page.length + 1) - 1).split("\t")
  const titleWords = Number(sizes.split(" ")[0])
  const title = titleWords > 0 ? words.split(" ", titleWords) : []
  return tickets
    .map((ticket) => {
      const [own = "", marks = ""] = ticket.split("\t")
      return `${title.length} 0\t${[...title, own].join(" ")}\t${marks}`
    })
    .join("\n")
}
