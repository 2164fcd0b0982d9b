/** A passage's words as a document's row stores them. */
export interface PassageWords {
  /** Title, headings and text follow each other, all stemmed. */
  words: string[]
  /** The numbers of words in the title and, after them, in the headings. */
  title: number
  headings: number
  /** The marks of the words' synonyms. */
  synonyms: string[]
}

/**
 * The words of a document's passages as they are stored, with one line for each passage. A line holds the numbers of
 * words in the title and in the headings, then the words, then the marks of their synonyms. One text is read and
 * written in a fraction of the time that arrays take.
 */
export type WordLines = string

export function linesOfWords(
  passages: readonly (Pick<PassageWords, "words" | "synonyms"> & { titleWords: number; headingWords: number })[]
): WordLines {
  return passages
    .map(
      ({ words, titleWords, headingWords, synonyms }) =>
        `${titleWords} ${headingWords}\t${words.join(" ")}\t${synonyms.join(" ")}`
    )
    .join("\n")
}

export function passagesOfLines(lines: WordLines): PassageWords[] {
  return lines === ""
    ? []
    : lines.split("\n").map((line) => {
        const [sizes = "", words, marks] = line.split("\t")
        const [title, headings] = sizes.split(" ").map(Number)
        return { words: listOf(words), title: title ?? 0, headings: headings ?? 0, synonyms: listOf(marks) }
      })
}

const listOf = (text = "") => (text === "" ? [] : text.split(" "))
