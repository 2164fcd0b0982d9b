import { createHash } from "node:crypto"
import type { Kysely } from "kysely"
import { Problem, StartError } from "../../runtime/problem.ts"
import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { runInWorkerIfLarge, type NamedJob } from "../../runtime/worker-thread/run-in-worker.ts"
import type { Schema } from "../../storage/schema.ts"
import type { TeamVoice } from "../../ticket/team-voice.ts"
import {
  newestDefinitions,
  removeDefinition,
  saveDefinition,
  mistakeSentences,
  storedReader
} from "../team-settings/definitions.ts"
import { rivalOf, wordsOf } from "./choose-voice.ts"
import { readVoice } from "./read-voice.ts"
import type { VoicesAnswer } from "../../protocol/routes/voices.ts"

/**
 * Stores a voice as the newest version under its name. The same text again makes no version.
 * @param person null at the relay's own machine
 * @throws Problem 422 "voice-wrong" with a sentence and line for each mistake; 409 "voice-taken" if another voice is as
 * specific for the same tickets, "too-many-voices"
 */
export async function saveVoice(
  db: Kysely<Schema>,
  source: string,
  person: string | null,
  now: Date
): Promise<{ name: string; version: number }> {
  const { voice, mistakes } = await runInWorkerIfLarge(source.length, READ, source)
  if (!voice) throw wrongVoice(mistakes)
  const check = (others: { source: string }[]) => {
    const rival = rivalOf(voice, voicesOf(others))
    if (rival) throw new Problem(409, "voice-taken", rivalSentence(voice, rival))
  }
  return saveDefinition(db, "voice", { name: voice.name, source, most: MAX_VOICES, check }, person, now)
}

/** Takes a voice out; its versions stay. Returns false if there is none. */
export const removeVoice = (db: Kysely<Schema>, name: string, person: string | null, now: Date): Promise<boolean> =>
  removeDefinition(db, "voice", name, person, now)

/** Lists the voices by name. */
export async function listVoices(db: Kysely<Schema>): Promise<VoicesAnswer> {
  return {
    voices: (await newestDefinitions(db, "voice")).flatMap(({ source, version, at }) => {
      const { voice } = readStored(source)
      if (!voice) return []
      const { name, persona } = voice
      return { name, of: wordsOf(voice), persona, version, at: at.toISOString(), source }
    })
  }
}

/** The team's voices, and a hash of their newest versions, which is undefined if there are none. */
export interface StoredVoices {
  voices: TeamVoice[]
  hash: string | undefined
}

/** Reads the team's voices, by name. */
export async function readVoices(db: Kysely<Schema>): Promise<StoredVoices> {
  const stored = await newestDefinitions(db, "voice")
  return {
    voices: voicesOf(stored),
    hash:
      stored.length === 0
        ? undefined
        : createHash("sha256")
            .update(JSON.stringify(stored.map(({ name, source }) => [name, source])))
            .digest("hex")
            .slice(0, 16)
  }
}

/**
 * Checks the stored voices when a relay starts, because they may have been stored by another version.
 * @throws StartError "voices" with a sentence for each mistake and its line
 */
export async function checkStoredVoices(db: Kysely<Schema>): Promise<void> {
  const stored = await newestDefinitions(db, "voice")
  const wrong = stored.flatMap(({ name, source }) => {
    const { mistakes } = readStored(source)
    return mistakes ? [`The voice "${name}" can't be read:\n${mistakeSentences(mistakes).join("\n")}`] : []
  })
  const { voices } = await readVoices(db)
  const rivals = voices.flatMap((voice, at) => {
    const rival = rivalOf(voice, voices.slice(0, at))
    return rival ? [rivalSentence(voice, rival)] : []
  })
  const all = [...wrong, ...rivals]
  if (all.length > 0)
    throw new StartError("voices", `${all.join("\n")}\nTake it out: npm run relay -- voices remove NAME`)
}

/** Returns the sentence about two voices of which none could be chosen. */
export const rivalSentence = (voice: TeamVoice, rival: TeamVoice): string =>
  `"${voice.name}" and "${rival.name}" are both for ${wordsOf(rival) || "all tickets"}: say more closely which tickets one of them is for, or take one out.`

/** Returns the refusal of a voice that can't be read, with a sentence and line for each mistake. */
export const wrongVoice = (mistakes: readonly Mistake[]) =>
  new Problem(422, "voice-wrong", mistakeSentences(mistakes).join("\n"))

const voicesOf = (rows: { source: string }[]) => rows.flatMap(({ source }) => readStored(source).voice ?? [])

/** A long file takes longer to read than others may wait. */
const READ: NamedJob<(source: string) => ReturnType<typeof readVoice>> = {
  module: new URL("./read-voice.ts", import.meta.url).href,
  name: "readVoice"
}
const MAX_VOICES = 100
const readStored = storedReader(2 * MAX_VOICES, (source) => readVoice(source, true))
