import type { Sentence } from "../../../text/sentences.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { askingWords } from "../words/asking/words.ts"
import { requestWords } from "../words/requests/words.ts"
import { anyOf } from "../words/words.ts"
import { lettingIn } from "./request/letting-in.ts"
import { asksForElse } from "./request/honest.ts"
import { IS_REQUEST, requestScores, type Thing } from "./request/score.ts"
import { isDenied, isOfOthers, spansOf, together, type Span } from "./asking.ts"

/**
 * Sentences that ask the customer to tell a password, a code, a link that signs in, or card data: words of asking
 * beside what is asked for, whoever else asks for it. What warns of that ("we will never ask"), or has the code typed
 * on a page of the customer's own, asks for nothing.
 */
export function findSecretRequests(said: Sentence[], given: Given): Found[] {
  let before = NOTHING
  const isFine = (text: string) => IDENTITY_AT_ALL.test(text) && given.tells("secret-request", ["identity"])
  const scores = requestScores(said, (text) => [
    ...secretsIn(text, isFine(text)).map((one) => ({ ...one, weight: 2 })),
    ...vagueIn(text)
  ])
  const letsIn = lettingIn(said)
  return said.flatMap(({ start, end, text }, at): Found[] => {
    const secrets = secretsIn(text, IDENTITY_AT_ALL.test(text) && given.tells("secret-request", ["identity"]))
    const asks = (!process.env.NEWONLY && asksFor(text, secrets, before)) || (scores[at] ?? 0) >= IS_REQUEST || letsIn[at] === true
    before = { secrets: secrets.length > 0, denied: NOT.test(text) }
    return asks && !isQuoted(text, given) ? [{ kind: "secret-request", start, end }] : []
  })
}

const NOTHING = { secrets: false, denied: false }

interface Secret extends Span {
  /** Nobody has an honest reason to be told it. */
  strong?: boolean
  /** Two words, with others between them. */
  pair?: boolean
}

export function secretsIn(sentence: string, isIdentityFine: boolean): Secret[] {
  const codes = spansOf(CODE, sentence).filter(({ start, end }) => !isPlainCode(sentence, start, end))
  const cards = spansOf(CARD, sentence).filter(({ start }) => !isPlainCard(sentence, start))
  const photos = spansOf(PHOTO, sentence)
  const strong = [
    ...spansOf(STRONG, sentence),
    ...spansOf(SIGN_IN, sentence),
    ...(isIdentityFine ? [] : identityIn(sentence)),
    ...pairs(
      sentence,
      photos,
      cards.filter(({ start, end }) => PAYING.test(sentence.slice(Math.max(0, start - 12), end + 12))),
      CLOSE
    ),
    ...pairs(sentence, cards, spansOf(CARD_PART, sentence), CLOSE).filter(
      ({ start, end }) => !isLastFour(sentence, start, end)
    )
  ].map((span): Secret => ({ ...span, strong: true }))
  const named = spansOf(SECRET, sentence).filter((span) => isSecret(sentence, span))
  return [
    ...strong,
    ...named,
    ...spansOf(NAMED, sentence),
    ...pairs(sentence, codes, spansOf(SENT, sentence), CLOSE)
  ].filter(({ start, end }) => !isCovered(sentence, start, end))
}

/** A picture of a passport or the like: the picture first, or right behind. */
function identityIn(sentence: string): Secret[] {
  const papers = spansOf(IDENTITY, sentence)
  return papers.length === 0
    ? []
    : pairs(sentence, spansOf(PHOTO, sentence), papers, FAR_APART).filter(({ start, end }) => {
        const first = papers.find((paper) => paper.start === start)
        const between = first ? sentence.slice(first.end, end) : ""
        return between.length < (/[^\x00-\u024f]/.test(between) ? 30 : 18) && !between.includes(",")
      })
}

/** Whether these sentences of the team's ask customers for a picture of an identity card: then a draft may, too. */
export const identityWays = (said: Sentence[]): string[] =>
  said.some(({ text }) => identityIn(text).some((place) => !isDenied(text, place))) ? ["identity"] : []

/** What may be a code: a number on the customer's own device, a text message that is on its way. */
const vagueIn = (sentence: string): Thing[] => [
  ...spansOf(COMING, sentence).map((span) => ({ ...span, weight: 2 })),
  ...together(sentence, spansOf(VAGUE, sentence), spansOf(DEVICE, sentence), CLOSE)
    .filter(({ start, end }) => !isCovered(sentence, start, end) && !isLastFour(sentence, start, end))
    .map((span) => ({ ...span, weight: 1.5 }))
]

const pairs = (sentence: string, first: Span[], second: Span[], most: number): Secret[] =>
  together(sentence, first, second, most).map((span) => ({ ...span, pair: true }))

function asksFor(sentence: string, secrets: Secret[], before: typeof NOTHING): boolean {
  const granted = spansOf(GRANT, sentence).some((place) => !isDenied(sentence, place))
  if (!granted && secrets.length === 0 && !before.secrets) return false
  if (isOfOthers(sentence) || RECEIVER.test(sentence)) return false
  if (granted) return true
  const isAtPlace = PLACE.test(sentence)
  const needed = spansOf(NEED, sentence)
  // "Passe" of a "mot de passe" asks for nothing.
  const asked = [
    ...spansOf(ASK, sentence),
    ...spansOf(TELL, sentence),
    ...(isAtPlace ? [] : spansOf(ASK_WEAK, sentence))
  ].filter((one) => !secrets.some((secret) => !secret.pair && secret.start <= one.start && one.end <= secret.end))
  if (asked.some(
    (one) => !isDenied(sentence, one) &&
      secrets.some((secret) => belongs(sentence, one, secret) && !asksForElse(sentence, one, secret))
  ))
    return true
  if (
    needed.some(
      (one) =>
        !isDenied(sentence, one) &&
        secrets.some((secret) => secret.strong && isNear(one, secret) && !isApart(sentence, one, secret))
    )
  )
    return true
  // "You will get a code. Tell us what it says."
  return (
    secrets.length === 0 &&
    before.secrets &&
    !before.denied &&
    asked.some(
      (one) => !isDenied(sentence, one) && !asksForElse(sentence, one) && POINTS.test(sentence.slice(Math.max(0, one.end - 24), one.end + 30))
    )
  )
}

/** Whether another clause stands between the two. */
const isApart = (sentence: string, one: Span, other: Span) =>
  /[;:。]/.test(sentence.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)))

const isNear = (one: Span, other: Span) => Math.max(one.start, other.start) - Math.min(one.end, other.end) < NEAR

/**
 * Whether the secret is what is asked for: within the words of asking, soon after them, or right before, with no "if"
 * between.
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
  // "If the code is refused, let us know": it isn't the code that is told.
  const points = POINTS.test(sentence.slice(from, to + 30))
  if (!points && !dense && CONDITION.test(sentence.slice(sentence.lastIndexOf(",", at) + 1, at))) return false
  if (strong) return between.length < 80 && !CONDITION.test(between) && !between.includes(";")
  // "Change your password and tell us": another thing is told.
  if (AND.test(between) && !points) return false
  return between.length < (dense ? 60 : 80) && !CONDITION.test(between) && (dense || !/[,:]/.test(between) || points)
}

/** A mail that the customer tells of, in quotation marks: "is the mail 'send us your PIN' yours?" */
function isQuoted(sentence: string, given: Given): boolean {
  const quotes = [...sentence.matchAll(QUOTED)].map(([, words = ""]) => words)
  const rest = sentence.replace(QUOTED, " ")
  return quotes.some((words) => given.holds(words)) && !asksFor(rest, secretsIn(rest, false), NOTHING)
}

/** Capitals tell a PIN from a pin, a TAN from a tan; the last four of a card are asked for everywhere. */
function isSecret(sentence: string, { start: at, end }: Span): boolean {
  const words = sentence.slice(at, end)
  if (/^(?:pins?|tan|nip)$/i.test(words)) return words.slice(0, 3) === words.slice(0, 3).toUpperCase()
  // "The customer's password" is none the less one.
  if (/code|digit|figure|number|nummer|número|numéro|código|ziffer|chiffre|コード|番号|数字/i.test(words) && isPlainCode(sentence, at, end)) return false
  return !isPlainCard(sentence, at) && !isLastFour(sentence, at, at + words.length)
}

const isLastFour = (sentence: string, start: number, end: number) =>
  LAST_FOUR.test(sentence.slice(Math.max(0, start - 40), end + 12))

const isPlainCard = (sentence: string, start: number) =>
  PLAIN_CARD.test(sentence.slice(Math.max(0, start - 24), start)) ||
  PLAIN_CARD_AT.test(sentence.slice(start, start + 40))

/** "A screenshot with your password hidden", "mask the password before". */
function isCovered(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(Math.max(0, start - 40), start)
  const behind = sentence.slice(end, end + 30)
  return COVER.test(before) || (LEFT_OUT.test(before) && !UNABLE.test(sentence)) || COVER_BEHIND.test(behind) || HIDDEN.test(behind)
}

/** "The order confirmation number", "the error code": told by the word before. */
function isPlainCode(sentence: string, start: number, end: number): boolean {
  return (
    PLAIN_CODE.test(sentence.slice(Math.max(0, start - 40), start)) ||
    PLAIN_CODE_AT.test(sentence.slice(start, end + 40)) ||
    PLAIN_WITHIN.test(sentence.slice(start, end))
  )
}

const NEAR = 110
const FAR_APART = 90
/** A card to pay by. */
const PAYING = new RegExp(
  "bank|credit|debit|payment|kredit|giro|\\bec\\b|ec-|zahlung|bancaire|bleue|crédit|débit|" +
    "paiement|bancari|crédito|débito|pago|bancári|multibanco|visa|master|クレジット|デビット|キャッシュ|支払",
  "iu"
)
const VAGUE = askingWords(({ vague }) => vague)
const DEVICE = askingWords(({ device }) => device)
const COMING = askingWords(({ coming }) => coming)
/** Between the two words that make a secret together. */
const CLOSE = 60
const ASK = anyOf(({ ask }) => ask)
const ASK_WEAK = anyOf(({ askWeak }) => askWeak)
const TELL = requestWords(({ tell }) => tell)
const SECRET = anyOf(({ secret }) => secret)
const NAMED = requestWords(({ secret }) => secret)
const SIGN_IN = requestWords(({ signIn }) => signIn)
const STRONG = requestWords(({ strong }) => strong)
const IDENTITY = requestWords(({ identity }) => identity)
const IDENTITY_AT_ALL = new RegExp(IDENTITY.source, "iu")
const PHOTO = requestWords(({ photo }) => photo)
const GRANT = requestWords(({ grant }) => grant)
const NEED = requestWords(({ need }) => need)
const RECEIVER = new RegExp(requestWords(({ receiver }) => receiver).source, "iu")
const cover = requestWords(({ cover: words }) => words).source
const COVER = new RegExp(`(?:${cover})[^,;:.]{0,25}$`, "iu")
const COVER_BEHIND = new RegExp(`^[^,;:.]{0,12}(?:${cover})`, "iu")
const LEFT_OUT = /(?<!\p{L})(?:without|ohne|sans|sin|sem)(?: \p{L}{1,12}){0,2} $/iu
/** "Without the code I can't go on" asks for it. */
const UNABLE = new RegExp(
  "(?<!\\p{L})(?:(?:i|we) (?:can['’]t|cannot|can not|am stuck|are stuck|won['’]t)|(?:kann|können|komme|kommen|darf|dürfen) " +
    "(?:ich|wir)|(?:je|nous|on) (?:ne |n['’]|suis|sommes|reste|est)|no (?:\\p{L}+ )?(?:puedo|podemos|podré|podremos|avanzo|sigo|seguimos)" +
    "|não (?:\\p{L}+ )?(?:consigo|conseguimos|posso|podemos|avanço|dá))(?!\\p{L})",
  "iu"
)
const CODE = requestWords(({ code }) => code)
const SENT = requestWords(({ sent }) => sent)
const CARD = requestWords(({ card }) => card)
const CARD_PART = requestWords(({ cardPart }) => cardPart)
const plainCode = requestWords(({ plainCode: words }) => words).source
const PLAIN_CODE = new RegExp(`(?:${plainCode})[ -]?$`, "iu")
const PLAIN_CODE_AT = new RegExp(`^(?:${plainCode})`, "iu")
/** "Nine-digit account number". */
const PLAIN_WITHIN = new RegExp(
  "(?<!\\p{L})(?:account|order|meter|parcel|customer|tracking|serial|invoice|booking|case|" +
    "contract|policy|reference|phone|postal|member)(?!\\p{L})",
  "iu"
)
const plainCard = requestWords(({ plainCard: words }) => words).source.replace("(?![\\p{L}\\p{N}])", "")
const PLAIN_CARD = new RegExp(`(?:${plainCard})$`, "iu")
const PLAIN_CARD_AT = new RegExp(`^(?:${plainCard})`, "iu")
const PLACE = anyOf(({ place }) => place, "iu")
const NOT = anyOf(({ not }) => not, "iu")
const CONDITION = anyOf(({ condition }) => condition, "iu")
const LAST_FOUR = new RegExp(
  "\\b(?:last|final) (?:four|4|three|3|two|2)\\b|letzten? (?:vier|4)|(?:quatre|4) derniers|" +
    "últimos? (?:cuatro|quatro|4)|(?:cuatro|quatro) últim|下4桁|下四桁",
  "iu"
)
const AND = /(?<!\p{L})(?:and|then|und|dann|et|puis|y|e|luego|depois)(?!\p{L})/iu
/** "A screenshot with your password hidden". */
const HIDDEN = new RegExp(
  "^,? (?:is |are |being )?(?:hidden|covered|blacked|blanked|blurred|masked|removed|crossed|" +
    "redacted|obscured|unreadable|verdeckt|geschwärzt|abgedeckt|unkenntlich|masqué|caché|" +
    "flouté|noirci|oculto|oculta|tapad[oa]|tachad[oa]|cubiert[oa]|ocultad[oa]|escondid[oa]|" +
    "coberto|coberta|riscad[oa])",
  "iu"
)
/** What is told is what went wrong. */
const TROUBLE =
  /fehler|meldung|error|erreur|(?<!\p{L})erro(?!\p{L})|エラー|happens|passiert|se passe|ocurre|acontece/iu
/** Speaking of what was named before. */
const POINTS = new RegExp(
  "(?<!\\p{L})(?:it|them|both|the digits|the number|the code|what it says|what you see|" +
    "ihn|sie|diesen|diese|ihn uns|le|les|la|lo|los|las|o|os|as|elas?|eles?|ellos|ellas|ceux|" +
    "celles?|them)(?!\\p{L})",
  "iu"
)
const QUOTED = /["“„«「『‘](?=\S)([^"“”„«»」』\n]{8,400})["”“»」』’]/gu
