import { sql, type Kysely } from "kysely"
import {
  ENOUGH_CASES,
  type CaseFilter,
  type Estimate,
  type LeadFigures,
  type Verdict
} from "../../../protocol/review.ts"
import { REASONS } from "../../../ticket/review-reasons.ts"
import type { Schema } from "../../../storage/schema.ts"
import { filterCondition } from "../filter/case-filter.ts"
import type { Counts } from "./clustering.ts"
import { scoreInterval } from "./share-interval.ts"

/** Reviewed cases that were drawn at random, or that leads chose, by what was said of them. */
interface ReviewCounts {
  isRandom: boolean
  verdict: string | null
  reason: string | null
  count: number
}

/**
 * Estimates what leads would say of all `cases` with a draft. Cases that leads chose themselves are not like the others,
 * so each of them counts for itself only. The share of all others is estimated from the random ones.
 */
export async function readLeadFigures(db: Kysely<Schema>, filter: CaseFilter, cases: number): Promise<LeadFigures> {
  const { rows } = await sql<ReviewCounts>`
    with done as (
      select reviews.is_random, reviews.verdict, reviews.reasons
      from reviews join outcomes on outcomes.id = reviews.case_id
      where ${filterCondition(filter)} and outcomes.counted and reviews.done and outcomes.result <> 'none')
    select is_random as "isRandom", verdict, null as reason, count(*)::int as count from done group by 1, 2
    union all
    select is_random, null, reason, count(*)::int from done, unnest(done.reasons) as reason group by 1, 3`.execute(db)
  const count = (isRandom: boolean, has: (row: ReviewCounts) => boolean) =>
    rows.reduce((sum, row) => sum + (row.isRandom === isRandom && has(row) ? row.count : 0), 0)
  const estimate = (isOne: (row: ReviewCounts) => boolean, isAsked: (row: ReviewCounts) => boolean) =>
    estimateOf(
      { n: count(true, isOne), of: count(true, isAsked) },
      { n: count(false, isOne), of: count(false, isAsked) },
      cases
    )
  const isReview = ({ reason }: ReviewCounts) => reason === null
  const hasVerdict = ({ reason, verdict }: ReviewCounts) => reason === null && verdict !== null
  const reasons: LeadFigures["reasons"] = {}
  for (const reason of REASONS) {
    const isTicked = (row: ReviewCounts) => row.reason === reason
    if (count(true, isTicked) + count(false, isTicked) > 0) reasons[reason] = estimate(isTicked, isReview)
  }
  const verdictOf = (name: Verdict) =>
    estimate(({ reason, verdict }) => reason === null && verdict === name, hasVerdict)
  return {
    reviewed: count(true, isReview) + count(false, isReview),
    random: count(true, isReview),
    cases,
    verdicts: { send: verdictOf("send"), "small-edit": verdictOf("small-edit"), "dont-send": verdictOf("dont-send") },
    reasons
  }
}

/**
 * Estimates a share of `cases` from a random sample of those that nobody chose, and from the chosen ones.
 * @see W. G. Cochran, Sampling Techniques, 3rd ed. (1977), chapter 5, for a stratum that is counted whole and one that
 * is sampled, and section 2.7 for a sample of a finite number
 */
export function estimateOf(random: Counts, chosen: Counts, cases: number): Estimate {
  const others = Math.max(random.of, cases - chosen.of)
  if (random.of < ENOUGH_CASES) return { ...random, share: null, low: null, high: null }
  const whole = others + chosen.of
  const combined = (share: number) => Math.min(1, (chosen.n + others * share) / whole)
  const independent = (random.of * Math.max(1, others - 1)) / Math.max(0, others - random.of)
  const { low, high } = scoreInterval(random.n / random.of, independent)
  return { ...random, share: combined(random.n / random.of), low: combined(low), high: combined(high) }
}
