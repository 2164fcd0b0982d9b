import { stems } from "../../../../search/words/stems.ts"
import { synonymsOf } from "../../../../search/synonyms/synonyms.ts"
import type { Wish } from "../../../../text/wishes.ts"
import type { UndoneWish } from "../../../../ticket/draft.ts"
import type { Voice } from "../../voices/voice.ts"
import { scoreSentences } from "../choosing/score-sentences.ts"
import type { CustomerQuestion } from "../reading/customer-question.ts"
import { waysToSettle } from "../reading/customer-knows.ts"
import type { Quotable } from "../reading/quotable.ts"
import { denies } from "../reading/denies.ts"
import type { WishedText } from "./shorten.ts"

interface MentionJob {
  quotable: Quotable[]
  wishes: Wish[]
  question: CustomerQuestion
  language: string
  voice: Voice
  /** How many other drafts the agent has asked for. */
  attempt: number
}

/**
 * Returns the sentences of sources with what the agent wants mentioned or offered, and what no source says. What is
 * offered is never a sentence that denies it: "Nothing is refunded until the search has ended" offers no refund.
 * @param letter what the letter says without these wishes
 */
export function mentioned(
  { quotable, wishes, question, language, voice, attempt }: MentionJob,
  letter: Quotable[]
): WishedText {
  const sentences: Quotable[] = []
  const notDone: UndoneWish[] = []
  // What another wish has brought into the letter wasn't there before.
  const isPlain = attempt === 0 && !wishes.some(({ kind }) => kind === "leave-out" || kind === "longer")
  for (const wish of wishes) {
    if (wish.kind !== "mention" && wish.kind !== "offer") continue
    const share = shareOf(wish.thing, language)
    const pages = new Set(letter.map(({ source }) => source))
    const isGranted = (one: Quotable) => denies(wish.thing, language) || !denies(one.text, language)
    const best = scoreSentences(question, quotable, voice.needed)
      .map(({ one }) => ({ one, share: share(one), isGranted: isGranted(one), isOnPage: pages.has(one.source) }))
      .filter((one) => one.share >= HALF && !one.one.isDenied && (one.isGranted || wish.kind === "mention"))
      // Another page grants it to another case than this one.
      .filter(({ isOnPage }) => wish.kind === "mention" || isOnPage || pages.size === 0)
      .sort(
        (a, b) =>
          b.share - a.share || Number(b.isGranted) - Number(a.isGranted) || Number(b.isOnPage) - Number(a.isOnPage)
      )[0]
    if (letter.some((one) => share(one) >= (best?.share ?? 1) && isGranted(one))) {
      if (isPlain) notDone.push({ part: wish.part, why: "already-there" })
    } else if (!best) notDone.push({ part: wish.part, why: "no-source" })
    else if (!sentences.includes(best.one)) sentences.push(best.one)
  }
  return { sentences, notDone }
}

/** The share of the thing's words that a sentence has to hold. */
const HALF = 0.5

/**
 * Returns which share of a thing's words a sentence holds, in these words or in others that mean the same. All that
 * names money as a way to settle it means the same, and so does all that names a new product.
 */
function shareOf(thing: string, language: string): (one: Quotable) => number {
  const words = [...new Set(stems(thing, language))]
  const meanings = words.map((word) => marksOf([word], language))
  const ofPhrase = marksOf(stems(thing, language), language).difference(
    new Set(meanings.flatMap((marks) => [...marks]))
  )
  const ways = words.length <= MAX_WORDS_OF_WAY ? waysToSettle(language).filter((way) => way.test(thing)) : []
  return (one) => {
    if (words.length === 0) return 0
    const marks = marksOf(stems(one.text, language), language)
    if (!ofPhrase.isDisjointFrom(marks) || ways.some((way) => way.test(one.text))) return 1
    const shared = words.filter((word, at) => one.words.has(word) || meanings[at]?.isDisjointFrom(marks) === false)
    return shared.length / words.length
  }
}

/** A member of a German compound is only a part of what the thing is. */
const marksOf = (words: string[], language: string): Set<string> =>
  new Set(synonymsOf(words, language).filter((mark) => !mark.startsWith("~de:")))

/** "A full refund" is a way to settle it, and more words name something of their own. */
const MAX_WORDS_OF_WAY = 2
