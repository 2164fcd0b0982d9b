import { readFileSync } from "node:fs"
import { sql, type Kysely } from "kysely"
import * as z from "zod/mini"
import { API_VERSION, type Health } from "../../protocol/relay.ts"
import { withTimeLimit } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import { within } from "./readiness.ts"

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")))
export const PRODUCT_VERSION = version

const PATIENCE_MS = 2_000

/** Reads the relay's health. It answers within two seconds, even if the database doesn't. */
export async function readHealth(
  db: Kysely<Schema>,
  model: string | null,
  tone: string | undefined,
  countDocuments: () => Promise<number>
): Promise<Health> {
  const documents = await within(
    PATIENCE_MS,
    withTimeLimit(PATIENCE_MS, () => sql`select 1`.execute(db).then(countDocuments))
  )
  const up = documents !== undefined
  return {
    name: "replywright",
    api: API_VERSION,
    version,
    ok: up,
    database: up ? "ok" : "down",
    model,
    ...(tone !== undefined && { tone }),
    documents: documents ?? 0
  }
}
