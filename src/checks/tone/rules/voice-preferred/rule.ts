import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { isQuotedSpan } from "../../basis/spans.ts"
import { findWordings } from "../../voice/wordings.ts"

/** A word in whose place the voice says another. The fix is that word. */
export const voicePreferred: ToneRule = { order: 48, isVoice: true, find }

function find(reply: Reply): ToneFinding[] {
  const { text, voice } = reply
  if (!voice) return []
  return findWordings(text, voice.preferred, voice.products, reply.written)
    .filter((span) => !isQuotedSpan(reply, span))
    .map(({ start, end, instead }) =>
      finding(reply, "voice-preferred", start, end, {
        ...(instead !== undefined && { fix: { from: start, to: end, text: instead } })
      })
    )
}
