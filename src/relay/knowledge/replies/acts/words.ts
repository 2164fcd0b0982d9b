import type { Language } from "../../../../text/languages.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import { ja } from "./ja.ts"
import { pt } from "./pt.ts"

/** By what words it shows what a turn does. Words and short phrases in lower case, parted by commas; a space is any white space. */
export interface ActWords {
  /** Begins the answer to a question of the yes/no kind. */
  yesNo: string
  /** Begins a question that wants to hear more than yes or no. */
  asks: string
  /** Verbs that begin a yes/no question; left out where only the lack of one of `asks` tells. */
  verbs?: string
  /** Asks for a figure, a price, a time. */
  howMuch: string
  /** Asks for a place or a way to reach somebody. */
  where: string
  /** Names a place or a way to reach somebody. */
  place: string
  /** Begins a first reply. */
  greets: string
}

export const ACT_WORDS: Readonly<Record<Language, ActWords>> = { en, de, fr, es, pt, ja }
