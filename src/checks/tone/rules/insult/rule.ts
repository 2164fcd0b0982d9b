import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { isQuotedSpan, mergedSpans, spansOf } from "../../basis/spans.ts"
import { listPattern } from "../../phrases/phrases.ts"

/** The reply insults the customer, or belittles what they wrote. What is quoted from the customer is left alone. */
export const insult: ToneRule = { order: 65, find }

function find(reply: Reply): ToneFinding[] {
  return mergedSpans(spansOf(listPattern(reply.written, "insult"), reply))
    .filter((span) => !isQuotedSpan(reply, span))
    .map(({ start, end }) => finding(reply, "insult", start, end))
}
