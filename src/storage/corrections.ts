import type { Kysely } from "kysely"
import type { Schema } from "./schema.ts"
import { readSetting, writeSetting } from "./team-setting.ts"

/** The setting that holds the version of the team's corrections. No setting is version 0: there never were any. */
export const CORRECTIONS_VERSION = "corrections-version"
/** The setting that holds the signed file as JSON, or "" after it was taken out. */
const CORRECTIONS_FILE = "corrections"

/** Returns the stored file's text and the version, which increases with each change. */
export async function readStoredCorrections(
  db: Kysely<Schema>
): Promise<{ version: number; file: string | undefined }> {
  const [version, file] = await Promise.all([readSetting(db, CORRECTIONS_VERSION), readSetting(db, CORRECTIONS_FILE)])
  return { version: Number(version ?? 0), file: file || undefined }
}

/** Stores a file's text, or takes it out, and makes the team's browsers ask again. It runs in the caller's transaction. */
export async function writeStoredCorrections(work: Kysely<Schema>, file: string | undefined): Promise<void> {
  const { version } = await readStoredCorrections(work)
  await writeSetting(work, CORRECTIONS_FILE, file ?? "")
  await writeSetting(work, CORRECTIONS_VERSION, String(version + 1))
}
