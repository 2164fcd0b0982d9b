import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { once } from "../../text/memo/once.ts"

/**
 * Returns the stretches of a text in which an order to a machine may stand: sentences with a word without which there
 * is none, each with the sentences that follow it in the same paragraph. None overlap. Of a long text only the first and
 * the last ones are returned, so that a text made of such words costs no more than a letter.
 */
export function suspectStretches(text: string): { start: number; end: number }[] {
  const isSuspect = suspectWords()
  const stretches: { start: number; end: number }[] = []
  let following = 0
  let paragraphEnds = 0
  for (const { index: start, 0: piece } of text.matchAll(PIECE)) {
    const end = start + piece.length
    if (!/\S/.test(piece)) paragraphEnds = end
    following = isSuspect(piece) ? MAX_FOLLOWING : Math.max(0, paragraphEnds === end ? 0 : following - 1)
    if (following === 0) continue
    const last = stretches.at(-1)
    if (last?.end === start && last.end > paragraphEnds && end - last.start <= MAX_STRETCH) last.end = end
    else stretches.push({ start, end })
  }
  return stretches.length <= 2 * MAX_AT_AN_END
    ? stretches
    : [...stretches.slice(0, MAX_AT_AN_END), ...stretches.slice(-MAX_AT_AN_END)]
}

/** Matches a sentence, a line or a part of a long one, with the signs that end it. */
const PIECE = /[^.!?。！？\n]{1,400}(?:[.!?。！？]+["”»」』)]?|\n)?|[.!?。！？]{1,400}|\n/g
const MAX_FOLLOWING = 4
const MAX_STRETCH = 1000
const MAX_AT_AN_END = 4

/** Returns a test whether a piece of a text has a suspect word. Each different word is looked at once. */
function suspectWords(): (piece: string) => boolean {
  const answers = new Map<string, boolean>()
  const isSuspect = (word: string) => {
    const answer = answers.get(word) ?? triggers().test(word)
    answers.set(word, answer)
    return answer
  }
  return (piece) => (piece.toLowerCase().match(WORD) ?? []).some(isSuspect)
}
const WORD = /[\p{L}\p{N}]{2,60}/gu

const triggers = once(
  () => new RegExp(LANGUAGES.flatMap((language) => entriesOf(LISTS, language, "order-triggers")).join("|"), "u")
)
