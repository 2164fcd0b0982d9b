import type { Kysely } from "kysely"
import type { RulesVersion, VersionsAnswer } from "../protocol/masking-rules.ts"
import type { Schema } from "../storage/schema.ts"
import { wordKey, readVersion, standingOf, type StoredRules } from "./stored-rules.ts"

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
