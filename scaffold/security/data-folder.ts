import { existsSync, lstatSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { dataFolder } from "../../src/runtime/settings.ts"
import { skipped, type Check } from "./check.ts"

const NAME = "permissions of files"
/** What others may read: a checkpoint of the audit is meant to be copied elsewhere. */
const PUBLIC = ["audit-checkpoint.json", "moved-to.txt"]

/** Only the owner reads or changes what is in the data folder. */
export function checkDataFolder(environment: Record<string, string | undefined>): Check {
  const folder = dataFolder(environment)
  if (process.platform === "win32") return skipped(NAME, "Windows has none of this kind")
  if (!existsSync(folder)) return skipped(NAME, `there is no data folder ${folder}`)
  const entries = readdirSync(folder).filter((name) => !PUBLIC.includes(name))
  const isFolderClosed = (modeOf(folder) & 0o077) === 0
  return {
    name: NAME,
    note: `${entries.length} entries of ${folder}`,
    faults: [
      ...((modeOf(folder) & 0o022) === 0 ? [] : [`${folder} can be changed by others: chmod go-w.`]),
      ...entries
        .filter((name) => !isFolderClosed && (modeOf(join(folder, name)) & 0o077) !== 0)
        .map((name) => `${join(folder, name)} is open to others: chmod go= it, or the folder.`)
    ]
  }
}

const modeOf = (path: string) => lstatSync(path).mode
