import { LISTS } from "../../../lexicon/groups/reply-acts.ts"
import { entriesOf, optionalEntriesOf } from "../../../lexicon/lexicon.ts"
import type { Language } from "../../../text/languages.ts"

/**
 * The words that show what a turn of a conversation does: words and short phrases in lower case; a space is any white
 * space.
 */
export interface ActWords {
  /** Begins the answer to a question of the yes/no kind. */
  yesNo: readonly string[]
  /** Begins a question that wants to hear more than yes or no. */
  asks: readonly string[]
  /** Verbs that begin a yes/no question; undefined where only the lack of one of `asks` tells. */
  verbs: readonly string[] | undefined
  /** Asks for a figure, a price, a time. */
  howMuch: readonly string[]
  /** Asks for a place or a way to reach somebody. */
  where: readonly string[]
  /** Names a place or a way to reach somebody. */
  place: readonly string[]
  /** Begins a first reply. */
  greets: readonly string[]
}

/** Reads the lists in `lexicon/<language>/reply-acts/`. */
export function actWordsOf(language: Language): ActWords {
  const list = (name: string) => entriesOf(LISTS, language, name)
  return {
    yesNo: list("yes-no"),
    asks: list("question-words"),
    verbs: optionalEntriesOf(LISTS, language, "question-verbs"),
    howMuch: list("how-much"),
    where: list("where"),
    place: list("place"),
    greets: list("greetings")
  }
}
