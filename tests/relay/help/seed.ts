import { execFile } from "node:child_process"
import { existsSync, mkdirSync, renameSync } from "node:fs"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { openDatabase } from "../../../src/storage/database.ts"
import { root } from "../../house/files.ts"

/** The sample's articles. */
export const sampleKnowledge = join(root, "demo/knowledge")

/**
 * A database with all its tables in `data`, empty or with the sample's articles, copied from one that the run made
 * once: making one takes five times as long. Whoever asks while it is being made, and a run without a place for it
 * (`tests/seeds.ts`), does without.
 * @returns whether it was copied
 */
export async function seed(
  data: string,
  settings: Readonly<Record<string, string | undefined>> = {},
  { knowledge = false } = {}
): Promise<boolean> {
  const seeds = process.env["REPLYWRIGHT_SEEDS"]
  if (seeds === undefined || settings["DATABASE_URL"] !== undefined || existsSync(data)) return false
  const made = join(seeds, knowledge ? "sample" : "empty")
  if (!existsSync(made)) {
    if (!isFirst(`${made}.begun`)) return false
    const fresh = `${made}.new`
    const { db, close } = await openDatabase(
      readSettings({ REPLYWRIGHT_DATA: fresh }),
      silentLog,
      new AbortController().signal
    )
    if (knowledge)
      await importFolder(db, sampleKnowledge, {
        origin: "sample",
        collection: "sample",
        signal: AbortSignal.timeout(60_000)
      })
    await close()
    renameSync(fresh, made)
  }
  mkdirSync(dirname(data), { recursive: true })
  // With its owner: as root the database runs as somebody else.
  await promisify(execFile)("cp", ["-a", made, data])
  return true
}

/** A folder is made by one alone. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false
    throw error
  }
}
