import { japaneseWords, spacedWords, wordIn } from "./words.ts"

/** Up to so many words may stand between the name of a number and its figures: "order no. is". */
const upToTwo = (words: string, between: string) => `(?:(?:${words})${between}){0,2}$`
const wordsOf = (list: string) => `${spacedWords(list)}|${japaneseWords(list)}`
const NUMBER_IS = wordsOf("number-is")

/** Words right before a phone number. */
export const DIAL = new RegExp(`${wordIn("before-dialled")}[^.!?。\\n\\d]{0,30}$`, "iu")
/** Words before a number that isn't dialled. */
export const ORDER = new RegExp(
  `${wordIn("before-undialled")}[\\s.:#№()]{0,3}${upToTwo(`${NUMBER_IS}|${wordsOf("number-called")}`, "[\\s.:#]{0,3}")}`,
  "iu"
)
/** Words before the number of an account. */
export const ACCOUNT = new RegExp(
  `${wordIn("before-account")}[\\s.:#№()]{0,4}${upToTwo(`${NUMBER_IS}|:`, "[\\s.:]{0,3}")}`,
  "iu"
)
/** Words nearby which say that it is an account to pay to. */
export const PAYING = new RegExp(wordIn("paid-to"), "iu")
