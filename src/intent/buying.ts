import { LISTS } from "replywright/lexicon/buying"
import { entriesOf, languagesWith } from "../lexicon/lexicon.ts"
import { sentences } from "../text/sentences.ts"

/**
 * What a customer asks about buying: for something in the place of what isn't there, for what goes with something, what
 * to buy, or whether something is there and what it costs.
 */
export type BuyingQuestion = (typeof QUESTIONS)[number]

/** The one that says most comes first: "Is it in stock, or what would you take instead?" asks for another one. */
const QUESTIONS = ["alternative", "goes-with", "choose", "stock"] as const

/**
 * Returns what a customer asks about buying, or undefined. A sentence about a fault, a return or an order under way
 * asks nothing of the kind.
 * @param language ISO 639-1; in a language without lists nothing is found
 */
export function buyingQuestion(text: string, language: string | null): BuyingQuestion | undefined {
  const signs = PATTERNS[language ?? ""]
  if (!signs) return undefined
  const said = sentences(text, language)
    .map((one) => one.text)
    .filter((sentence) => !signs.not.test(sentence))
  return QUESTIONS.find((question) => said.some((sentence) => signs[question].test(sentence)))
}

/** Japanese has no spaces between words, so a sign is found anywhere. */
const PATTERNS: Readonly<Record<string, Readonly<Record<BuyingQuestion | "not", RegExp>>>> = Object.fromEntries(
  languagesWith(LISTS, "stock").map((language) => {
    const of = (list: BuyingQuestion | "not") => {
      const any = `(?:${entriesOf(LISTS, language, list).join("|")})`
      return new RegExp(language === "ja" ? any : `(?<![\\p{L}\\d])${any}(?![\\p{L}\\d])`, "iu")
    }
    return [
      language,
      {
        stock: of("stock"),
        alternative: of("alternative"),
        "goes-with": of("goes-with"),
        choose: of("choose"),
        not: of("not")
      }
    ]
  })
)
