import { databases } from "../../eval/knowledge.ts"
import { quickPlace } from "../relay/help/data-folder.ts"
import { databaseIn } from "../storage/help/shared-server.ts"

/**
 * Runs work whose evaluation opens a database of its own, with that in the server that tests share, and its files in
 * memory where there is room. A test that has set another place keeps it, and has its database made there.
 */
export async function withQuickDatabases<Value>(work: () => Promise<Value>): Promise<Value> {
  if (process.env["TMPDIR"] !== undefined) return work()
  process.env["TMPDIR"] = quickPlace()
  try {
    return await databases.run((data) => databaseIn(data), work)
  } finally {
    delete process.env["TMPDIR"]
  }
}
