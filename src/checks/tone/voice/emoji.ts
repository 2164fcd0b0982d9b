/** Finds the emoji of a text. Emoticons count; signs such as © and arrows are none, and a family or a flag is one. */
export const emojiIn = (text: string): RegExpExecArray[] => [...text.matchAll(EMOJI)]

const ONE = "(?![©®™\\u2194-\\u21aa])\\p{Extended_Pictographic}"
const EMOJI = new RegExp(
  `${ONE}(?:\\p{Emoji_Modifier}|\\ufe0f|\\u200d${ONE})*|\\p{Regional_Indicator}{2}|(?<=^|[\\s.!?])(?:[:;]['’]?-?[()DP]|<3)(?![\\p{L}\\p{N}])`,
  "gu"
)
