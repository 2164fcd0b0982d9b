import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { emojiIn } from "../../voice/emoji.ts"
import { isQuotedSpan } from "../../basis/spans.ts"

/** The reply has more emoji than the voice allows. Emoticons count. The fix takes out each that is too many. */
export const voiceEmoji: ToneRule = { order: 46, isVoice: true, find }

function find(reply: Reply): ToneFinding[] {
  const { text, voice } = reply
  const most = voice?.emoji
  if (most === undefined) return []
  return emojiIn(text)
    .map(({ index: start, 0: { length } }) => ({ start, end: start + length }))
    .filter((span) => !isQuotedSpan(reply, span))
    .slice(most)
    .map(({ start, end }) => {
      const from = start - gapBefore(text, start)
      return finding(reply, "voice-emoji", start, end, {
        data: { most: String(most) },
        fix: { from, to: end, text: "" }
      })
    })
}

/** Returns how many blanks stand right before this place. */
function gapBefore(text: string, place: number): number {
  let from = place
  while (from > 0 && /[ \u00a0]/.test(text.charAt(from - 1))) from--
  return place - from
}
