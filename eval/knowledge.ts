import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { MaskRules } from "../src/masking/rules.ts"
import { createRetriever } from "../src/relay/knowledge/retrieve.ts"
import { replaceCollection } from "../src/relay/knowledge/write.ts"
import type { Retriever } from "../src/relay/drafting/parts.ts"
import { silentLog } from "../src/relay/log.ts"
import type { PairedPerson } from "../src/protocol/relay.ts"
import { readRules } from "../src/relay/masking/rules.ts"
import { readSettings } from "../src/relay/settings.ts"
import { openDatabase } from "../src/relay/storage/database.ts"
import { articleOf, type CorpusLine } from "./corpus.ts"

export interface Knowledge {
  retriever: Retriever
  /** What a team with these articles has as masking rules: its keep list and its articles' words. */
  rules: MaskRules
  /** Who asks: an agent of no group. */
  person: PairedPerson
  close(): Promise<void>
}

/** These documents in the relay's own embedded database, which is thrown away afterwards. */
export async function openKnowledge(lines: readonly CorpusLine[], signal: AbortSignal): Promise<Knowledge> {
  const folder = mkdtempSync(join(tmpdir(), "replywright-eval-"))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    // As root the database runs as "nobody", who must be able to get in.
    chmodSync(folder, 0o711)
    const storage = process.env["REPLYWRIGHT_STORAGE"]
    const { db, close } = await openDatabase(readSettings({ REPLYWRIGHT_DATA: join(folder, "data"), ...(storage ? { REPLYWRIGHT_STORAGE: storage } : {}) }), silentLog, signal)
    const end = async () => {
      await close()
      remove()
    }
    try {
      const incoming = lines.map((line) => ({ id: String(line.id), path: String(line.id), hash: "", article: articleOf(line) }))
      await replaceCollection(db, { origin: "team", collection: "eval" }, incoming, new Set(), signal)
    } catch (error) {
      await end()
      throw error
    }
    return { retriever: createRetriever(db), rules: await readRules(db), person: { id: "eval", name: "", role: "agent", groups: [] }, close: end }
  } catch (error) {
    remove()
    throw error
  }
}
