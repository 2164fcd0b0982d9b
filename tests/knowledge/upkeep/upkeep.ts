import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, vi } from "vitest"
import {
  importAnswer,
  knowledgeAnswer,
  scheduleAnswer,
  type KnowledgeSource,
  type Schedule
} from "../../../src/protocol/knowledge.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { filesSource } from "../../../src/ingest/sources/files.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { asked } from "../../relay/admin/ask.ts"
import type { Client } from "../../relay/help/client.ts"
import type { TestRelay } from "../../relay/help/relay.ts"

/** So that nobody waits in tests. */
export const QUICK = { look: 0.5, hook: 1 }
export const signal = new AbortController().signal

export function writeFiles(folder: string, files: Record<string, string | Buffer>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** A folder, imported on the relay's machine as the command does. Answers its collection. */
export async function importedFolder(
  relay: TestRelay,
  name: string,
  files: Record<string, string>
): Promise<{ folder: string; collection: string }> {
  const folder = writeFiles(join(relay.data, "..", name), files)
  const source = await filesSource(folder)
  expect(
    (await runImport(relay.db, source, { origin: "team", signal, log: silentLog, config: { argument: folder } })).state
  ).toBe("done")
  return { folder, collection: source.collection }
}

export const send = (client: Client, method: string, path: string, body?: unknown) =>
  client.fetch(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } })
  })
const at = (collection: string) => `/v1/admin/knowledge/sources/${encodeURIComponent(collection)}`

export const askKnowledge = async (admin: Client) =>
  (await asked(knowledgeAnswer, admin.fetch("/v1/admin/knowledge"))).sources
export const startImport = (admin: Client, body: object) =>
  asked(importAnswer, admin.post("/v1/admin/knowledge/imports", body))
export const putSchedule = (admin: Client, collection: string, schedule: Schedule | object) =>
  send(admin, "PUT", `${at(collection)}/schedule`, schedule)
export const setSchedule = (admin: Client, collection: string, schedule: Schedule) =>
  asked(scheduleAnswer, putSchedule(admin, collection, schedule))
export const removeSource = (admin: Client, collection: string) => send(admin, "DELETE", at(collection))
export const setHook = (admin: Client, collection: string, body: object = {}) =>
  send(admin, "POST", `${at(collection)}/hook`, body)
export const removeHook = (admin: Client, collection: string) => send(admin, "DELETE", `${at(collection)}/hook`)
export const sendFile = (admin: Client, name: string, content: string | Buffer, more = "") =>
  admin.fetch(`/v1/admin/knowledge/files?name=${encodeURIComponent(name)}${more}`, {
    method: "POST",
    body: content as BodyInit,
    headers: { "content-type": "application/octet-stream" }
  })

/** Waits until a source is as it should be. */
export async function until(
  admin: Client,
  collection: string,
  isSo: (source: KnowledgeSource) => boolean
): Promise<KnowledgeSource> {
  return vi.waitFor(
    async () => {
      const source = (await askKnowledge(admin)).find((one) => one.collection === collection)
      if (!source || !isSo(source)) throw new Error(`Not so yet: ${JSON.stringify(source)}`)
      return source
    },
    { timeout: 20_000, interval: 50 }
  )
}

export const importsOf = async (relay: TestRelay, collection: string) =>
  relay.db
    .selectFrom("imports")
    .select(["id", "state", "imported", "unchanged"])
    .where("collection", "=", collection)
    .orderBy("started_at")
    .execute()
