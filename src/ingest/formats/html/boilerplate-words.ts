import { LISTS } from "../../../lexicon/groups/boilerplate.ts"
import { wordsOf } from "../../../lexicon/lexicon.ts"

/** A whole line must match one pattern of the list. */
const whole = (list: string) =>
  new RegExp(`^[\\s·•|–—»«›:]*(?:${[...wordsOf(LISTS, list)].join("|")})[\\s?？!.。:：…·•|–—»]*$`, "iu")
/** Lines that help centres put around an article. */
const LINE = whole("lines")
/** Headings over what is no part of the article: lists of other pages, comments. */
const SECTION = whole("headings")

/** Longest line that is looked at, in characters. */
export const LONGEST_LINE = 160

export const isBoilerplateLine = (line: string): boolean => line.length <= LONGEST_LINE && LINE.test(line)
export const isBoilerplateHeading = (line: string): boolean => line.length <= 60 && SECTION.test(line)
