import { LISTS } from "replywright/lexicon/import"
import { wordsOf } from "../../../lexicon/lexicon.ts"

/** Makes a pattern that a whole line must match with one pattern of the list. */
const whole = (list: string) =>
  new RegExp(`^[\\s·•|–—»«›:]*(?:${[...wordsOf(LISTS, list)].join("|")})[\\s?？!.。:：…·•|–—»]*$`, "iu")
/** Lines that help centres put around an article. */
const LINE = whole("boilerplate-lines")
/** Headings of sections that aren't part of the article, such as lists of other pages or comments. */
const SECTION = whole("boilerplate-headings")

/** Longer lines, in characters, are never taken for boilerplate. */
export const LONGEST_LINE = 160

export const isBoilerplateLine = (line: string): boolean => line.length <= LONGEST_LINE && LINE.test(line)
export const isBoilerplateHeading = (line: string): boolean => line.length <= 60 && SECTION.test(line)
