/** Pieces that, repeated, make a pattern slow that reads a text again and again. */
export const HOSTILE: Record<string, string> = {
  letters: "a", capitals: "A", digits: "1", dots: ".", spaces: " ", lines: "\n", at: "@", dashes: "-", slashes: "/", brackets: "[", closing: "]", parens: "(", angles: "<", percent: "%41", colons: ":",
  "a@": "a@", "a.": "a.", "a-": "a-", "1 ": "1 ", "1-1.": "1-1.", "+1(": "+1(", "http://": "http://", "www.": "www.", "x.com ": "x.com ", "![a](": "![a](", "<img ": "<img ", "<a src": "<a src=", "data:": "data:", "hxxp": "hxxp",
  hidden: "\u200b", "hidden in a word": "a\u200b", joiners: "👩\u200d", tags: "\u{e0041}", rtl: "\u202e", "DE12 ": "DE12 ", DE: "DE", "A1": "A1b2", hex: "0f ", binary: "01", base58: "1AbC9x",
  "one ": "one ", "quatre-": "quatre-", "at dot": "a at b dot ", "double ": "double ", "send ": "send ", "send a ": "send a your password ", "tell us if ": "tell us if ", "reply with ": "reply with ", "search ": "search ", "google ": "google ",
  "my instructions": "my instructions ", "you are a helpful ": "you are a helpful friendly ", "text your card": "photo of your ", telegram: "Telegram ", signal: "on Signal ", handle: "@abc_", kanji: "一", kana: "パスワード", "を": "を教えて", emoji: "😀", accents: "é", fullwidth: "１", cyrillic: "а", quotes: "“", "a,": "a,", sentence: "Ok. "
}

export const hostile = (piece: string, length = 20_000) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
