import { type Corpus, isPublicPage, sentencesOf, type CorpusDocument } from "../corpus/corpus.ts"
import { type FindContext, type Finder, type NewFinding, findingDocument } from "../corpus/finding.ts"
import { dateFacts } from "../../../text/dates.ts"
import { plainWidth } from "../../../text/numerals.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"
import { facts, type Fact } from "../../../text/facts.ts"
import { words } from "../../../text/words/words.ts"

/**
 * Finds outdated pages: old ones that are still quoted, dates in the past, and prices that the product feed doesn't
 * contain.
 */
export const stale: Finder = { kind: "stale", find }

async function find(corpus: Corpus, context: FindContext): Promise<NewFinding[]> {
  return [
    ...oldButQuoted(corpus, context),
    ...outdatedTranslations(corpus),
    ...(await pastDates(corpus, context)),
    ...(await wrongPrices(corpus, context))
  ]
}

/** Finds pages that nobody has changed for a year and a half and that drafts still quote. */
function oldButQuoted({ docs, quoted }: Corpus, { now }: FindContext): NewFinding[] {
  const old = new Date(now.getTime() - OLD_DAYS * 86_400_000).toISOString().slice(0, 10)
  return docs.flatMap((doc) => {
    const times = quoted.get(doc.id) ?? 0
    if (doc.kind === "product" || doc.changed === null || doc.changed.slice(0, 10) >= old || times === 0) return []
    return {
      // If the page is changed and becomes old again, it is a new finding.
      about: `old ${doc.changed}`,
      documents: [findingDocument(doc, doc.title)],
      says: `Nobody has changed it since ${doc.changed.slice(0, 10)}, and ${times === 1 ? "a draft quotes" : `${times.toLocaleString("en")} drafts quote`} it.`,
      fix: "Read it once, put right what no longer holds, and save it, so that its date says so."
    }
  })
}

const OLD_DAYS = 540

/** Finds translations that the helpdesk marks as made from an older text. */
function outdatedTranslations({ docs }: Corpus): NewFinding[] {
  return docs
    .filter((doc) => isPublicPage(doc) && doc.details?.kind === "article" && doc.details.outdated === true)
    .map((doc) => ({
      about: `outdated ${doc.changed ?? ""}`,
      documents: [findingDocument(doc, doc.title)],
      says: `The helpdesk marks this translation (${doc.locale}) as made of a text that has changed since.`,
      fix: "Translate what changed, and take the mark off in the helpdesk."
    }))
}

/**
 * Finds sentences that speak of a past day, given with its year, as if it were in the future ("until 31 March 2025"). A
 * day without a year recurs.
 */
async function pastDates({ docs }: Corpus, { now, signal }: FindContext): Promise<NewFinding[]> {
  const today = now.toISOString().slice(0, 10)
  const findings: NewFinding[] = []
  await forEachYielding(
    docs.filter((doc) => isPublicPage(doc) || doc.kind === "macro"),
    signal,
    (doc) => {
      if (!doc.passages.some(({ text }) => YEAR.test(text))) return undefined
      return forEachYielding(sentencesOf(doc), signal, ({ text }) => {
        if (!YEAR.test(text) || PAST.test(text)) return
        const plain = plainWidth(text)
        const gone = dateFacts(plain).find(
          ({ kind, value, start, end }) =>
            kind === "date" && isBefore(String(value), today) && isToCome(plain, start, end)
        )
        if (!gone) return
        findings.push({
          documents: [findingDocument(doc, text)],
          says: `It speaks of ${gone.text} as of a day to come.`,
          fix: "Take the sentence away, or give it the date that holds now."
        })
      })
    }
  )
  return findings
}

const YEAR = /[12２][09０９][\d０-９]{2}|\d[./]\d{1,2}[./]\d\d(?!\d)/

/** Compares all readings of the date. A date without a day counts with its whole month. */
const isBefore = (value: string, today: string) =>
  value.split("|").every((date) => /^\d{4}-\d\d/.test(date) && date < today.slice(0, date.length))

function isToCome(text: string, start: number, end: number): boolean {
  return (
    UNTIL.test(text.slice(Math.max(0, start - 40), start)) ||
    AFTERWARDS.test(text.slice(end, end + 8)) ||
    WILL.test(text)
  )
}

/** These words stand right before a date, with at most an article or a similar word between them. */
const UNTIL =
  /(?<![\p{L}])(?:until|till|through|by|before|no later than|ends? on|valid to|deadline(?: is)?|bis(?: zum| einschließlich)?|spätestens(?: am)?|endet am|jusqu'?’?au|avant le|au plus tard le|hasta el|antes del?|a más tardar el|até(?: o dia| ao dia)?|antes de)\s+(?:the |dem |den |le |el |o )?(?:\p{L}+,? )?$/iu
const AFTERWARDS = /^(?:[(（][月火水木金土日][)）])?(?:まで|迄|以前|より前)/u
const WILL = /(?<![\p{L}])(?:will|wird|werden|sera|seront|será|serán|serão)(?![\p{L}])|予定/iu
/** A sentence about the past may name past dates, and a rule may apply to what was bought before a date. */
const PAST =
  /(?<![\p{L}])(?:was|were|had|did|ordered|bought|purchased|placed|war|waren|wurden?|hatten?|gekauft\p{L}*|bestellt\p{L}*|était|étaient|acheté\p{L}*|commandé\p{L}*|fue|fueron|era|eran|comprad\p{L}*|pedid[oa]s|foi|foram|feit[oa]s)(?![\p{L}])|でした|ました|購入|注文/iu

/** Finds sentences that name a product of the feed with a price that the feed doesn't contain. */
async function wrongPrices({ docs }: Corpus, { signal }: FindContext): Promise<NewFinding[]> {
  const products = new Map<string, { doc: CorpusDocument; name: string[] }[]>()
  await forEachYielding(docs, signal, (doc) => {
    const name = partsOf(doc.title)
    // A name of one short word may mean anything.
    if (doc.kind !== "product" || doc.details?.kind !== "product" || doc.details.price === undefined || name.length < 2)
      return
    const key = name[0] ?? ""
    const known = products.get(key)
    if (!known) products.set(key, [{ doc, name }])
    else if (known.length < MOST) known.push({ doc, name })
  })
  if (products.size === 0) return []
  const findings: NewFinding[] = []
  await forEachYielding(
    docs.filter((doc) => isPublicPage(doc) || doc.kind === "macro"),
    signal,
    (doc) =>
      forEachYielding(sentencesOf(doc), signal, ({ text }) => {
        if (!/\p{N}/u.test(text) || !COSTS.test(text) || ELSE.test(text)) return
        const product = named(partsOf(text), products)
        if (!product) return
        const said = facts(text, doc.language).filter(({ kind }) => kind === "money")
        const [price] = said
        if (!price || said.length > 1) return
        const { from, to, known } = pricesOf(product, price.unit)
        if (!known || (Number(price.value) >= from && Number(price.value) <= to)) return
        findings.push({
          documents: [
            findingDocument(doc, text),
            findingDocument(product, `${from === to ? from : `${from} to ${to}`} ${price.unit}`)
          ],
          says: `It says ${price.text} for “${product.title}”, the product feed says ${from === to ? "" : "between "}${from === to ? from.toFixed(2) : `${from.toFixed(2)} and ${to.toFixed(2)}`} ${price.unit}.`,
          fix: "Put the feed's price there, or better: name the product and leave the price to the feed."
        })
      })
  )
  return findings
}

/** At most this many products share the first word of their names. */
const MOST = 500
const partsOf = (text: string) => words(text.toLowerCase().normalize("NFKC")).map((word) => word.text)

/**
 * Returns the product with the longest name in the sentence, unless it is what something else is for ("a bulb for the
 * Halo-2 lamp").
 */
function named(
  parts: string[],
  products: ReadonlyMap<string, { doc: CorpusDocument; name: string[] }[]>
): CorpusDocument | undefined {
  let best: { doc: CorpusDocument; length: number } | undefined
  for (const [at, part] of parts.entries()) {
    for (const { doc, name } of products.get(part) ?? []) {
      if (name.length <= (best?.length ?? 0) || !name.every((one, of) => parts[at + of] === one)) continue
      if (!parts.slice(Math.max(0, at - 3), at).some((one) => FOR.has(one))) best = { doc, length: name.length }
    }
  }
  return best?.doc
}

const FOR = new Set([
  "for",
  "of",
  "with",
  "to",
  "in",
  "für",
  "zu",
  "zum",
  "zur",
  "mit",
  "von",
  "pour",
  "de",
  "du",
  "avec",
  "para",
  "con",
  "del",
  "do",
  "da",
  "com",
  "用"
])

/** Returns the lowest and highest price that the feed's document states in this currency, over all variants. */
function pricesOf(
  { passages, details, language }: CorpusDocument,
  currency: string
): { from: number; to: number; known: boolean } {
  const own: Fact[] = passages
    .flatMap(({ text }) => facts(text, language))
    .filter(({ kind, unit }) => kind === "money" && unit === currency)
  const listed =
    details?.kind === "product" && details.price !== undefined && details.currency === currency
      ? [Number(details.price)]
      : []
  const values = [...own.map(({ value }) => Number(value)), ...listed].filter(Number.isFinite)
  return { from: Math.min(...values), to: Math.max(...values), known: values.length > 0 }
}

const COSTS =
  /(?<![\p{L}])(?:costs?|price[ds]?|sells? (?:for|at)|available (?:for|at)|kostet|kosten|preis|coûte|prix|cuesta|precio|custa|preço)(?![\p{L}])|[:–—=]|価格|円/iu
/** With these words, the amount is something other than the price. */
const ELSE =
  /deliver|shipping|postage|deposit|repair|spare|replac|discount|rebate|refund|save|voucher|credit|warrant|instal|rent|month|liefer|versand|reparat|ersatz|rabatt|gutschein|erstatt|garantie|monat|livraison|répar|rechange|remise|rembours|mois|envío|repara|descuento|reembols|mes(?![\p{L}])|mês|envio|desconto|送料|修理|割引|返金|月額/iu
