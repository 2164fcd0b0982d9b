import { LISTS } from "replywright/lexicon/tone"
import { wordsOf } from "../../../lexicon/lexicon.ts"

// A rule and the vocabulary both use these words, so they stand here and not in the rule's folder.

/** Abbreviations that everybody knows: devices, measures, money, countries, offices, carriers. */
export const EVERYDAY = wordsOf(LISTS, "everyday-abbreviations")

/** A second apology with one of these repeats the first. */
export const AGAIN =
  /(?<!\p{L})(?:again|once more|sincer\p{L}*|deep\p{L}*|nochmals?|noch einmal|erneut|encore|à nouveau|de nuevo|nuevamente|otra vez|novamente|mais uma vez|de novo)(?!\p{L})|改めて|重ねて|再度|誠に/iu

/** The stems, in small letters, of the words that apologies are made of. */
export const APOLOGETIC =
  /^(?:sorr|apolog|inconv|troubl|unannehm|entschuld|umst|désagr|excus|molest|disculp|incómod|transtorn|desculp|incomod)/
