import type { Sentence } from "../../../text/sentences.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { requestWords } from "../words/requests.ts"
import { anyOf } from "../words/words.ts"
import { asksForElse, isTypedByCustomer, isRefused } from "./request/honest.ts"
import { IS_REQUEST, requestScorer, SURE } from "./request/score.ts"
import { namesIdentity, secretsIn, vagueIn, type Secret } from "./request/secret.ts"
import { isDenied, isOfOthers, spansOf, type Span } from "./request/asking.ts"
import { askingWords } from "../words/asking.ts"

/**
 * Finds sentences that ask the customer for a password, a code, a link that signs in, or card data: words of asking
 * beside what is asked for, even when somebody else asks. A sentence that warns of this ("we will never ask"), or has
 * the code typed on the customer's own page, asks for nothing.
 */
export function findSecretRequests(said: Sentence[], given: Given): Found[] {
  const scoreOf = requestScorer()
  const letsIn = lettingIn(said)
  let before = NOTHING
  return said.flatMap((sentence, at): Found[] => {
    const { start, end, text } = sentence
    const secrets = secretsIn(text, namesIdentity(text) && given.tells("secret-request", ["identity"]))
    const score = scoreOf(sentence, [...secrets.map((one) => ({ ...one, weight: SURE })), ...vagueIn(text)])
    const asks = asksFor(text, secrets, before) || score >= IS_REQUEST || letsIn[at] === true
    before = { secrets: secrets.length > 0, denied: NOT.test(text) }
    return asks && !isQuoted(text, given) ? [{ kind: "secret-request", start, end }] : []
  })
}

const NOTHING = { secrets: false, denied: false }

function asksFor(sentence: string, secrets: Secret[], before: typeof NOTHING): boolean {
  const granted = spansOf(GRANT, sentence).some((place) => !isDenied(sentence, place))
  if (!granted && secrets.length === 0 && !before.secrets) return false
  if (isOfOthers(sentence) || RECEIVER.test(sentence)) return false
  if (granted) return true
  const isAtPlace = PLACE.test(sentence)
  const needed = spansOf(NEED, sentence)
  // The "passe" of "mot de passe" asks for nothing.
  const asked = [
    ...spansOf(ASK, sentence),
    ...spansOf(TELL, sentence),
    ...(isAtPlace ? [] : spansOf(ASK_WEAK, sentence))
  ].filter((one) => !secrets.some((secret) => !secret.pair && secret.start <= one.start && one.end <= secret.end))
  if (
    asked.some(
      (one) =>
        !isDenied(sentence, one) &&
        secrets.some((secret) => belongs(sentence, one, secret) && !asksForElse(sentence, one, secret))
    )
  )
    return true
  if (
    needed.some(
      (one) =>
        !isDenied(sentence, one) &&
        secrets.some((secret) => secret.strong && isNear(one, secret) && !isApart(sentence, one, secret))
    )
  )
    return true
  // The request may follow the secret: "You will get a code. Tell us what it says."
  return (
    secrets.length === 0 &&
    before.secrets &&
    !before.denied &&
    !isTypedByCustomer(sentence) &&
    asked.some(
      (one) =>
        !isDenied(sentence, one) &&
        !asksForElse(sentence, one) &&
        POINTS.test(sentence.slice(Math.max(0, one.end - 24), one.end + 30))
    )
  )
}

/** Says whether another clause stands between the two. */
const isApart = (sentence: string, one: Span, other: Span) =>
  /[;:。]/.test(sentence.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)))

const isNear = (one: Span, other: Span) => Math.max(one.start, other.start) - Math.min(one.end, other.end) < NEAR

/**
 * Says whether the secret is what is asked for: it stands within the words of asking, soon after them, or right before
 * them without an "if" between.
 */
function belongs(sentence: string, { start: from, end: to }: Span, { start: at, end, strong }: Secret): boolean {
  if (at < to && end > from) return true
  if (at >= to)
    return (
      at - to < NEAR &&
      !CONDITION.test(sentence.slice(to, at)) &&
      !/;/.test(sentence.slice(to, at)) &&
      !TROUBLE.test(sentence.slice(to, at))
    )
  const between = sentence.slice(end, from)
  const dense = /[\p{Script=Hiragana}]/u.test(sentence)
  // In "If the code is refused, let us know" the code isn't what is reported.
  const points = POINTS.test(sentence.slice(from, to + 30))
  if (!points && !dense && CONDITION.test(sentence.slice(sentence.lastIndexOf(",", at) + 1, at))) return false
  if (strong) return between.length < 80 && !CONDITION.test(between) && !between.includes(";")
  // In "Change your password and tell us" something else is to be reported.
  if (AND.test(between) && !points) return false
  return between.length < (dense ? 60 : 80) && !CONDITION.test(between) && (dense || !/[,:]/.test(between) || points)
}

/** Says whether the sentence is a mail that the customer quotes: "is the mail 'send us your PIN' yours?" */
function isQuoted(sentence: string, given: Given): boolean {
  const quotes = [...sentence.matchAll(QUOTED)].map(([, words = ""]) => words)
  const rest = sentence.replace(QUOTED, " ")
  return quotes.some((words) => given.holds(words)) && !asksFor(rest, secretsIn(rest, false), NOTHING)
}

const NEAR = 110
const ASK = anyOf(({ ask }) => ask)
const ASK_WEAK = anyOf(({ askWeak }) => askWeak)
const TELL = requestWords(({ tell }) => tell)
const GRANT = requestWords(({ grant }) => grant)
const NEED = requestWords(({ need }) => need)
const RECEIVER = new RegExp(requestWords(({ receiver }) => receiver).source, "iu")
const PLACE = anyOf(({ place }) => place, "iu")
const NOT = anyOf(({ not }) => not, "iu")
const CONDITION = anyOf(({ condition }) => condition, "iu")
const AND = /(?<!\p{L})(?:and|then|und|dann|et|puis|y|e|luego|depois)(?!\p{L})/iu
/** Matches words for a fault: the customer is asked to report what went wrong. */
const TROUBLE = /fehler|meldung|error|erreur|(?<!\p{L})erro(?!\p{L})|エラー|happens|passiert|se passe|ocurre|acontece/iu
/** Matches words that refer to what was named before. */
const POINTS = new RegExp(
  "(?<!\\p{L})(?:it|them|both|the digits|the number|the code|what it says|what you see|" +
    "ihn|sie|diesen|diese|ihn uns|le|les|la|lo|los|las|o|os|as|elas?|eles?|ellos|ellas|ceux|" +
    "celles?|them)(?!\\p{L})",
  "iu"
)
const QUOTED = /["“„«「『‘](?=\S)([^"“”„«»」』\n]{8,400})["”“»」』’]/gu

/**
 * Returns for each sentence whether it asks the customer to let us into their account: a sign-in is approved or a code
 * is scanned, and in the same sentence or one beside it we are the ones who get in.
 */
function lettingIn(said: Sentence[]): boolean[] {
  const enters = said.map(
    ({ text }) => spansOf(ENTER, text).some((span) => !isRefused(text, span)) && !isOfOthers(text)
  )
  if (!enters.includes(true)) return []
  return said.map(
    ({ text }, at) =>
      [at - 1, at, at + 1].some((beside) => enters[beside] === true) &&
      !isOfOthers(text) &&
      spansOf(APPROVE, text).some((span) => !isRefused(text, span))
  )
}

const APPROVE = askingWords(({ approve }) => approve)
const ENTER = askingWords(({ enter }) => enter)
