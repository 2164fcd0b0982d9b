import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { isQuotedSpan } from "../../basis/spans.ts"

/** The reply has more emoji than the voice allows. Emoticons count. The fix takes out each that is too many. */
export const voiceEmoji: ToneRule = { order: 46, isVoice: true, find }

function find(reply: Reply): ToneFinding[] {
  const { text, voice } = reply
  const most = voice?.emoji
  if (most === undefined) return []
  return [...text.matchAll(EMOJI)]
    .map(({ index: start, 0: { length } }) => ({ start, end: start + length }))
    .filter((span) => !isQuotedSpan(reply, span))
    .slice(most)
    .map(({ start, end }) => {
      const from = /[ \u00a0]+$/u.exec(text.slice(0, start))?.index ?? start
      return finding(reply, "voice-emoji", start, end, {
        data: { most: String(most) },
        fix: { from, to: end, text: "" }
      })
    })
}

/** Signs such as © and arrows are no emoji. A family or a flag is one. */
const ONE = "(?![©®™\\u2194-\\u21aa])\\p{Extended_Pictographic}"
const EMOJI = new RegExp(
  `${ONE}(?:\\p{Emoji_Modifier}|\\ufe0f|\\u200d${ONE})*|\\p{Regional_Indicator}{2}|(?<=^|[\\s.!?])(?:[:;]['’]?-?[()DP]|<3)(?![\\p{L}\\p{N}])`,
  "gu"
)
