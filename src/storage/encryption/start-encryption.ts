import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { takeJobLease } from "../job-lease.ts"
import { asLongWork } from "../pool/time-limit.ts"
import { canAllReadEncrypted, type RelayPresence } from "../relay-presence.ts"
import type { Schema } from "../schema.ts"
import { encryptRows } from "./encrypt-rows.ts"
import type { MasterKeySettings } from "./master-key.ts"
import { followMasterKeys, makeFirstMasterKey, noteMasterKey } from "./open-cipher.ts"
import { cipherOf } from "./text-cipher.ts"
import { makeTeamKey } from "./team-key.ts"

const HOUR = 3_600_000

export interface EncryptionParts {
  db: Kysely<Schema>
  /** The same database for signs of life. */
  signs?: Kysely<Schema>
  settings: MasterKeySettings
  log: Log
  presence: Pick<RelayPresence, "everyBeat">
}

/**
 * Encrypts what is stored from now on, with the keys that `openCipher` has read, or once no relay of an earlier version
 * is left, which couldn't read it. Then it encrypts what is stored in clear, and looks every hour for more. Without a
 * master key everything is stored as before, and a line of the log says so.
 * @returns a function that stops it and waits for what is under way
 */
export async function startEncryption({
  db,
  signs = db,
  settings,
  log,
  presence
}: EncryptionParts): Promise<() => Promise<void>> {
  await makeFirstMasterKey(db, settings)
  const cipher = cipherOf(db)
  const [master] = cipher.keys
  if (!master) {
    log.warn("texts-not-encrypted", { advice: NO_KEY })
    return async () => undefined
  }
  const closing = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const encryptStored = () =>
    (running = running
      .then(() => encryptInLease({ db, signs, log }, closing.signal))
      .catch((error: unknown) => void (closing.signal.aborted || log.error("texts-not-encrypted", error))))
  const begin = async () => {
    if (cipher.isSealing || !(await canAllReadEncrypted(db))) return
    await noteMasterKey(db, master.id)
    await makeTeamKey(db, "requester-key")
    cipher.startSealing(await makeTeamKey(db, "word-key"))
    void encryptStored()
  }
  await begin()
  presence.everyBeat(begin)
  presence.everyBeat(() => followMasterKeys(db, settings))
  const timer = setInterval(() => void (cipher.isSealing && encryptStored()), HOUR).unref()
  return async () => {
    clearInterval(timer)
    closing.abort()
    await running
  }
}

const NO_KEY =
  "texts of tickets and drafts are stored in clear: set MASTER_KEY_FILE to a file that every relay on this database has (openssl rand -base64 32 makes its line)"

async function encryptInLease(
  { db, signs, log }: Required<Omit<EncryptionParts, "presence" | "settings">>,
  closing: AbortSignal
) {
  const lease = await takeJobLease("encryption", { db, signs, log })
  if (!lease) return
  try {
    const rows = await asLongWork(() => encryptRows(db, AbortSignal.any([closing, lease.signal])))
    if (Object.values(rows).some((count) => count > 0)) log.info("texts-encrypted", rows)
  } finally {
    await lease.end()
  }
}
