import type { Corpus } from "../corpus/corpus.ts"
import type { FindContext, Finder, NewFinding } from "../corpus/finding.ts"
import { pastDates } from "../stale/past-dates.ts"
import { oldButQuoted, outdatedTranslations } from "../stale/old-pages.ts"
import { wrongPrices } from "../stale/wrong-prices.ts"

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
