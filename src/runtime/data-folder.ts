import { homedir } from "node:os"
import { join, resolve } from "node:path"

/**
 * Returns the one folder outside the clone to which the product writes: REPLYWRIGHT_DATA, or otherwise the user's data
 * folder. For root it is a place that the database's unprivileged uid can reach, which a home of mode 0700 isn't.
 */
export function dataFolder(environment: Record<string, string | undefined> = process.env): string {
  const named = environment["REPLYWRIGHT_DATA"]
  if (named) return resolve(named)
  if (process.platform === "win32")
    return join(environment["LOCALAPPDATA"] ?? join(homedir(), "AppData/Local"), "replywright")
  if (process.platform === "darwin") return join(homedir(), "Library/Application Support/replywright")
  if (process.getuid?.() === 0) return "/var/lib/replywright"
  return join(environment["XDG_DATA_HOME"] ?? join(homedir(), ".local/share"), "replywright")
}
