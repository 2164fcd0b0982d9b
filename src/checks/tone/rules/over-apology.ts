import { contentWords } from "../../../text/words/words.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../basis/finding.ts"
import { findPhrase, phrasesOf } from "../phrases/phrases.ts"
import { sentenceAround } from "../basis/spans.ts"

/**
 * One matter apologised for twice (in Japanese, where beginning and end usually have one each: three times), or once
 * beyond all measure. From the first to the last of them. The way out: without the last one, where that is a sentence
 * of its own.
 */
export const overApology: ToneRule = (reply) => {
  const { apology } = phrasesOf(reply.written)
  const none = findPhrase(apology.none, reply.text)
  const isNone = (at: number) => none.some((match) => at >= match.index && at < match.index + match[0].length)
  const said = findPhrase(apology.plain, reply.text).filter((match) => !isNone(match.index))
  const heavy = findPhrase(apology.heavy, reply.text)
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

/** "Sorry, I apologise" in one breath is two; "Sorry for the delay and sorry for the noise" too. */
function inSentences(reply: Reply, said: RegExpExecArray[]): Apology[] {
  return said.map((match) => {
    const start = match.index
    return { start, end: start + match[0].length, sentence: sentenceAround(reply, start).text }
  })
}

/** Without those that each name a matter of their own. */
function ofOneMatter(reply: Reply, said: Apology[]): Apology[] {
  const [first, second, ...more] = said
  if (!first || !second || more.length > 0 || first.sentence === second.sentence) return said
  const one = matterOf(first, reply)
  const other = matterOf(second, reply)
  return one.length > 1 && other.length > 1 && !one.some((word) => other.includes(word)) && !AGAIN.test(second.sentence)
    ? []
    : said
}

export const AGAIN =
  /(?<!\p{L})(?:again|once more|sincer\p{L}*|deep\p{L}*|nochmals?|noch einmal|erneut|encore|à nouveau|de nuevo|nuevamente|otra vez|novamente|mais uma vez|de novo)(?!\p{L})|改めて|重ねて|再度|誠に/iu

function matterOf({ sentence }: Apology, { written }: Reply): string[] {
  return contentWords(sentence, written).filter((word) => !APOLOGETIC.test(word))
}

/** What apologies are made of: stems in small letters. */
export const APOLOGETIC =
  /^(?:sorr|apolog|inconv|troubl|unannehm|entschuld|umst|désagr|excus|molest|disculp|incómod|transtorn|desculp|incomod)/

function without(reply: Reply, last: Apology): Pick<ToneFinding, "fix"> {
  const { start, end, text } = sentenceAround(reply, last.start)
  const before = reply.text.slice(0, start).trimEnd()
  const sign = before.slice(-1)
  // Together with the sign before it: editors put nothing in the place of something only by a key.
  return sign === "" || matterOf({ ...last, sentence: text }, reply).length > 3
    ? {}
    : { fix: { from: before.length - 1, to: end, text: sign } }
}
