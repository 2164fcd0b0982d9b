/**
 * A document's quoted passages in one text. A form feed separates two passages. The first line of each holds its
 * headings, outermost first and separated by tabs, and its text follows. One row is written and read in a fraction of
 * the time that a row for each passage takes.
 */
export type PassageTexts = string

/** The part of a passage that is quoted. */
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
