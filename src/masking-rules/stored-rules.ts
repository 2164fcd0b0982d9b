import type { Kysely } from "kysely"
import * as z from "zod/mini"
import type { PairedPerson } from "../protocol/relay.ts"
import type { Schema } from "../storage/schema.ts"
import { lockInTransaction } from "../storage/transaction-lock.ts"
import type { MaskingRulesRow } from "./tables.ts"
import {
  articleWordSort,
  MAX_WORD_CHARACTERS,
  maskMode,
  MAX_RULE_WORDS,
  type RulesAnswer,
  type RulesVersion,
  type VersionsAnswer
} from "../protocol/routes/masking-rules.ts"

const ownWord = z.object({ word: z.string(), from: z.enum(["team", "agent"]), by: z.string() })
const articleWord = z.object({
  word: z.string(),
  from: z.literal("articles"),
  sort: articleWordSort,
  articles: z.number()
})
const storedRules = z.object({
  mode: maskMode,
  orderPattern: z.optional(z.string()),
  agentsMayAdd: z.boolean(),
  keep: z.array(z.discriminatedUnion("from", [articleWord, ownWord])),
  names: z.array(ownWord),
  /** Words that came from the articles and were removed. They are never proposed again. */
  refused: z.array(z.string())
})
/** One version as it is stored. */
export type StoredRules = z.infer<typeof storedRules>
export type OwnWord = z.infer<typeof ownWord>
export type ArticleWord = z.infer<typeof articleWord>
export interface RulesVersionRecord {
  version: number
  rules: StoredRules
  by: string | null
  at: string | null
}

/**
 * Returns the newest version, or the one asked for, or undefined when there is none of that number. Version 0 is the
 * initial one: strict mode and empty lists.
 */
export async function readVersion(db: Kysely<Schema>, version: number): Promise<RulesVersionRecord | undefined> {
  if (version === 0) return BEGINNING
  const row = await db.selectFrom("masking_rules").selectAll().where("version", "=", version).executeTakeFirst()
  return row && standingOf(row)
}

export async function readNewest(db: Kysely<Schema>): Promise<RulesVersionRecord> {
  const row = await db.selectFrom("masking_rules").selectAll().orderBy("version", "desc").limit(1).executeTakeFirst()
  return row ? standingOf(row) : BEGINNING
}

/** Waits for the previous change of the rules. Every change, including an import, takes this lock. */
export const lockRules = (work: Kysely<Schema>) => lockInTransaction(work, "masking rules")

export interface RulesChange {
  why: MaskingRulesRow["why"]
  of?: number
  person?: PairedPerson
}

/** Stores a version. @returns its number */
export async function storeVersion(
  work: Kysely<Schema>,
  before: RulesVersionRecord,
  rules: StoredRules,
  { why, of, person }: RulesChange,
  now: Date
): Promise<number> {
  const version = before.version + 1
  await work
    .insertInto("masking_rules")
    .values({
      version,
      rules: JSON.stringify(rules),
      why,
      of_version: of ?? null,
      person: person?.id ?? null,
      by: person?.name ?? null,
      at: now
    })
    .execute()
  return version
}

const standingOf = ({
  version,
  rules,
  by,
  at
}: Pick<MaskingRulesRow, "version" | "rules" | "by" | "at">): RulesVersionRecord => ({
  version,
  rules: storedRules.parse(JSON.parse(rules)),
  by,
  at: at.toISOString()
})
const BEGINNING: RulesVersionRecord = {
  version: 0,
  rules: { mode: "strict", agentsMayAdd: false, keep: [], names: [], refused: [] },
  by: null,
  at: null
}

/** Returns one spelling of a word for comparisons. Case and white space are ignored. */
export const wordKey = (word: string): string => normaliseWord(word).toLowerCase()
export const normaliseWord = (word: string): string => word.normalize("NFC").replace(/\s+/gu, " ").trim()
export const isListableWord = (word: string): boolean => word.length >= 2 && word.length <= MAX_WORD_CHARACTERS
export { MAX_RULE_WORDS }

export function rulesAnswerOf(
  { version, rules, by, at }: RulesVersionRecord,
  {
    proposed,
    articleWords,
    siteKey,
    requesterKey
  }: {
    proposed: RulesAnswer["proposed"]
    articleWords: string | undefined
    siteKey: string | undefined
    requesterKey: string | undefined
  }
): RulesAnswer {
  const { mode, keep, names, orderPattern, agentsMayAdd, refused } = rules
  const known = new Set([...keep, ...names].map(({ word }) => wordKey(word)).concat(refused.map(wordKey)))
  return {
    version,
    mode,
    keep: keep.map(({ word }) => word),
    names: names.map(({ word }) => word),
    ...(orderPattern === undefined ? {} : { orderPattern }),
    agentsMayAdd,
    ...(siteKey === undefined ? {} : { siteKey }),
    ...(requesterKey === undefined ? {} : { requesterKey }),
    ...(articleWords === undefined ? {} : { articleWords }),
    words: [
      ...keep.map((word) => ({ ...word, kind: "keep" as const })),
      ...names.map((word) => ({ ...word, kind: "name" as const }))
    ],
    proposed: proposed.filter(({ word }) => !known.has(wordKey(word))),
    by,
    at
  }
}

/** Returns the versions of the rules, newest first, each with what it changed. */
export async function readVersions(db: Kysely<Schema>): Promise<VersionsAnswer> {
  const rows = await db.selectFrom("masking_rules").selectAll().orderBy("version", "desc").limit(MOST).execute()
  const oldest = rows.at(-1)
  const before = oldest && (await readVersion(db, oldest.version - 1))
  const standing = rows.map(standingOf)
  return {
    versions: rows.map(({ version, by, at, why, of_version }, index): RulesVersion => {
      const rules = standing[index]?.rules ?? NOTHING
      const former = standing[index + 1]?.rules ?? before?.rules ?? NOTHING
      const [added, removed] = [missing(rules, former), missing(former, rules)]
      return {
        version,
        by,
        at: at.toISOString(),
        why,
        ...(of_version === null ? {} : { of: of_version }),
        mode: rules.mode,
        agentsMayAdd: rules.agentsMayAdd,
        ...(rules.orderPattern === undefined ? {} : { orderPattern: rules.orderPattern }),
        added: added.slice(0, MAX_WORDS),
        addedCount: added.length,
        gone: removed.slice(0, MAX_WORDS),
        goneCount: removed.length
      }
    })
  }
}

const MOST = 100
const MAX_WORDS = 10
const NOTHING: StoredRules = { mode: "strict", agentsMayAdd: false, keep: [], names: [], refused: [] }

/** Returns the words of the first version that the second lacks, list by list. */
function missing(here: StoredRules, there: StoredRules): string[] {
  return (["keep", "names"] as const).flatMap((list) => {
    const wordsThere = new Set(there[list].map(({ word }) => wordKey(word)))
    return here[list].map(({ word }) => word).filter((word) => !wordsThere.has(wordKey(word)))
  })
}
