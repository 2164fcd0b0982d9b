import { sql, type Kysely } from "kysely"
import type { Details } from "../../../ingest/source/source.ts"
import { nextEventLoopTurn } from "../../../runtime/event-loop.ts"
import { originInUse } from "../../../storage/knowledge-origin.ts"
import type { Schema } from "../../../storage/schema.ts"
import { TENANT } from "../../../storage/tenant.ts"
import { isLanguage, languageOfLocale } from "../../../text/languages.ts"
import { readPersonalWords } from "../../memories/personal-data.ts"
import { learnVoice, type Common, type LearntVoice } from "./learn-voice.ts"
import type { VoiceProposal } from "../../../protocol/routes/voices.ts"

/** So many replies of a language are needed: with fewer, one agent's habits look like the team's. */
export const MIN_REPLIES = 30

/**
 * Proposes a voice for each language in which enough solved tickets are imported, for an admin to edit. Nothing is
 * stored. What masking in strict mode would replace is left out, though the replies have gaps for names already.
 */
export async function proposeVoices(db: Kysely<Schema>): Promise<VoiceProposal[]> {
  const isPersonal = await readPersonalWords(db)
  const proposals: VoiceProposal[] = []
  for (const [language, replies] of await readReplies(db)) {
    if (replies.length < MIN_REPLIES) {
      proposals.push({ language, replies: replies.length })
      continue
    }
    // Thousands of replies take a second, and streams go on meanwhile.
    await nextEventLoopTurn()
    const learnt = withoutPeople(learnVoice(replies, language), (words) => isPersonal(words, language))
    proposals.push({ language, replies: replies.length, source: voiceText(learnt, language) })
  }
  return proposals.sort((a, b) => b.replies - a.replies)
}

async function readReplies(db: Kysely<Schema>): Promise<Map<string, string[]>> {
  const { origin } = await originInUse(db)
  const { rows } = await sql<{ locale: string; details: Details | null }>`
    select locale, details from documents
    where tenant = ${TENANT} and origin = ${origin} and kind = 'ticket' and twin is null
    order by coalesce(changed, '') desc, id desc limit ${MAX_TICKETS}`.execute(db)
  const replies = rows.flatMap(({ locale, details }) => {
    const language = languageOfLocale(locale)
    return details?.kind === "ticket" && isLanguage(language) ? [{ language, reply: details.reply }] : []
  })
  return new Map(
    [...Map.groupBy(replies, ({ language }) => language)].map(([language, own]) => [
      language,
      own.map(({ reply }) => reply)
    ])
  )
}

function withoutPeople(learnt: LearntVoice, isPersonal: (words: string) => boolean): LearntVoice {
  const only = (all: Common<string>[]) =>
    all.filter(
      ({ value }) => !isPersonal(value.replace(/\{(?:name|agent)\}/g, "").replace(/(?<![\s,:!.、])[\s,:!.、]+$/u, ""))
    )
  return {
    ...learnt,
    greetings: only(learnt.greetings),
    signOffs: only(learnt.signOffs),
    phrases: learnt.phrases.filter(({ value }) => !isPersonal(value))
  }
}

/** The newest ones, because a voice changes over the years. */
const MAX_TICKETS = 3000

/**
 * Writes what was learnt as a voice's file, each line with how many replies it rests on. The persona is left for the
 * admin: without it the file is refused, so nothing is stored that nobody has read.
 * @param language ISO 639-1
 */
function voiceText(learnt: LearntVoice, language: string): string {
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
