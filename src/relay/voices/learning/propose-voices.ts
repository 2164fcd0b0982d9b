import { sql, type Kysely } from "kysely"
import type { Details } from "../../../ingest/source/source.ts"
import type { VoiceProposal } from "../../../protocol/operating/voices.ts"
import { nextEventLoopTurn } from "../../../runtime/event-loop.ts"
import { originInUse } from "../../../storage/knowledge-origin.ts"
import type { Schema } from "../../../storage/schema.ts"
import { TENANT } from "../../../storage/tenant.ts"
import { isLanguage, languageOfLocale } from "../../../text/languages.ts"
import { readPersonalWords } from "../../memories/personal-data.ts"
import { learnVoice, type Common, type LearntVoice } from "./learn-voice.ts"
import { voiceText } from "./voice-text.ts"

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
