import { LISTS } from "replywright/lexicon/reply-acts"
import { entriesOf, optionalEntriesOf } from "../../../lexicon/lexicon.ts"
import type { Language } from "../../../text/languages.ts"

/**
 * The words that show what a turn of a conversation does. They are words and short phrases in lower case, and a space
 * stands for any white space.
 */
export interface ActWords {
  /** These begin the answer to a yes/no question. */
  yesNo: readonly string[]
  /** These begin a question that can't be answered by yes or no. */
  asks: readonly string[]
  /** These verbs begin a yes/no question. If undefined, only the absence of the words in `asks` shows one. */
  verbs: readonly string[] | undefined
  /** These ask for a figure, a price or a time. */
  howMuch: readonly string[]
  /** These ask for a place or a way to reach somebody. */
  where: readonly string[]
  /** These name a place or a way to reach somebody. */
  place: readonly string[]
  /** These begin a first reply. */
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
