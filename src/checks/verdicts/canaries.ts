import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { isLanguage, type Language } from "../../text/languages.ts"
import { sentences } from "../../text/sentences.ts"
import { withoutInjection } from "../injection/find-injection.ts"
import { wholeWords } from "../evidence/patterns.ts"
import { onceEach } from "../../text/memo/text-memory.ts"

/** A text from which canaries can be made. */
export interface CanaryText {
  text: string
  language: string | null
}

/**
 * Returns sentences that the texts deny, to test whoever verifies against them: one with another figure, and one whose
 * denial is dropped. Without a denial, a second one has another figure, and without any, a fee is invented. None comes
 * from text that gives orders to a machine.
 */
export function canariesFrom(texts: readonly CanaryText[]): string[] {
  const all = texts.flatMap(({ text, language }) =>
    sentences(withoutInjection(text), language).flatMap((one) =>
      one.text.length <= LONGEST ? [{ text: one.text, language }] : []
    )
  )
  const figures = altered(all, withOtherFigure)
  const [denial] = altered(all, withoutDenial)
  const canaries = [figures[0], denial ?? figures[1]].flatMap((one) => one ?? [])
  return canaries.length > 0 ? canaries : [INVENTED]
}

/** In UTF-16 units. A longer one says so much that what is wrong in it is easily passed over. */
const LONGEST = 240

const INVENTED = "We charge a handling fee of 45 EUR for this."

/** Returns the first two sentences that an alteration changes, as it changes them. */
function altered(all: readonly CanaryText[], alter: (sentence: CanaryText) => string): string[] {
  const results: string[] = []
  for (const sentence of all) {
    const other = alter(sentence)
    if (other !== sentence.text) results.push(other)
    if (results.length === 2) break
  }
  return results
}

function withOtherFigure({ text }: CanaryText): string {
  const figure = FIGURE.exec(text)
  if (!figure) return text
  const other = String(Number(figure[0]) + STEP)
  return text.slice(0, figure.index) + other + text.slice(figure.index + figure[0].length)
}

/** A whole number by itself, in no placeholder, link, code, date or amount with cents. */
const FIGURE = /(?<![A-Za-z\p{N}_.,:/#@[-])\d{1,3}(?![A-Za-z\p{N}_]|[.,:/-]\d|[)\].])/u
const STEP = 4

function withoutDenial({ text, language }: CanaryText): string {
  if (!isLanguage(language)) return text
  for (const { pattern, instead } of denialsOf(language)) {
    const other = text.replace(pattern, instead)
    if (other !== text) return other.replace(/ {2,}/g, " ").trim()
  }
  return text
}

const denialsOf = onceEach((language: Language) =>
  entriesOf(LISTS, language, "denials").map((entry) => {
    const [source = "", instead = ""] = entry.split("=")
    return { pattern: new RegExp(wholeWords(language, source), "iu"), instead }
  })
)
