import type { DraftPart } from "../../../../models/drafter/contract.ts"
import type { Quotable } from "../reading/quotable.ts"
import { rowUnderHeading } from "../reading/table-row.ts"

/**
 * Joins the sentences. Those of one paragraph of a page stay together, and a new page or paragraph starts a new one. The
 * sentences of one list item stay in it, and the last item of a list ends with a full stop. Under its heading, a row of
 * two columns needs no names of columns.
 * @param withBlanks returns a sentence's text with the blanks that follow it or stand in its place
 */
export function bodyOf(
  sentences: Quotable[],
  space: string,
  withBlanks: (sentence: Quotable, text: string) => string[]
): DraftPart[] {
  return sentences.map((one, at) => {
    const [before, next] = [sentences[at - 1], sentences[at + 1]]
    const bullet = one.isListItem && !isSameItem(before, one) ? "- " : ""
    const said = (one.list === undefined ? undefined : rowUnderHeading(one.text)) ?? one.text
    const text = one.isListItem && !next?.isListItem ? said.replace(/(?<!\s)\s*[;,]$/, ".") : said
    return { text: bullet + withBlanks(one, text).join(space) + (next ? gapBetween(one, next, space) : "") }
  })
}

function gapBetween(one: Quotable, next: Quotable, space: string): string {
  if (one.isListItem && next.isListItem) return isSameItem(one, next) ? space : "\n"
  const isTogether = next.source === one.source && next.paragraph === one.paragraph
  return isTogether && !one.isListItem && !next.isListItem ? space : "\n\n"
}

const isSameItem = (one: Quotable | undefined, next: Quotable) =>
  next.goesOn && one?.source === next.source && one.at === next.at - 1
