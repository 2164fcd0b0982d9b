/** A passage's words as a document's row has them. */
export interface PassageWords {
  /** Title, headings and text, one after the other, stemmed. */
  words: string[]
  /** How many of `words` belong to the title, and how many after them to the headings. */
  title: number
  headings: number
  /** Marks of what they mean. */
  synonyms: string[]
}

/**
 * The words of a document's passages as they are stored: a line each passage, in it how many words the title has and
 * how many the headings, then the words, then the marks of what they mean. One text is read and written in a fraction
 * of the time that arrays take.
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
        const [sizes = "", words, meanings] = line.split("\t")
        const [title, headings] = sizes.split(" ").map(Number)
        return { words: listOf(words), title: title ?? 0, headings: headings ?? 0, synonyms: listOf(meanings) }
      })
}

const listOf = (text = "") => (text === "" ? [] : text.split(" "))
