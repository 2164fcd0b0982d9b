import { randomBytes } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import { StartError } from "../../runtime/problem.ts"
import { readSettings } from "../../runtime/settings.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import {
  masterKeyFile,
  masterKeyOf,
  readMasterKeys,
  writeMasterKeys,
  type MasterKey
} from "../../storage/encryption/master-key.ts"
import { noteMasterKey, openCipher } from "../../storage/encryption/open-cipher.ts"
import { rewrapKeys } from "../../storage/encryption/rewrap-keys.ts"
import { hasLivingRelay } from "../../storage/relay-presence.ts"
import { UsageError, type Command } from "./command.ts"
import { connectExisting } from "./open-alone.ts"

/** Relays read the file of the master keys every two seconds. */
const READ_AFTER_MS = 6_000

/** Changes the master key. Relays may be running. */
export const masterKeyCommand: Command = {
  async run([task, ...more], context) {
    if ((task !== "rotate" && task !== "rewrap") || more.length > 0) throw new UsageError(USAGE)
    const settings = readSettings(context.environment)
    if (task === "rotate" && settings.masterKey !== undefined)
      throw new UsageError(
        "MASTER_KEY can't be changed from here: put a new key before it on every relay, and then run rewrap."
      )
    const keys = await readMasterKeys(settings)
    if (keys.length === 0)
      throw new StartError("master-key", `There is no master key in ${masterKeyFile(settings)}: nothing is encrypted.`)
    const { db, close } = await connectExisting(context)
    try {
      if (task === "rotate") {
        const isRunning = await hasLivingRelay(db)
        await rotate(masterKeyFile(settings), keys, () => wait(isRunning ? READ_AFTER_MS : 0, undefined, context))
      }
      await openCipher(db, settings)
      const [first, ...former] = await readMasterKeys(settings)
      if (first) await noteMasterKey(db, first.id)
      const counts = Object.values(await rewrapKeys(db, context.signal))
      const ids = [first, ...former].flatMap((key) => (key ? [key.id] : []))
      await writeAuditEntry(db, null, "master-key-changed", ids.slice(0, 1), new Date())
      const rows = counts.reduce((sum, count) => sum + count, 0)
      for (const line of lines(ids, rows)) context.print(line)
    } finally {
      await close()
    }
  }
}

/**
 * Puts a new key into the file: last, so that every relay can read what it encrypts, and then first, so that it is used.
 */
async function rotate(file: string, keys: readonly MasterKey[], relaysHaveRead: () => Promise<void>): Promise<void> {
  const added = masterKeyOf(randomBytes(32))
  await writeMasterKeys(file, [...keys, added])
  await relaysHaveRead()
  await writeMasterKeys(file, [added, ...keys])
  await relaysHaveRead()
}

function lines([first = "", ...former]: string[], rows: number): string[] {
  return [
    `The master key ${first} encrypts from now on. ${rows.toLocaleString("en")} keys were wrapped by it; no text was touched.`,
    ...(former.length > 0
      ? [
          `This database no longer needs ${former.join(", ")}. Backups made until now do: keep it as long as you keep them.`,
          "Then remove its line. From then on nobody can read what was erased until now, in whichever file it is left."
        ]
      : [])
  ]
}

const USAGE = [
  "Say what to do with the master key: npm run relay -- master-key rotate | rewrap",
  "  rotate   makes a new one in its file, and wraps all keys by it",
  "  rewrap   wraps all keys by the first of those that are there already"
].join("\n")
