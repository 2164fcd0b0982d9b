import type { Sentence } from "../../../../text/sentences.ts"
import { askingWords } from "../../words/asking.ts"
import { requestWords } from "../../words/requests.ts"
import { anyOf } from "../../words/words.ts"
import { bothOf, isDenied, spansOf, together, type Span } from "./asking.ts"
import type { Thing } from "./score.ts"

/** Something that lets anybody who has it sign in or pay. */
export interface Secret extends Span {
  /** There is no honest reason to be told it. */
  strong?: boolean
  /** It consists of two words with others between them. */
  pair?: boolean
}

/**
 * Returns where a sentence names a secret. A picture of an identity card is none where the team's own pages ask for it.
 */
export function secretsIn(sentence: string, isIdentityFine: boolean): Secret[] {
  const codes = spansOf(CODE, sentence).filter(({ start, end }) => !isPlainCode(sentence, start, end))
  const cards = spansOf(CARD, sentence).filter(({ start }) => !isPlainCard(sentence, start))
  const photos = cards.length > 0 ? spansOf(PHOTO, sentence) : []
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
    ...pairs(sentence, cards, cards.length > 0 ? spansOf(CARD_PART, sentence) : [], CLOSE).filter(
      ({ start, end }) => !isLastFour(sentence, start, end)
    )
  ].map((span): Secret => ({ ...span, strong: true }))
  const named = spansOf(SECRET, sentence).filter((span) => isSecret(sentence, span))
  return [
    ...strong,
    ...named,
    ...spansOf(NAMED, sentence),
    ...pairs(sentence, codes, codes.length > 0 ? spansOf(SENT, sentence) : [], CLOSE)
  ].filter((span) => !isCovered(sentence, span.start, span.end) && !isDeviceId(sentence, span))
}

/** Finds a picture of a passport or the like. The word for the picture stands first or right behind. */
function identityIn(sentence: string): Secret[] {
  const papers = spansOf(IDENTITY, sentence)
  return papers.length === 0
    ? []
    : pairs(sentence, spansOf(PHOTO, sentence), papers, FAR_APART).filter(({ start, end }) => {
        const first = papers.find((paper) => paper.start === start)
        const between = first ? sentence.slice(first.end, end) : ""
        return between.length < (/[^\x00-\u024f]/.test(between) ? 30 : 28) && !between.includes(",")
      })
}

export const namesIdentity = (sentence: string): boolean => IDENTITY_AT_ALL.test(sentence)

/**
 * Says whether these sentences of the team ask customers for a picture of an identity card. If so, a draft may ask,
 * too.
 */
export const identityWays = (said: Sentence[]): string[] =>
  said.some(({ text }) => identityIn(text).some((place) => !isDenied(text, place))) ? ["identity"] : []

/** Returns what may be a code: a number on the customer's own device, or a text message that is on its way. */
export const vagueIn = (sentence: string): Thing[] => [
  ...spansOf(COMING, sentence).map((span) => ({ ...span, weight: 2 })),
  ...bothOf(sentence, DEVICE, VAGUE, CLOSE)
    .filter(({ start, end }) => !isCovered(sentence, start, end) && !isLastFour(sentence, start, end))
    .filter(({ start, end }) => !PHONE_NUMBER.test(sentence.slice(start, end + AFTER_DEVICE)))
    .filter((span) => !isDeviceId(sentence, span))
    .map((span) => ({ ...span, weight: 1.5 }))
]

/** Matches a person's phone number, which is asked for everywhere. */
const PHONE_NUMBER = new RegExp(
  "(?:mobile|phone|cell(?:phone)?) numbers?(?!\\p{L})|(?:mobil|handy|telefon|ruf)nummer|" +
    "num[ée]ros? de (?:t[ée]l[ée]phone|t[ée]l[ée]fono|portable|mobile|m[óo]vil)|" +
    "números? (?:de |do )(?:seu |su |tu )?(?:móvil|celular|teléfono|telefone|telemóvel)|(?:携帯|電話|携帯電話の?)番号",
  "iu"
)
/** The number of characters behind a device within which "number" may follow. */
const AFTER_DEVICE = 10

const deviceIds =
  "(?:E-?ID|IMEI2?|MEID|ICCID|IMSI|MAC(?:[- ]add?resse?)?|serial number|Seriennummer|" +
  "num[ée]ro de s[ée]rie|n[úu]mero de s[ée]rie|シリアル番号|製造番号)"
/**
 * Matches a device's own number where the words behind it explain it: "the EID, a number of 32 digits that your phone
 * shows". Behind "and" another thing is asked for.
 */
const DEVICE_ID = new RegExp(
  `(?<!\\p{L})${deviceIds}(?![\\p{L}\\d])(?:(?! (?:and|und|sowie|et|y|e|plus) |と)[^;.。]){0,30}$`,
  "iu"
)
/** The same where the explanation comes first, as in Japanese. */
const DEVICE_ID_BEHIND = new RegExp(`^(?:の番号|番号)?[、,]? ?${deviceIds}`, "iu")
/** The number of characters before such an explanation in which the device's number is looked for. */
const BEFORE_NUMBER = 48

/**
 * Says whether a number is a device's own. An EID is the number of an eSIM; an eID is a way to sign in. A password or a
 * code that is named beside it, or that has just been sent, stays a secret.
 */
function isDeviceId(sentence: string, { start, end }: Span): boolean {
  const words = sentence.slice(start, end)
  if (words === "EID") return true
  if (!DIGITS.test(words) || OTHER_SECRET.test(sentence.slice(Math.max(0, start - 12), end + BEFORE_NUMBER)))
    return false
  return (
    DEVICE_ID.test(sentence.slice(Math.max(0, start - BEFORE_NUMBER), start)) ||
    DEVICE_ID_BEHIND.test(sentence.slice(end, end + BEFORE_NUMBER))
  )
}
const DIGITS = /digit|number|figure|nummer|ziffer|stellig|num[ée]ro|chiffre|número|cifra|d[íi]gito|番号|桁|数字/i
const OTHER_SECRET = new RegExp(
  "code|código|コード|pass|kennw|senha|contraseña|clave|パス|暗証|pin(?!\\p{L})|tan(?!\\p{L})|otp|sms|" +
    "sent|text|arriv|receiv|got|came|schick|send(?!en sie uns)|erhalt|bekomm|komm|envoy[ée](?!z-nous)|reçu|enviad|envi[óo]|" +
    "enviamos|recib|rece[bv]|lleg|cheg|届|送|受",
  "iu"
)

const pairs = (sentence: string, first: readonly Span[], second: readonly Span[], most: number): Secret[] =>
  together(sentence, first, second, most).map((span) => ({ ...span, pair: true }))

/**
 * Capitals distinguish a PIN from a pin and a TAN from a tan. The last four digits of a card are asked for everywhere.
 */
function isSecret(sentence: string, { start: at, end }: Span): boolean {
  const words = sentence.slice(at, end)
  if (/^(?:pins?|tan|nip)$/i.test(words)) return words.slice(0, 3) === words.slice(0, 3).toUpperCase()
  // "The customer's password" is a password all the same.
  if (NUMBERED.test(words) && isPlainCode(sentence, at, end)) return false
  return !isPlainCard(sentence, at) && !isLastFour(sentence, at, at + words.length)
}

const isLastFour = (sentence: string, start: number, end: number) =>
  LAST_FOUR.test(sentence.slice(Math.max(0, start - 40), end + 12))

const isPlainCard = (sentence: string, start: number) =>
  PLAIN_CARD.test(sentence.slice(Math.max(0, start - 24), start)) ||
  PLAIN_CARD_AT.test(sentence.slice(start, start + 40))

/** Recognises that the secret is hidden: "A screenshot with your password hidden", "mask the password before". */
function isCovered(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(Math.max(0, start - 40), start)
  const behind = sentence.slice(end, end + 30)
  const isLeftOut = LEFT_OUT.test(before) && !UNABLE.test(sentence)
  return isLeftOut || COVER.test(before) || COVER_BEHIND.test(behind) || HIDDEN.test(behind)
}

/** Recognises by the word before that a code is no secret: "The order confirmation number", "the error code". */
function isPlainCode(sentence: string, start: number, end: number): boolean {
  return (
    PLAIN_CODE.test(sentence.slice(Math.max(0, start - 40), start)) ||
    PLAIN_CODE_AT.test(sentence.slice(start, end + 40)) ||
    PLAIN_WITHIN.test(sentence.slice(start, end))
  )
}

const FAR_APART = 90
/** Matches a card that is used to pay. */
const PAYING = new RegExp(
  "bank|credit|debit|payment|kredit|giro|\\bec\\b|ec-|zahlung|bancaire|bleue|crédit|débit|" +
    "paiement|bancari|crédito|débito|pago|bancári|multibanco|visa|master|クレジット|デビット|キャッシュ|支払",
  "iu"
)
/** The largest distance between the two words that make a secret together. */
const CLOSE = 60
const SECRET = anyOf(({ secret }) => secret)
const NAMED = requestWords(({ secret }) => secret)
const SIGN_IN = requestWords(({ signIn }) => signIn)
const STRONG = requestWords(({ strong }) => strong)
const IDENTITY = requestWords(({ identity }) => identity)
const IDENTITY_AT_ALL = new RegExp(IDENTITY.source, "iu")
const PHOTO = requestWords(({ photo }) => photo)
const cover = requestWords(({ cover: words }) => words).source
const COVER = new RegExp(`(?:${cover})[^,;:.]{0,25}$`, "iu")
const COVER_BEHIND = new RegExp(`^[^,;:.]{0,12}(?:${cover})`, "iu")
const LEFT_OUT = /(?<!\p{L})(?:without|ohne|sans|sin|sem)(?: \p{L}{1,12}){0,2} $/iu
const NUMBERED = /code|digit|figure|number|nummer|número|numéro|código|ziffer|chiffre|コード|番号|数字/i
/** "Without the code I can't go on" does ask for it. */
const UNABLE = new RegExp(
  "(?<!\\p{L})(?:(?:i|we) (?:can['’]t|cannot|can not|am stuck|are stuck|won['’]t)|" +
    "(?:kann|können|komme|kommen|darf|dürfen) (?:ich|wir)|(?:je|nous|on) (?:ne |n['’]|suis|sommes|reste|est)|" +
    "no (?:\\p{L}+ )?(?:puedo|podemos|podré|podremos|avanzo|sigo|seguimos)" +
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
/** Matches "Nine-digit account number". */
const PLAIN_WITHIN = new RegExp(
  "(?<!\\p{L})(?:account|order|meter|parcel|customer|tracking|serial|invoice|booking|case|" +
    "contract|policy|reference|phone|postal|member)(?!\\p{L})",
  "iu"
)
const plainCard = requestWords(({ plainCard: words }) => words).source.replace("(?![\\p{L}\\p{N}])", "")
const PLAIN_CARD = new RegExp(`(?:${plainCard})$`, "iu")
const PLAIN_CARD_AT = new RegExp(`^(?:${plainCard})`, "iu")
const LAST_FOUR = new RegExp(
  "\\b(?:last|final) (?:four|4|three|3|two|2)\\b|letzten? (?:vier|4)|(?:quatre|4) derniers|" +
    "últimos? (?:cuatro|quatro|4)|(?:cuatro|quatro) últim|下4桁|下四桁",
  "iu"
)
/** Matches "A screenshot with your password hidden". */
const HIDDEN = new RegExp(
  "^,? (?:is |are |being )?(?:hidden|covered|blacked|blanked|blurred|masked|removed|crossed|" +
    "redacted|obscured|unreadable|verdeckt|geschwärzt|abgedeckt|unkenntlich|masqué|caché|" +
    "flouté|noirci|oculto|oculta|tapad[oa]|tachad[oa]|cubiert[oa]|ocultad[oa]|escondid[oa]|" +
    "coberto|coberta|riscad[oa])",
  "iu"
)
const VAGUE = askingWords(({ vague }) => vague)
const DEVICE = askingWords(({ device }) => device)
const COMING = askingWords(({ coming }) => coming)
