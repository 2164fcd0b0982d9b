import { LISTS } from "replywright/lexicon/letter"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"
import { onceEach } from "../memo/once.ts"

/** Returns the entries of a list of `lexicon/<language>/letter/` in all languages. */
export const letterEntries = (list: string): readonly string[] =>
  languagesWith(LISTS, list).flatMap((language) => entriesOf(LISTS, language, list))

/**
 * Returns a list of `lexicon/<language>/letter/` in all languages as the source of one regular expression, because a
 * model may slip into another language than the letter's.
 */
export const letterWords: (list: string) => string = onceEach((list: string) => letterEntries(list).join("|"))

/** Does the same for marks, in which any gap may be in place of a space: "NO_ANSWER", "no-answer". */
export const markWords = (list: string): string => letterWords(list).replaceAll(" ", String.raw`[\s_-]{0,3}`)
