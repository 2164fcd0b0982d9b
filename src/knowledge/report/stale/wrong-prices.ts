import { facts, type Fact } from "../../../text/facts.ts"
import { words } from "../../../text/words/words.ts"
import { isPublicPage, sentencesOf, type Corpus, type CorpusDocument } from "../corpus/corpus.ts"
import { findingDocument, type FindContext, type NewFinding } from "../corpus/finding.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"

/** Finds sentences that name a product of the feed with a price that the feed doesn't contain. */
export async function wrongPrices({ docs }: Corpus, { signal }: FindContext): Promise<NewFinding[]> {
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
