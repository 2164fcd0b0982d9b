import type { Corpus } from "../corpus/corpus.ts"
import type { FindContext, Finder, Found } from "../corpus/finding.ts"
import { datesGoneBy } from "../stale/dates.ts"
import { oldButQuoted, outdatedTranslations } from "../stale/ages.ts"
import { otherPrices } from "../stale/prices.ts"

/**
 * Pages that time has left behind: old and still quoted, a date gone by, a price that the product feed doesn't know.
 */
export const stale: Finder = { kind: "stale", find }

async function find(corpus: Corpus, context: FindContext): Promise<Found[]> {
  return [
    ...oldButQuoted(corpus, context),
    ...outdatedTranslations(corpus),
    ...(await datesGoneBy(corpus, context)),
    ...(await otherPrices(corpus, context))
  ]
}
