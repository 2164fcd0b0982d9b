import type { EvidencePart, SentenceToVerify, VerifyTask, Verdict } from "../drafter/contract.ts"
import { contentWords, plainWords } from "../../text/words/words.ts"
import { isCourtesy } from "../../checks/courtesy.ts"
import { teamActIn } from "../../checks/team-acts.ts"
import { languageWritten } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"

/** A sentence of the evidence, or two neighbours, which many a statement needs. */
export interface EvidenceUnit {
  /** The names of its sentences, such as "S1.2". */
  names: string[]
  /** What the part is, and the words: "public page: Returning a lamp: Lamps can be sent back within 30 days." */
  text: string
  /** It stands in the ticket itself, where nobody tells a rule from what a customer says. */
  isOfTicket: boolean
}

interface RankedUnit extends EvidenceUnit {
  part: EvidencePart
  words: ReadonlySet<string>
}

/** In UTF-16 units. A longer sentence is cut, because models of pairs read some 500 tokens. */
const MAX_UNIT = 1000

/**
 * Returns, for each sentence, the units of the evidence that share the rarest words with it, best first. What a message
 * quotes or forwards proves nothing and is left out. If fewer units share words, as between two languages, pages and
 * other sources fill the places, and then the ticket.
 * @param limit of units for a sentence
 */
export function unitsFor({ evidence, sentences }: VerifyTask, limit: number): Map<SentenceToVerify, EvidenceUnit[]> {
  const units = evidence.filter((part) => !isQuote(part)).flatMap(unitsOfPart)
  const weights = weightsOf(units)
  return new Map(
    sentences.map((sentence) => {
      const own = units.filter(({ part }) => sentence.against?.includes(part.id) ?? true)
      const words = wordsOf(sentence.text)
      const scored = own.map((unit) => ({ unit, score: sharedWeight(words, unit.words, weights) }))
      scored.sort((a, b) => b.score - a.score || Number(a.unit.isOfTicket) - Number(b.unit.isOfTicket))
      return [sentence, scored.slice(0, limit).map(({ unit }) => unit)]
    })
  )
}

/** Says whether a part is the ticket's: its subject and fields, a message, or what one quotes. */
export const isOfTicket = ({ id }: EvidencePart): boolean => /^[TM]/.test(id)

/** Says whether a part is what a message quotes or forwards. */
export const isQuote = ({ id }: EvidencePart): boolean => id.endsWith("Q")

/** Returns the beginning of the first message, as the question that a text answers. "" if there is no message. */
export function questionIn(evidence: readonly EvidencePart[]): string {
  const message = evidence.find(({ id }) => /^M\d+$/.test(id))
  return plainLine(message?.sentences.join(" ") ?? "").slice(0, MAX_QUESTION)
}

/** In UTF-16 units. */
const MAX_QUESTION = 500

function unitsOfPart(part: EvidencePart): RankedUnit[] {
  const unitOf = (places: number[]): RankedUnit => {
    const text = places.map((at) => part.sentences[at] ?? "").join(" ")
    return {
      part,
      isOfTicket: isOfTicket(part),
      names: places.map((at) => `${part.id}.${at + 1}`),
      text: plainLine(`${part.head}: ${text}`).slice(0, MAX_UNIT),
      words: wordsOf(text)
    }
  }
  return part.sentences.flatMap((_, at) => [
    unitOf([at]),
    ...(at + 1 < part.sentences.length ? [unitOf([at, at + 1])] : [])
  ])
}

/**
 * Puts a text on one line, without the signs by which tokenizers end and join texts ("</s>", "[SEP]", "<|im_end|>"): they
 * read them in any text, so that a customer's message could end early and go on as the sentence that it is to show.
 */
export const plainLine = (text: string): string => text.replace(TOKENIZER_SIGN, " ").replace(/\s+/g, " ").trim()

const TOKENIZER_SIGN = /<\/?s>|<\/?(?:bos|eos|pad)>|<\|[^|<>\s]{1,40}\|>|\[(?:SEP|CLS|PAD|MASK)\]/gi

/** Figures count as words, because they are what a rule is told apart by. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set([...contentWords(text), ...plainWords(text).filter((word) => /^\p{N}/u.test(word))])

function weightsOf(units: readonly RankedUnit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { words } of units) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + units.length / count)]))
}

/** A unit with many other words weighs a little less, so that a sentence comes before itself with a neighbour. */
function sharedWeight(
  words: ReadonlySet<string>,
  own: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>
): number {
  let sum = 0
  for (const word of words) if (own.has(word)) sum += weights.get(word) ?? 0
  return sum / (1 + own.size / 100)
}

/** Returns the language of the sentences, ISO 639-1, or null if nothing shows it. */
export const languageOf = ({ sentences }: VerifyTask): string | null =>
  languageWritten(sentences.map(({ text }) => text).join(" "), LANGUAGES).language

/** A sentence, the language it is in, and whether nothing but the ticket shows it. */
interface SeenSentence {
  text: string
  language: string | null
  isByTicket?: boolean
}

/**
 * Takes back what a model can't know that sees a sentence and some evidence, but no day, no thread and no roles:
 * - A greeting, thanks, a closing or a question states nothing, so that no evidence for it is no fault.
 * - What the team did, does or grants isn't shown by the ticket, where a customer may have written it.
 * Dates and sums that have to be reckoned it denies, and it can't tell a file of the customer's from a source.
 */
export function withinItsSight(verdict: Verdict, { text, language, isByTicket = false }: SeenSentence): Verdict {
  const isSilent = verdict.verdict === "not-supported" && isCourtesy(text, language)
  const isAct = verdict.verdict === "supported" && isByTicket && statesAct(text, language)
  return isSilent || isAct ? { n: verdict.n, verdict: "unclear" } : verdict
}

/** Says whether a sentence states what the team did, does or grants. */
export const statesAct = (sentence: string, language: string | null): boolean =>
  teamActIn(sentence, language) !== undefined

/** So many requests of one verification are under way at once. */
const AT_ONCE = 4

/**
 * Does some work for each item, a few at a time, in their order.
 * @throws the first error; what hasn't begun isn't begun then
 */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values()
  let hasFailed = false
  async function workOn(): Promise<void> {
    for (const item of left) {
      if (hasFailed) return
      try {
        await work(item)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, workOn))
}
