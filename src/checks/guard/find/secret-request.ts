import type { Sentence } from "../../../text/sentences.ts"
import type { Found } from "../finding.ts"
import type { Given } from "../given.ts"
import { anyOf } from "../words/words.ts"

/**
 * Sentences that ask the customer to tell a password, a code or card data. What warns of that ("we will never ask"), or has the code typed
 * on a page of the customer's own, asks for nothing.
 */
export function findSecretRequests(said: Sentence[], given: Given): Found[] {
  let before = NOTHING
  return said.flatMap(({ start, end, text }): Found[] => {
    const secrets = [...text.matchAll(SECRET), ...(SENT.test(text) ? text.matchAll(CODE) : [])].filter((match) => isSecret(text, match))
    const asks = (secrets.length > 0 || before.secrets) && asksFor(text, secrets, before)
    before = { secrets: secrets.length > 0, denied: NOT.test(text) }
    return asks && !given.holds(text) ? [{ kind: "secret-request", start, end }] : []
  })
}

const NOTHING = { secrets: false, denied: false }

function asksFor(sentence: string, secrets: RegExpMatchArray[], before: typeof NOTHING): boolean {
  const weak = PLACE.test(sentence) ? [] : [...sentence.matchAll(ASK_WEAK)]
  return [...sentence.matchAll(ASK), ...weak].some((asked) => {
    const from = asked.index
    const to = from + asked[0].length
    if (isDenied(sentence, from, to)) return false
    if (secrets.some((secret) => belongs(sentence, { from, to }, secret))) return true
    // "You will get a code. Tell us what it says."
    return secrets.length === 0 && before.secrets && !before.denied && POINTS.test(sentence.slice(to - 12, to + 30))
  })
}

/** Whether the secret is what is asked for: within the words of asking, soon after them, or right before, with no "if" between. */
function belongs(sentence: string, { from, to }: { from: number; to: number }, secret: RegExpMatchArray): boolean {
  const at = secret.index ?? 0
  const end = at + secret[0].length
  if (at >= from && end <= to) return true
  if (at >= to) return at - to < NEAR && !CONDITION.test(sentence.slice(to, at)) && !/;/.test(sentence.slice(to, at))
  const between = sentence.slice(end, from)
  const dense = /[\p{Script=Hiragana}]/u.test(between)
  // "Change your password and tell us": another thing is told.
  if (AND.test(between) && !POINTS.test(sentence.slice(from, to + 30))) return false
  return end <= from && between.length < (dense ? 60 : 80) && !CONDITION.test(between) && (dense || !/[,:]/.test(between) || POINTS.test(sentence.slice(from, to + 30)))
}

function isDenied(sentence: string, from: number, to: number): boolean {
  const opening = Math.max(...[",", ";", ":", "–", " - ", "。"].map((mark) => sentence.lastIndexOf(mark, from - 1)))
  return NOT.test(sentence.slice(opening + 1, to + 14)) || /ないよう|ません|ないで/.test(sentence.slice(to, to + 8))
}

/** Capitals tell a PIN from a pin, a TAN from a tan; the last four of a card are asked for everywhere. */
function isSecret(sentence: string, secret: RegExpMatchArray): boolean {
  const words = secret[0]
  if (/^(?:pins?|tan|nip)$/i.test(words)) return words.slice(0, 3) === words.slice(0, 3).toUpperCase()
  if (/^(?:code|number|digits|figures?)\b/i.test(words) && OTHER_CODE.test(sentence.slice(0, secret.index ?? 0))) return false
  return !LAST_FOUR.test(sentence.slice(Math.max(0, (secret.index ?? 0) - 40), (secret.index ?? 0)))
}

const NEAR = 110
const ASK = anyOf(({ ask }) => ask)
const ASK_WEAK = anyOf(({ askWeak }) => askWeak)
const SECRET = anyOf(({ secret }) => secret)
const PLACE = anyOf(({ place }) => place, "iu")
const NOT = anyOf(({ not }) => not, "iu")
const CONDITION = anyOf(({ condition }) => condition, "iu")
const LAST_FOUR = /\b(?:last|final) (?:four|4|three|3|two|2)\b|letzten? (?:vier|4)|(?:quatre|4) derniers|últimos? (?:cuatro|quatro|4)|(?:cuatro|quatro) últim|下4桁|下四桁/iu
const AND = /(?<!\p{L})(?:and|then|und|dann|et|puis|y|e|luego|depois)(?!\p{L})/iu
const OTHER_CODE = /\b(?:error|fault|status|tracking|voucher|promo|discount|qr|bar|postal|post|zip|product|return|order|model|serial|country|area|colour|batch|reference|phone|customer|ticket|parcel|invoice) $/i
/** "The code" alone is one where it comes by text message. */
const SENT = /(?<!\p{L})(?:sms|text(?: message)?|authenticator|push|2fa|textnachricht)(?!\p{L})/iu
const CODE = /(?<!\p{L})(?:the|that|this|your|den|diesen|ihren|le|ce|votre|el|ese|su|o|esse|seu) (?:code|código)(?!\p{L})/giu
/** Speaking of what was named before. */
const POINTS = /(?<!\p{L})(?:it|them|both|the digits|the number|the code|what it says|what you see|ihn|sie|diesen|diese|ihn uns|le|les|la|lo|los|las|o|os|as)(?!\p{L})/iu
