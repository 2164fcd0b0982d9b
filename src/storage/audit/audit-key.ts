import { createPrivateKey, generateKeyPairSync, randomUUID, type KeyObject } from "node:crypto"
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { StartError } from "../../runtime/problem.ts"
import type { Settings } from "../../runtime/settings.ts"
import { auditKeyOf, type AuditKey } from "./signed-entries.ts"

/** Where the key of the audit comes from. */
export type AuditKeySettings = Pick<Settings, "data" | "auditKey" | "auditKeyFile">

/** The file of the key where no setting names another. */
export const auditKeyFile = ({ data, auditKeyFile: file }: AuditKeySettings) => file ?? join(data, "audit-key.pem")

/**
 * Reads the Ed25519 key by which the audit is signed: AUDIT_KEY, the file that AUDIT_KEY_FILE names, or the one in the
 * data folder.
 * @returns undefined if the data folder has none
 * @throws StartError "audit-key" if it is no such key, or if a file that a setting names can't be read
 */
export async function readAuditKey(settings: AuditKeySettings): Promise<AuditKey | undefined> {
  if (settings.auditKey !== undefined) return keyIn(settings.auditKey, "AUDIT_KEY")
  const file = auditKeyFile(settings)
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined
    if (code === "ENOENT" && settings.auditKeyFile === undefined) return undefined
    throw new StartError("audit-key", `The key of the audit can't be read from ${file}: ${String(code)}.`, { cause })
  }
  return keyIn(text, file)
}

/**
 * Makes the key of the data folder, which only its owner may read. Of several processes that make one, the first wins.
 */
export async function makeAuditKey(settings: AuditKeySettings): Promise<AuditKey | undefined> {
  const file = auditKeyFile(settings)
  const draft = `${file}.${randomUUID()}`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(draft, newKeyText(), { mode: 0o600, flag: "wx" })
  try {
    await link(draft, file)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  } finally {
    await rm(draft, { force: true })
  }
  return readAuditKey(settings)
}

/** Returns a new private key as PEM. */
export function newKeyText(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString()
}

function keyIn(text: string, place: string): AuditKey {
  let key: KeyObject | undefined
  try {
    key = createPrivateKey(text.includes("-----BEGIN") ? text.replaceAll("\\n", "\n") : derOf(text))
  } catch (cause) {
    throw wrongKey(place, cause)
  }
  if (key.asymmetricKeyType !== "ed25519") throw wrongKey(place)
  return auditKeyOf(key)
}

const derOf = (text: string) => ({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" }) as const

const wrongKey = (place: string, cause?: unknown) =>
  new StartError(
    "audit-key",
    `${place} holds no Ed25519 private key: make one with "openssl genpkey -algorithm ed25519".`,
    { cause }
  )
