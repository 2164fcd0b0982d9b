/** The characters that a text of a shape has. It is the most that a text of one's own may have. */
export const SHAPE_CHARACTERS = 20_000

const pieces: Readonly<Record<string, string>> = {
  "right-to-left marks": "\u202e",
  "combining marks": "\u0301",
  "letters with combining marks": "e\u0301",
  emoji: "😀",
  "emoji of a family": "👩‍👩‍👧‍👦",
  "one word": "a",
  "one word of capitals": "A",
  "one word of Han": "字",
  "one word of kana": "ア",
  "mixed scripts": "aжあ字א",
  "full-width": "Ａ１",
  punctuation: "!?.,;:-–()[]{}\"'*_#@/\\",
  spaces: " ",
  "no-break spaces": "\u00a0",
  newlines: "\n",
  "lines that hold a space": " \n",
  digits: "7",
  "digits and full stops": "7.",
  "halves of addresses": "a@",
  "halves of hosts": "a.",
  "beginnings of links": "http://",
  "opened brackets": "[",
  "opened blanks": "[[a",
  "opened tags": "<a ",
  quotes: '"',
  apostrophes: "a'",
  "halves of surrogate pairs": "\ud83d",
  placeholders: "[PERSON_1] ",
  backticks: "`",
  "quoted lines": "> a\n",
  "short sentences": "No. ",
  "list items": "- a\n",
  greetings: "Hello Mia,\n"
}

/** Texts of one shape each, as long as may be, that once held a pattern or may hold one. */
export const HOSTILE_SHAPES: readonly [shape: string, text: string][] = [
  ...Object.entries(pieces).map(([shape, piece]): [string, string] => [
    shape,
    piece.repeat(SHAPE_CHARACTERS / piece.length + 1).slice(0, SHAPE_CHARACTERS)
  ]),
  ["a gap between two words", `a${" ".repeat(SHAPE_CHARACTERS - 2)}b`],
  ["a gap before the end", `Hello Mia, ${" ".repeat(SHAPE_CHARACTERS - 12)}.`],
  ["a gap behind a capital and a comma", `Hello Mia,\n\nA${", ".repeat(SHAPE_CHARACTERS / 2 - 8)}b`]
]
