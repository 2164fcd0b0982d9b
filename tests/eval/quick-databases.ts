import { quickPlace } from "../relay/help/data-folder.ts"

/**
 * Runs work whose evaluation opens a database of its own, with that in memory where there is room: on a busy disk its
 * making takes five times as long. A test that has set another place keeps it.
 */
export async function withQuickDatabases<Value>(work: () => Promise<Value>): Promise<Value> {
  if (process.env["TMPDIR"] !== undefined) return work()
  process.env["TMPDIR"] = quickPlace()
  try {
    return await work()
  } finally {
    delete process.env["TMPDIR"]
  }
}
