import { createHash } from "node:crypto"
import type { Kysely } from "kysely"
import { Problem, StartError } from "../../runtime/problem.ts"
import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import type { TeamVoice } from "../../ticket/team-voice.ts"
import { rivalOf, wordsOf } from "./choose-voice.ts"
import { readVoice } from "./format/read-voice.ts"
import type {} from "./tables.ts"
import type { VoicesAnswer } from "../../protocol/operating/voices.ts"

/**
 * Stores a voice as the newest version under its name. The same text again makes no version.
 * @param person null at the relay's own machine
 * @throws Problem 422 "voice-wrong" with a sentence and line for each mistake; 409 "voice-taken" if another voice is as
 * specific for the same tickets
 */
export async function saveVoice(
  db: Kysely<Schema>,
  source: string,
  person: string | null,
  now: Date
): Promise<{ name: string; version: number }> {
  const { voice, mistakes } = readVoice(source)
  if (!voice) throw wrongVoice(mistakes)
  const { name } = voice
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, "voices")
    const newest = await newestOf(work, name)
    if (newest?.source === source) return { name, version: newest.version }
    const { voices } = await readVoices(work)
    const rival = rivalOf(voice, voices)
    if (rival) throw new Problem(409, "voice-taken", rivalSentence(voice, rival))
    if (voices.length >= MOST_VOICES && !voices.some((one) => one.name === name))
      throw new Problem(409, "too-many-voices", `A team has ${MOST_VOICES} voices at most: take one out first.`)
    const version = (newest?.version ?? 0) + 1
    await work.insertInto("voice_versions").values({ name, version, source, person, at: now }).execute()
    await writeAuditEntry(work, person, "voice-saved", [name, `version ${version}`], now)
    return { name, version }
  })
}

/** Takes a voice out; its versions stay. Returns false if there is none. */
export async function removeVoice(
  db: Kysely<Schema>,
  name: string,
  person: string | null,
  now: Date
): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, "voices")
    const newest = await newestOf(work, name)
    if (!newest || newest.source === null) return false
    const version = newest.version + 1
    await work.insertInto("voice_versions").values({ name, version, source: null, person, at: now }).execute()
    await writeAuditEntry(work, person, "voice-removed", [name], now)
    return true
  })
}

/** Lists the voices by name. */
export async function listVoices(db: Kysely<Schema>): Promise<VoicesAnswer> {
  return {
    voices: (await newestVersions(db)).flatMap(({ source, version, at }) => {
      const { voice } = parsed(source)
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
  const stored = await newestVersions(db)
  return {
    voices: stored.flatMap(({ source }) => parsed(source).voice ?? []),
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
  const stored = await newestVersions(db)
  const wrong = stored.flatMap(({ name, source }) => {
    const { mistakes } = parsed(source)
    return mistakes ? [`The voice "${name}" can't be read:\n${linesOf(mistakes)}`] : []
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
export const wrongVoice = (mistakes: readonly Mistake[]) => new Problem(422, "voice-wrong", linesOf(mistakes))

const linesOf = (mistakes: readonly Mistake[]) =>
  mistakes
    .slice(0, MOST_TOLD)
    .map(({ line, sentence }) => `Line ${line}: ${sentence}`)
    .join("\n")

const newestOf = (db: Kysely<Schema>, name: string) =>
  db
    .selectFrom("voice_versions")
    .select(["version", "source"])
    .where("name", "=", name)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst()

async function newestVersions(db: Kysely<Schema>) {
  const rows = await db
    .selectFrom("voice_versions")
    .distinctOn("name")
    .select(["name", "version", "source", "at"])
    .orderBy("name")
    .orderBy("version", "desc")
    .execute()
  return rows.flatMap(({ source, ...row }) => (source === null ? [] : { ...row, source }))
}

/** Every draft asks for the voices, so each text is read once. */
function parsed(source: string): ReturnType<typeof readVoice> {
  const known = read.get(source)
  if (known) return known
  if (read.size >= 2 * MOST_VOICES) read.clear()
  const result = readVoice(source, true)
  read.set(source, result)
  return result
}

const read = new Map<string, ReturnType<typeof readVoice>>()
const MOST_VOICES = 100
const MOST_TOLD = 50
