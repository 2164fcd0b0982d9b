/**
 * The kinds of features of a word. The number is hashed with the feature's value into the place of its weight, so it
 * must stay as it is for as long as the trained weights are used. "Form" is the shape, the kind of line and the
 * beginning taken together; "state" is what a word is to its neighbours (see features.ts).
 */
export const FEATURE = {
  /** The same for every word. */
  bias: 1,
  /** How the word is written, in what kind of line, and where in it a sentence or a line begins. */
  form: 2,
  /** The word itself, where it stands in a list. */
  word: 3,
  /** The word itself and how it is written. */
  wordByShape: 4,
  /** The form, and whether the word is an ordinary one. */
  formByOrdinary: 5,
  /** The form, and how much the letters look like a name. */
  formByLetters: 6,
  /** The form with both. */
  formByOrdinaryAndLetters: 7,
  /** The classes of the word, how it is written, and whether it is an ordinary one. */
  classesByOrdinary: 8,
  /** The classes of the word and the kind of line. */
  classesByLineCase: 9,
  /** The last three letters. */
  lastThree: 10,
  /** The last two letters and how the word is written. */
  lastTwoByShape: 11,
  /** The first three letters. */
  firstThree: 12,
  /** The form and the state of the word before. */
  formByStateBefore: 13,
  /** The form and the state of the word behind. */
  formByStateAfter: 14,
  /** How the word is written, between the states of both neighbours. */
  shapeBetweenStates: 15,
  /** The word before. */
  wordBefore: 16,
  /** The word behind. */
  wordAfter: 17,
  /** The word before, how this one is written, and whether it is an ordinary one. */
  wordBeforeByShape: 18,
  /** The word behind, how this one is written, and whether it is an ordinary one. */
  wordAfterByShape: 19,
  /** The second word before. */
  secondBefore: 20,
  /** The second word behind. */
  secondAfter: 21,
  /** The two words before. */
  pairBefore: 22,
  /** The two words behind. */
  pairAfter: 23,
  /** The form and what stands between this word and the one before. */
  formByGapBefore: 24,
  /** The form and what stands between this word and the next. */
  formByGapAfter: 25,
  /** What stands on both sides, and whether the word is an ordinary one. */
  gapsByOrdinary: 26,
  /** Whether a possessive s hangs on the word. */
  possessive: 27,
  /** How long the word is and how it is written. */
  lengthByShape: 28,
  /** Whether this word and the one before are ordinary ones. */
  ordinaryBefore: 29,
  /** Whether this word and the next are ordinary ones. */
  ordinaryAfter: 30,
  /** The state of the word before and what stands between. */
  stateBeforeByGap: 31,
  /** The state of the next word and what stands between. */
  stateAfterByGap: 32,
  /** Whether the word belongs to an address. */
  address: 33,
  /** The state of this word and of the second before. */
  stateBySecondBefore: 34,
  /** The state of this word and of the second behind. */
  stateBySecondAfter: 35,
  /** How much the letters look like a name, in what kind of line, and whether the text begins here. */
  lettersByLineCase: 36,
  /** How the word is written and where it begins, by the language of the text. */
  formByLanguage: 37,
  /** The classes of the word by the language of the text. */
  classesByLanguage: 38,
  /** What the word before says of its neighbours. */
  cuesBefore: 39,
  /** What the next word says of its neighbours. */
  cuesAfter: 40,
  /** What the second word before says of its neighbours. */
  cuesSecondBefore: 41,
  /** The form of a word with an accent. */
  accented: 42,
  /** The classes of a phrase of two or three words that this one belongs to. */
  phrase: 43,
  /** Whether the word stands in a heading. */
  heading: 44,
  /** The label of the line, and how the word is written. */
  label: 45,
  /** The label of the line, how the word is written, and whether it is an ordinary one. */
  labelByOrdinary: 46,
  /** The first word of the line before, and how long this line is. */
  lineBefore: 47,
  /** How long the line is, by how the word is written and where it begins. */
  lineLength: 48,
  /** How many words in a row have a capital, and whether ordinary text stands on both sides. */
  run: 49,
  /** Which parts of a German compound are words, by how the word is written and the language of the text. */
  partsByLanguage: 50,
  /** How much the letters look like a name, by how the word is written and the language of the text. */
  lettersByLanguage: 51,
  /** Two to five letters in a row. */
  letterRow: 52,
  /** Three letters in a row, or the last ones, by the language of the text. */
  letterRowByLanguage: 53
} as const

export type FeatureKind = (typeof FEATURE)[keyof typeof FEATURE]
