import { finding, type ToneRule } from "../basis/finding.ts"
import { phrasesOf } from "../phrases/phrases.ts"
import { mergedSpans, isQuotedSpan, spansOf } from "../basis/spans.ts"

/** The customer's fault, carelessness, a word doubted, a thing rubbed in: said or hinted. */
export const blame: ToneRule = (reply) => {
  const { blame: source } = phrasesOf(reply.written)
  return mergedSpans(spansOf(source, reply))
    .filter((span) => !isQuotedSpan(reply, span))
    .map(({ start, end }) => finding(reply, "blame", start, end))
}
