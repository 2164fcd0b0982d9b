/**
 * The passages of a document as they are quoted, in one text: between each two a form feed, in each first a line with
 * its headings, outermost first and a tab between each two, and then what it says. One row is written and read in a
 * fraction of the time that a row each takes.
 */
export type PassageTexts = string

/** What is quoted of a passage. */
export interface QuotedPassage {
  headings: string[]
  text: string
}

export function textsOfPassages(passages: readonly QuotedPassage[]): PassageTexts {
  return passages
    .map(
      ({ headings, text }) =>
        `${headings.map((heading) => heading.replace(BREAKS, " ")).join("\t")}\n${text.replace(FEEDS, " ")}`
    )
    .join("\f")
}

export function passagesOfTexts(texts: PassageTexts): QuotedPassage[] {
  return texts === ""
    ? []
    : texts.split("\f").map((piece) => {
        const end = piece.indexOf("\n")
        return { headings: end > 0 ? piece.slice(0, end).split("\t") : [], text: piece.slice(end + 1) }
      })
}

const BREAKS = /[\t\r\n\f]+/g
const FEEDS = /\f/g
