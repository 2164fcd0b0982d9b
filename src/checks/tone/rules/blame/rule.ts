import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { mergedSpans, isQuotedSpan, spansOf } from "../../basis/spans.ts"
import { listPattern } from "../../phrases/phrases.ts"

/** The reply says or hints that the customer is at fault, was careless, is doubted, or should have known. */
export const blame: ToneRule = { order: 60, find }

function find(reply: Reply): ToneFinding[] {
  return mergedSpans(spansOf(listPattern(reply.written, "blame"), reply))
    .filter((span) => !isQuotedSpan(reply, span))
    .map(({ start, end }) => finding(reply, "blame", start, end))
}
