import { contentWords } from "../../../../text/words/words.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { sentenceAround } from "../../basis/spans.ts"
import { findPhrase, listPattern, phrasesOf, AGAIN, APOLOGETIC } from "../../phrases/phrases.ts"

/**
 * The reply apologises twice for one matter, or once far too heavily. In Japanese it takes three apologies, because a
 * mail usually has one at the beginning and one at the end. The finding runs from the first apology to the last. The
 * fix removes the last one where that is a sentence of its own.
 */
export const overApology: ToneRule = { order: 90, find }

function find(reply: Reply): ToneFinding[] {
  const { apology } = phrasesOf(reply.written)
  const none = findPhrase(listPattern(reply.written, "apology-none"), reply.text)
  const isNone = (at: number) => none.some((match) => at >= match.index && at < match.index + match[0].length)
  const said = findPhrase(apology, reply.text).filter((match) => !isNone(match.index))
  const heavy = findPhrase(listPattern(reply.written, "apology-heavy"), reply.text)
  const places = ofOneMatter(reply, inSentences(reply, said))
  const [first] = places
  const last = places.at(-1)
  if (first && last && places.length >= (reply.written === "ja" ? 3 : 2))
    return [finding(reply, "over-apology", first.start, last.end, without(reply, last))]
  return heavy.slice(0, 1).map((match) => finding(reply, "over-apology", match.index, match.index + match[0].length))
}

interface Apology {
  start: number
  end: number
  sentence: string
}

/** "Sorry, I apologise" counts as two apologies, and so does "Sorry for the delay and sorry for the noise". */
function inSentences(reply: Reply, said: RegExpExecArray[]): Apology[] {
  return said.map((match) => {
    const start = match.index
    return { start, end: start + match[0].length, sentence: sentenceAround(reply, start).text }
  })
}

/** Two apologies that each name a different matter do not count, nor those for one thing and another "as well". */
function ofOneMatter(reply: Reply, said: Apology[]): Apology[] {
  const [first, second, ...more] = said
  if (!first || !second || more.length > 0) return said
  if (first.sentence === second.sentence) return ALSO.test(second.sentence) ? [] : said
  const one = matterOf(first, reply)
  const other = matterOf(second, reply)
  return one.length > 1 && other.length > 1 && !one.some((word) => other.includes(word)) && !AGAIN.test(second.sentence)
    ? []
    : said
}

const ALSO = /(?<!\p{L})(?:also|too|as well|auch|ebenfalls|aussi|également|también|também|igualmente)(?!\p{L})/iu

function matterOf({ sentence }: Apology, { written }: Reply): string[] {
  return contentWords(sentence, written).filter((word) => !APOLOGETIC.test(word))
}

function without(reply: Reply, last: Apology): Pick<ToneFinding, "fix"> {
  const { start, end, text } = sentenceAround(reply, last.start)
  const before = reply.text.slice(0, start).trimEnd()
  const sign = before.slice(-1)
  // The sign before it is replaced as well, because editors delete words without a replacement only by a key press.
  return sign === "" || matterOf({ ...last, sentence: text }, reply).length > 3
    ? {}
    : { fix: { from: before.length - 1, to: end, text: sign } }
}
