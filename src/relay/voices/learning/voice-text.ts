import type { Common, LearntVoice } from "./learn-voice.ts"

/**
 * Writes what was learnt as a voice's file, each line with how many replies it rests on. The persona is left for the
 * admin: without it the file is refused, so nothing is stored that nobody has read.
 * @param language ISO 639-1
 */
export function voiceText(learnt: LearntVoice, language: string): string {
  const { replies, greetings, signOffs, words, emoji, phrases } = learnt
  return [
    `# Learnt from ${replies} replies to solved tickets. Change what is not the team's voice.`,
    `voice: learnt-${language}`,
    `language: ${language}`,
    'persona: ""   # Say in two sentences who writes. Without it the voice is not stored.',
    ...formalityLines(learnt),
    ...patternLines("greeting", greetings, replies),
    ...patternLines("sign-off", signOffs, replies),
    ...nameLines(learnt),
    `length: {words: ${Math.min(MAX_WORDS, Math.max(10, words.value))}}   # ${words.replies} of ${replies} replies are no longer`,
    `emoji: ${Math.min(MAX_EMOJI, emoji.value)}   # ${emoji.replies} of ${replies} replies have no more`,
    ...phrases.map(({ value, replies: count }) => `# Written often, in ${count} replies: ${value}`),
    ""
  ].join("\n")
}

/** What a voice's file takes at most. */
const MAX_WORDS = 2000
const MAX_EMOJI = 20

function patternLines(key: string, patterns: readonly Common<string>[], replies: number): string[] {
  if (patterns.length === 0) return [`# ${key}: no pattern stands in a tenth of the replies`]
  return [
    `${key}:`,
    ...patterns.map(({ value, replies: count }) => `  - ${JSON.stringify(value)}   # in ${count} of ${replies} replies`)
  ]
}

function formalityLines({ formal }: LearntVoice): string[] {
  if (!formal) return []
  const telling = formal.formal + formal.informal
  const said = `${formal.formal} replies formal, ${formal.informal} informal, the others tell neither`
  const [most, count] =
    formal.formal >= formal.informal ? (["formal", formal.formal] as const) : (["informal", formal.informal] as const)
  return telling >= MIN_TELLING && count >= CLEAR * telling
    ? [`formality: ${most}   # ${said}`]
    : [`# formality: ${said}`]
}

const MIN_TELLING = 10
const CLEAR = 0.8

/** First and full names are the same gap, so only a form of address tells them apart. */
function nameLines({ named: { greeted, named, honorific } }: LearntVoice): string[] {
  if (greeted < MIN_TELLING) return []
  if (named <= (1 - CLEAR) * greeted) return [`name: none   # ${greeted - named} of ${greeted} greetings name nobody`]
  if (honorific >= CLEAR * named) return [`name: full   # ${honorific} of ${named} names have a form of address`]
  return [`# name: first or full? In imported replies names are gaps; ${named} of ${greeted} greetings name somebody`]
}
