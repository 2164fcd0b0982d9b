import { LISTS } from "replywright/lexicon/guard"
import { entriesOf, optionalEntriesOf, languagesWith } from "../../../lexicon/lexicon.ts"
import { LISTS as REQUESTS } from "replywright/lexicon/requests"

/**
 * Words of one language, as sources of regular expressions without capitals to keep apart: the lists of
 * `lexicon/<language>/guard/`. All languages are looked for at once.
 */
export interface GuardWords {
  /** A model speaking of what it was told. */
  prompt: readonly string[]
  /** What nobody may be asked for. */
  secret: readonly string[]
  /** Asking to be told or sent something, with "us" or "here" in it. */
  ask: readonly string[]
  /** The same, where only the thing asked for tells to whom: on a page of the customer's it is no request. */
  askWeak: readonly string[]
  /** A place of the customer's own where a code is typed. */
  place: readonly string[]
  not: readonly string[]
  /** Whoever reads on is spoken of only under a condition: "let us know if ...". */
  condition: readonly string[]
  /** Looking for something outside: a search engine, a shop for apps. */
  search: readonly string[]
  /** What is done with what was found. */
  login: readonly string[]
  /** Writing to somebody on a messenger. */
  contact: readonly string[]
  /** Digits and numbers to 90, by word. */
  numbers: Record<string, number>
  /** "at" and "dot", read out. */
  at: readonly string[]
  dot: readonly string[]
}

function wordsIn(language: string): GuardWords {
  const list = (name: string) => entriesOf(LISTS, language, name)
  // Japanese has no such lists.
  const optional = (name: string) => optionalEntriesOf(LISTS, language, name) ?? []
  return {
    prompt: list("prompt"),
    secret: list("secret"),
    ask: list("ask"),
    askWeak: optional("ask-weak"),
    place: optional("place"),
    not: list("negations"),
    condition: list("conditions"),
    search: list("search"),
    login: list("login"),
    contact: list("contact"),
    numbers: Object.fromEntries(list("numbers").map(numberOf)),
    at: list("at"),
    dot: list("dot")
  }
}

/** "twenty 20" as the word and its value. */
function numberOf(entry: string): [string, number] {
  const [word = "", value] = entry.split(" ")
  return [word, Number(value)]
}

const ja = wordsIn("ja")
const LANGUAGES: readonly GuardWords[] = [...["en", "de", "fr", "es", "pt"].map(wordsIn), ja]

/** The words of all languages as one expression. Japanese has no ends of words. */
export function anyOf(pick: (words: GuardWords) => readonly string[], flags = "giu"): RegExp {
  const latin = LANGUAGES.filter((words) => words !== ja).flatMap(pick)
  const dense = pick(ja)
  return new RegExp(
    [...(latin.length ? [`(?<![\\p{L}\\p{N}])(?:${latin.join("|")})(?![\\p{L}\\p{N}])`] : []), ...dense].join("|"),
    flags
  )
}

/** Every number word, by word. */
export const NUMBERS: ReadonlyMap<string, number> = new Map(LANGUAGES.flatMap(({ numbers }) => Object.entries(numbers)))

/** Returns the patterns of a list in all languages but Japanese, as alternatives. */
const spacedWords = (list: string): string =>
  [
    ...new Set(
      languagesWith(LISTS, list)
        .filter((language) => language !== "ja")
        .flatMap((language) => entriesOf(LISTS, language, list))
    )
  ].join("|")

/** Returns the Japanese patterns of a list, which match anywhere, as alternatives. */
const japaneseWords = (list: string): string => (optionalEntriesOf(LISTS, "ja", list) ?? ["(?!)"]).join("|")

/** Returns the source of a pattern for any entry of a list: between ends of words, or in Japanese anywhere. */
export const wordIn = (list: string, begin = "\\b", end = "\\b"): string =>
  `(?:${begin}(?:${spacedWords(list)})${end}|${japaneseWords(list)})`

/** Up to so many words may stand between the name of a number and its figures: "order no. is". */
const upToTwo = (words: string, between: string) => `(?:(?:${words})${between}){0,2}$`
const wordsOf = (list: string) => `${spacedWords(list)}|${japaneseWords(list)}`
const NUMBER_IS = wordsOf("number-is")

/** Words right before a phone number. */
export const BEFORE_DIALLED = new RegExp(`${wordIn("before-dialled")}[^.!?。\\n\\d]{0,30}$`, "iu")
/** Words before a number that isn't dialled. */
export const BEFORE_UNDIALLED = new RegExp(
  `${wordIn("before-undialled")}[\\s.:#№()]{0,3}${upToTwo(`${NUMBER_IS}|${wordsOf("number-called")}`, "[\\s.:#]{0,3}")}`,
  "iu"
)
/** Words before the number of an account. */
export const BEFORE_ACCOUNT = new RegExp(
  `${wordIn("before-account")}[\\s.:#№()]{0,4}${upToTwo(`${NUMBER_IS}|:`, "[\\s.:]{0,3}")}`,
  "iu"
)
/** Words nearby which say that it is an account to pay to. */
export const PAID_TO = new RegExp(wordIn("paid-to"), "iu")

/** Names that are the same in all languages, and how Japanese writes them, as sources of regular expressions. */
const names = (list: string) => entriesOf(REQUESTS, "mul", list)
/** In Japanese text, spaces and ends of words mean nothing, so its names are kept apart. */
const denseNames = (list: string) => entriesOf(REQUESTS, "ja", list)

/** Programs by which somebody else works on a computer. */
export const REMOTE_TOOLS = names("remote-tools")
export const REMOTE_TOOLS_DENSE = denseNames("remote-tools")
/** Services that pay money out to whoever says a number, and coins. */
export const MONEY_SERVICES = names("money-services")
export const MONEY_SERVICES_DENSE = denseNames("money-services")
/** Brands whose cards are money anywhere. */
export const CARD_BRANDS = names("card-brands")
/** Cards that are money by their name alone. */
export const CARDS_BY_NAME = names("cards-by-name")
/** Brands whose card is money even where it is just called a card. */
export const GAME_BRANDS = names("game-brands")
/** Schemes of links that open another program or a download. */
export const SCHEMES = entriesOf(LISTS, "mul", "schemes")
/** Words that stand for a letter when somebody spells. */
export const SPELLING_ALPHABET = entriesOf(LISTS, "mul", "spelling-alphabet")
