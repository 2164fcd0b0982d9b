import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { isQuotedSpan } from "../../basis/spans.ts"
import { findWordings } from "../../voice/wordings.ts"

/** A word that the voice doesn't say, outside quotations and names of products. The fix is what it says instead, if the voice names it. */
export const voiceForbidden: ToneRule = { order: 47, isVoice: true, find }

function find(reply: Reply): ToneFinding[] {
  const { text, voice } = reply
  if (!voice) return []
  return findWordings(text, voice.forbidden, voice.products, reply.written)
    .filter((span) => !isQuotedSpan(reply, span))
    .map(({ start, end, instead }) =>
      finding(reply, "voice-forbidden", start, end, {
        ...(instead !== undefined && { fix: { from: start, to: end, text: instead } })
      })
    )
}
