import type { Sentence } from "../../../text/sentences.ts"
import { compact } from "../basis/plain.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { CARD_BRANDS, CARDS_BY_NAME, GAME_BRANDS, MONEY_SERVICES, MONEY_SERVICES_DENSE } from "../words/words.ts"
import { requestWords } from "../words/requests.ts"
import { asksForElse } from "./request/honest.ts"
import { IS_REQUEST, requestScorer, SURE, type Thing } from "./request/score.ts"
import type { Ask } from "./request/signs.ts"
import { bothOf, isDenied, isOfOthers, spansOf, together, type Span } from "./request/asking.ts"

/**
 * Finds sentences that ask the customer to pay in a way that can't be traced or reversed: gift cards and their codes,
 * cash in an envelope, services that pay out to anybody who knows a number, cryptocurrency, a person's own account.
 * They are fine when a source or an agent recommends the same way to customers.
 */
export function findPayments(said: Sentence[], given: Given): Found[] {
  const scoreOf = requestScorer()
  let bought = false
  return said.flatMap((sentence): Found[] => {
    const { start, end, text } = sentence
    const others = isOfOthers(text)
    const score = scoreOf(sentence, paymentsIn(text), payingsIn)
    const isAsked = !others && (score >= IS_REQUEST || asksForPayment(text, bought))
    bought = !others && spansOf(VOUCHER, text).length > 0
    return isAsked && !given.tells("payment", ways(text)) ? [{ kind: "payment", start, end }] : []
  })
}

/**
 * Returns the means of payment: those that surely are such a way, and vouchers, which the customer may already have.
 */
function paymentsIn(text: string): Thing[] {
  const branded = brandedIn(text)
  const codes = branded.length > 0 ? spansOf(VOUCHER_CODE, text) : []
  return [
    ...[...branded, ...spansOf(SERVICE, text), ...spansOf(UNTRACEABLE, text), ...inHand(text), ...codes].map(
      (span) => ({ ...span, weight: SURE })
    ),
    ...spansOf(VOUCHER, text).map((span) => ({ ...span, weight: 1 }))
  ]
}

const payingsIn = (text: string): Ask[] => [
  ...[...spansOf(BUY, text), ...inHand(text)].map((span) => ({ ...span, weight: 2, hereOnly: true })),
  ...spansOf(PAY, text).map((span) => ({ ...span, weight: 1.5, hereOnly: true }))
]

/** Returns a person's own account and cash in an envelope, which are asked for by being named. */
const inHand = (text: string): Span[] => [
  ...bothOf(text, ACCOUNT, PERSON, BESIDE),
  ...bothOf(text, CASH, ENVELOPE, NEAR)
]

/** Finds gift cards by the words for a voucher or by their name. */
const brandedIn = (text: string) =>
  spansOf(VOUCHER, text).length > 0 || CARD_NAME.test(text) ? spansOf(BRANDED, text) : []

/** Returns the ways of paying that these sentences of the team recommend to customers. */
export function paymentWays(said: Sentence[]): string[] {
  const tells = ({ text }: Sentence) =>
    !isOfOthers(text) && (asksForPayment(text, false) || pays(text, spansOf(VOUCHER, text)))
  return said.filter(tells).flatMap(({ text }) => ways(text))
}

function ways(sentence: string): string[] {
  const named = [...spansOf(SERVICE, sentence), ...brandedIn(sentence), ...spansOf(UNTRACEABLE, sentence)].map(
    ({ start, end }) => compact(sentence.slice(start, end)).slice(0, 6)
  )
  return named.length > 0 ? named : ["voucher"]
}

function asksForPayment(sentence: string, bought: boolean): boolean {
  const vouchers = spansOf(VOUCHER, sentence)
  const ways = [...spansOf(SERVICE, sentence), ...spansOf(UNTRACEABLE, sentence)]
  const handed = inHand(sentence)
  const cards = vouchers.length > 0 || bought || brandedIn(sentence).length > 0
  if (!cards && ways.length + handed.length === 0) return false
  return (
    (cards && asksForCard(sentence, vouchers, bought)) ||
    pays(sentence, ways) ||
    handed.some((place) => !isDenied(sentence, place))
  )
}

/**
 * Says whether a card is to be bought and its code passed on, or whether it is a card that is accepted as money
 * anywhere.
 */
function asksForCard(sentence: string, vouchers: readonly Span[], bought: boolean): boolean {
  const branded = brandedIn(sentence)
  const codes = spansOf(VOUCHER_CODE, sentence)
  const buying = spansOf(BUY, sentence).filter((place) => !isDenied(sentence, place))
  const telling = spansOf(TELL, sentence).filter((place) => !isDenied(sentence, place) && !asksForElse(sentence, place))
  const tellsCode = together(sentence, telling, codes, NEAR).length > 0
  if ((buying.length > 0 || bought || SCRATCH.test(sentence)) && tellsCode) return true
  if (buying.some((place) => branded.some((card) => isNear(place, card)))) return true
  const hasCode = together(sentence, [...branded, ...vouchers], codes, NEAR).length > 0
  return (branded.length > 0 && tellsCode && hasCode) || pays(sentence, branded)
}

/** Says whether one of these ways is used to pay. */
function pays(sentence: string, by: readonly Span[]): boolean {
  const paying = spansOf(PAY, sentence)
  const isPaid = (way: Span) => paying.some((place) => isNear(place, way) && !isDenied(sentence, place))
  return by.some((way) => !isDenied(sentence, way) && isPaid(way))
}

const isNear = (one: Span, other: Span) => Math.max(one.start, other.start) - Math.min(one.end, other.end) < NEAR

const NEAR = 90
const BESIDE = 32
const NO_LETTER = "[\\p{Script=Latin}\\p{N}]"
const latin = (words: readonly string[]) => `(?<!${NO_LETTER})(?:${words.join("|")})(?!${NO_LETTER})`
const SERVICE = new RegExp(`${latin(MONEY_SERVICES)}|${MONEY_SERVICES_DENSE.join("|")}`, "giu")
const VOUCHER = requestWords(({ voucher }) => voucher)
/** Matches "Amazon gift card", "carte cadeau Amazon", "Paysafecard" and "Steam card". */
const BRANDED = new RegExp(
  [
    `${latin(CARD_BRANDS)}.{0,24}?(?:${VOUCHER.source})`,
    `(?:${VOUCHER.source}).{0,12}?${latin(CARD_BRANDS)}`,
    latin(CARDS_BY_NAME),
    `${latin(GAME_BRANDS)}[ -](?:cards?|karten?|guthaben)(?!\\p{L})`,
    `(?<!\\p{L})(?:cartes?|tarjetas?|cart(?:ão|ões)) ${latin(GAME_BRANDS)}`
  ].join("|"),
  "giu"
)
const CARD_NAME = new RegExp([...CARDS_BY_NAME, ...GAME_BRANDS].join("|"), "iu")
/** Matches words for uncovering the code of a card. */
const SCRATCH = /(?<!\p{L})(?:scratch|rubbel|freirubbel|gratt|rasc|rasp)\p{L}*(?!\p{L})|スクラッチ|削/iu
const VOUCHER_CODE = requestWords(({ voucherCode }) => voucherCode)
const BUY = requestWords(({ buy }) => buy)
const TELL = requestWords(({ tell }) => tell)
const PAY = requestWords(({ pay }) => pay)
const CASH = requestWords(({ cash }) => cash)
const ENVELOPE = requestWords(({ envelope }) => envelope)
const PERSON = requestWords(({ person }) => person)
const ACCOUNT = requestWords(({ account }) => account)
const UNTRACEABLE = requestWords(({ untraceable }) => untraceable)
