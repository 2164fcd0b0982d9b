import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Kysely } from "kysely"
import { expect, test } from "vitest"
import { finishInterruptedImports } from "../../../src/knowledge/import/refresh-words.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { openDatabase } from "../../../src/storage/database.ts"
import type { Schema } from "../../../src/storage/schema.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { seed } from "../../relay/help/seed.ts"
import { madeUp } from "../help/made-up.ts"
import { countsAgree, rowsOf } from "../help/rows.ts"

const soak = process.env["REPLYWRIGHT_SOAK"] === "1"
const [documents, kills] = soak ? [10_000, 20] : [500, 4]
const signal = AbortSignal.timeout(900_000)

test(`an import of ${documents} documents that is killed at ${kills} points ends with the same rows as an undisturbed one`, {
  timeout: 900_000
}, async () => {
  const undisturbed = await inDatabase(async ({ db }) => {
    for (const edition of [1, 2])
      expect((await runImport(db, madeUp(documents, edition), { origin: "team", signal, log: silentLog })).state).toBe(
        "done"
      )
    expect(await countsAgree(db)).toBe(true)
    return rowsOf(db)
  })
  expect(undisturbed["document_versions"]?.length).toBeGreaterThan(documents / 5)
  expect(undisturbed["documents"]?.filter((row) => /"twin":"/.test(row)).length).toBeGreaterThan(documents / 20)
  let hits = 0
  const killed = await inDatabase(async ({ db, settings }) => {
    const random = randomOf(20)
    for (const edition of [1, 2]) {
      let batches = batchesOf(documents)
      for (let kill = 0; kill < kills / 2; kill++) {
        const seen = await killedImport(settings, edition, {
          batch: Math.floor(random() * batches * 0.4),
          afterMs: random() * 60
        })
        if ((await importsDone(db)) === edition) break
        hits++
        batches = batchesOf(documents - seen)
      }
      // A killed import counts as dead after a millisecond.
      if ((await importsDone(db)) < edition)
        await killedImport(settings, edition, { phase: "words", afterMs: random() * 60 })
      expect(await importsDone(db)).toBe(edition)
    }
    // The relay does the same when it starts.
    await finishInterruptedImports(db, signal)
    expect(await countsAgree(db)).toBe(true)
    return rowsOf(db)
  })
  // The last ones may come too late.
  expect(hits).toBeGreaterThanOrEqual(Math.floor(kills * 0.6))
  expect(Object.keys(killed)).toEqual(Object.keys(undisturbed))
  for (const table of Object.keys(undisturbed)) expect(killed[table], table).toEqual(undisturbed[table])
})

const batchesOf = (documents: number) => Math.max(3, Math.ceil(documents / 200))

async function importsDone(db: Kysely<Schema>): Promise<number> {
  return (await db.selectFrom("imports").select("id").where("state", "=", "done").execute()).length
}

async function inDatabase<Value>(
  work: (opened: { db: Kysely<Schema>; settings: Record<string, string> }) => Promise<Value>
): Promise<Value> {
  const { folder, remove } = temporaryFolder()
  const settings = { REPLYWRIGHT_DATA: join(folder, "data") }
  await seed(settings.REPLYWRIGHT_DATA)
  const { db, close } = await openDatabase(readSettings(settings), silentLog, signal)
  try {
    return await work({ db, settings })
  } finally {
    await close()
    remove()
  }
}

const program = fileURLToPath(new URL("import-process.ts", import.meta.url))

/**
 * Starts an import and kills it this long after it has reported this many batches, or at once for 0, so also while it
 * starts, settles or ends, or once it searches for the team's words.
 */
async function killedImport(
  settings: Record<string, string>,
  edition: number,
  { batch, phase, afterMs }: { batch?: number; phase?: "words"; afterMs: number }
): Promise<number> {
  const child = spawn(process.execPath, [program, String(documents), String(edition)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...settings }
  })
  const exit = once(child, "exit")
  let [lines, seen] = [0, 0]
  let ending: NodeJS.Timeout | undefined
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    for (const line of text.trim().split("\n")) {
      seen = Number(line.split(" ")[1])
      if (++lines === (batch ?? NaN) + 1 || (line.startsWith(`${phase} `) && !ending))
        ending ??= setTimeout(() => child.kill("SIGKILL"), afterMs)
    }
  })
  await exit
  return seen
}

function randomOf(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}
