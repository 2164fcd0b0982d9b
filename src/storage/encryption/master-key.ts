import { createHmac, randomBytes, randomUUID } from "node:crypto"
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { StartError } from "../../runtime/problem.ts"
import type { Settings } from "../../runtime/settings.ts"

/** Wraps the keys of the rows. It is never in the database. */
export interface MasterKey {
  /** Sixteen hexadecimal digits, which the database and the sentences for people name it by. */
  id: string
  /** 32 bytes. */
  secret: Buffer
}

/** Where the master keys come from. */
export type MasterKeySettings = Pick<Settings, "data" | "databaseUrl" | "masterKey" | "masterKeyFile">

/** The file of the master keys where no setting names another. */
export const masterKeyFile = ({ data, masterKeyFile: file }: MasterKeySettings) => file ?? join(data, "master-key")

export function masterKeyOf(secret: Buffer): MasterKey {
  const digest = createHmac("sha256", secret).update("replywright master key").digest("hex")
  return { id: digest.slice(0, 16), secret }
}

/** Returns a new key as it stands in a file: 32 random bytes as base64. */
export const newMasterKeyText = () => randomBytes(32).toString("base64")

/**
 * Reads the master keys: MASTER_KEY, the file that MASTER_KEY_FILE names, or the one in the data folder. Each is a line
 * of its own. The first one wraps what is new, and the others only open what they have wrapped.
 * @returns none if no setting names one and the data folder has none
 * @throws StartError "master-key" if a line is no key, or if a file that a setting names can't be read
 */
export async function readMasterKeys(settings: MasterKeySettings): Promise<MasterKey[]> {
  if (settings.masterKey !== undefined) return keysIn(settings.masterKey, "MASTER_KEY")
  const file = masterKeyFile(settings)
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined
    if (code === "ENOENT" && settings.masterKeyFile === undefined) return []
    throw new StartError("master-key", `The master key can't be read from ${file}: ${String(code)}.`, { cause })
  }
  return keysIn(text, file)
}

function keysIn(text: string, place: string): MasterKey[] {
  const lines = text.split(/[\s,]+/).filter(Boolean)
  const secrets = lines.map((line) => (/^[A-Za-z0-9+/]{43}=$/.test(line) ? Buffer.from(line, "base64") : undefined))
  const keys = secrets.flatMap((secret) => (secret ? [masterKeyOf(secret)] : []))
  if (keys.length === lines.length && keys.length > 0) return keys
  throw new StartError(
    "master-key",
    `${place} holds something that is no master key. A key is 32 random bytes as base64, one in a line: "openssl rand -base64 32" makes one.`
  )
}

/** Makes the first key of the data folder. Of several processes that do so at once, one wins. */
export async function makeMasterKey(settings: MasterKeySettings): Promise<MasterKey[]> {
  const file = masterKeyFile(settings)
  await mkdir(dirname(file), { recursive: true })
  const draft = await writeDraft(file, [newMasterKeyText()])
  try {
    await link(draft, file)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  } finally {
    await rm(draft, { force: true })
  }
  return readMasterKeys(settings)
}

/** Writes the file with these keys, the first of which wraps from now on. A reader sees all of the file, or the former one. */
export async function writeMasterKeys(file: string, keys: readonly MasterKey[]): Promise<void> {
  await rename(
    await writeDraft(
      file,
      keys.map(({ secret }) => secret.toString("base64"))
    ),
    file
  )
}

/** Only its owner may read it. */
async function writeDraft(file: string, lines: readonly string[]): Promise<string> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${lines.join("\n")}\n`, { mode: 0o600, flag: "wx", flush: true })
  return draft
}
