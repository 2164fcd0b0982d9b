import { LISTS } from "replywright/lexicon/tone"
import { wordsOf } from "../../../../lexicon/lexicon.ts"
import { isLanguage } from "../../../../text/languages.ts"
import { words } from "../../../../text/words/words.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { findPhrase, hasPhrase, listPattern, phrasesOf } from "../../phrases/phrases.ts"
import { mergedSpans, isQuotedSpan, spansOf, type Span } from "../../basis/spans.ts"
import { onceEach } from "../../../../text/memo/text-memory.ts"

/**
 * The reply refuses or dismisses without a courteous word, a reason or a next step. A short answer that refuses nothing
 * isn't cold. Rude words are cold in any company.
 */
export const coldness: ToneRule = { order: 70, find }

function find(reply: Reply): ToneFinding[] {
  const { kind } = phrasesOf(reply.written)
  const curt =
    hasPhrase(kind, reply.text) || reply.text.trim().endsWith("?")
      ? []
      : [...spansOf(listPattern(reply.written, "cold-curt"), reply), ...bareNo(reply)]
  return mergedSpans([...spansOf(listPattern(reply.written, "cold-rude"), reply), ...curt])
    .filter((span) => !isQuotedSpan(reply, span))
    .map(({ start, end }) => finding(reply, "coldness", start, end))
}

/**
 * Between greeting and name there are only a few words, and they refuse. In a chat they count only if they begin with
 * the refusal. A smile, reassurance or the thing that was asked for makes it a proper answer. An insult is worse than a
 * refusal, and the finding of its own rule is enough.
 */
function bareNo(reply: Reply): Span[] {
  const { greeting, opening } = phrasesOf(reply.written)
  const body = reply.sentences.filter(
    ({ text }) => !startsWith(greeting, text) && words(text).length > 0 && !isName(text)
  )
  const [first] = body
  const last = body.at(-1)
  if (
    !first ||
    !last ||
    body.length > 2 ||
    hasPhrase(listPattern(reply.written, "insult"), reply.text) ||
    body.some(
      ({ text }) =>
        startsWith(opening, text) ||
        /[!！]|[:;]-?[)D]|\p{Extended_Pictographic}/u.test(text) ||
        GIVES.test(text) ||
        SAYS_YES.test(text) ||
        REASSURES.test(text)
    )
  )
    return []
  const count = body.reduce((sum, { text }) => sum + words(text).length, 0)
  const refusal = refusalIn(isLanguage(reply.written) ? reply.written : "en")
  const refuses =
    body.some(({ text }) => refusal.test(text)) &&
    (reply.channel === "mail" || SAYS_NO.test(first.text) || count <= FEWEST)
  return refuses && count <= FEW ? [{ start: first.start, end: last.end }] : []
}

/** These differ by language: Portuguese "no" means "in the". */
const refusalIn = onceEach((language: string) => {
  const words = listPattern(language, "refusals")
  return new RegExp(language === "ja" ? words : `(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu")
})

const inAnyLanguage = (list: string) => [...wordsOf(LISTS, list)].join("|")
const SAYS_YES = new RegExp(`^\\s*(?:${inAnyLanguage("says-yes")})(?!\\p{L})`, "iu")
const SAYS_NO = new RegExp(
  `^\\s*(?:${inAnyLanguage("says-no")})(?!\\p{L})(?! (?:${inAnyLanguage("harmless-no")}))|` +
    `^[^。]{0,12}(?:${inAnyLanguage("refusal-ends")})`,
  "iu"
)
const REASSURES = new RegExp(`(?<!\\p{L})(?:${inAnyLanguage("reassures")})`, "iu")
/** The reply hands over what was asked for, so it may be short. */
const GIVES = new RegExp(`${inAnyLanguage("hands-over")}|https?:|@`, "iu")
/** A refusal with at most this many words is cold. */
const FEW = 14
/** A refusal in a chat that does not begin with the "no" is cold with at most this many words. */
const FEWEST = 5
const startsWith = (source: string, text: string) => findPhrase(source, text).some((match) => match.index === 0)
const isName = (text: string) =>
  !SAYS_NO.test(text) && /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u.test(text.trim())
