import { stems } from "../words/stems.ts"
import { synonymsOf } from "./synonyms.ts"

/** Returns the marks of the synonyms in a text. @param language ISO 639-1, or null */
export const meaningsOf = (text: string, language: string | null): string[] =>
  synonymsOf(stems(text, language), language)
