import { readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import * as z from "zod/mini"
import type { ChainEntry } from "./entry-hash.ts"
import { readStatement, SIGNED_ACTIONS, type AuditKey, type Statement } from "./signed-entries.ts"
import { jsonOrUndefined } from "../../runtime/json.ts"

/**
 * The newest checkpoint that this relay has signed or seen, in a file of its data folder: whoever changes the database
 * alone can't change it as well.
 */
const anchorFile = (data: string) => join(data, "audit-checkpoint.json")

const anchorShape = z.object({ at: z.string(), ids: z.array(z.string()) })

/** Reads the checkpoint of the data folder. Undefined if there is none, or if this key has not signed it. */
export async function readAnchor(data: string, key: AuditKey): Promise<Statement | undefined> {
  const text = await readFile(anchorFile(data), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined
    throw error
  })
  if (text === undefined) return undefined
  const anchor = anchorShape.safeParse(jsonOrUndefined(text))
  const statement = anchor.success ? readStatement({ action: SIGNED_ACTIONS.checkpoint, ...anchor.data }) : undefined
  return statement?.isSignedBy(key.publicKey) ? statement : undefined
}

export async function writeAnchor(data: string, { at, ids }: Pick<ChainEntry, "at" | "ids">): Promise<void> {
  const file = anchorFile(data)
  await writeFile(`${file}.new`, `${JSON.stringify({ at, ids }, null, 2)}\n`)
  await rename(`${file}.new`, file)
}
