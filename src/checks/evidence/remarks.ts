import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { plainWords } from "../../text/words/words.ts"
import { once } from "../../text/memo/once.ts"

/**
 * Returns a function that says whether a sentence of a lookup's lines, "label: value", is a remark that somebody typed
 * instead of a plain fact such as a status, a date or an amount: by its label, because it speaks of the customer or
 * gives an order, or because it is long or has more than one sentence. The system may be in any language.
 */
export function remarksIn(lines: string): (sentence: string) => boolean {
  const whole = new Set(lines.split("\n").map((line) => line.trim()))
  return (sentence) => {
    const line = sentence.trim()
    return (
      !whole.has(line) ||
      plainWords(valueOf(line).replace(/\p{N}+/gu, " ")).length > MAX_WORDS ||
      remarks().some((mark) => mark.test(line))
    )
  }
}

/** The words of the longest value that counts as a plain fact, without figures: "handed over to the carrier in June". */
const MAX_WORDS = 7

const valueOf = (line: string): string => line.slice(line.indexOf(":") + 1)

const remarks = once(() =>
  LANGUAGES.map((language) => new RegExp(entriesOf(LISTS, language, "remarks").join("|"), "iu"))
)
