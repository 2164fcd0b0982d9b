import { closeSync, openSync, statSync, writeSync } from "node:fs"
import type { Log } from "../src/runtime/log.ts"
import { createLog } from "./load-relay.ts"
import type { Say } from "./progress.ts"

/** Writes the relay's log to a file. Warnings are also reported in the terminal, each in a line. */
export function relayLog(file: string, say: Say): { log: Log; close(): void } {
  const handle = openSync(file, isLarge(file) ? "w" : "a", 0o600)
  const toFile = createLog((line) => void writeSync(handle, line))
  const tell = (event: string) => say(`The relay reports "${event}": ${file}`)
  return {
    log: {
      info: toFile.info,
      warn(event, fields) {
        toFile.warn(event, fields)
        tell(event)
      },
      error(event, error, fields) {
        toFile.error(event, error, fields)
        tell(event)
      }
    },
    close: () => closeSync(handle)
  }
}

/** Returns whether a log is larger than 5 MB. Such a log is started again. */
function isLarge(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000
}
