import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { createLog } from "../../src/runtime/log.ts"
import { startRelay } from "../../src/relay/server/start.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { databaseIn } from "../storage/help/shared-server.ts"

const { folder, remove } = temporaryFolder()
afterAll(remove)

/** Returns what a start with these tasks tells the person, and what the log holds of it. */
async function started(tasks: string): Promise<{ notes: string[]; warned: string[] }> {
  const file = join(folder, "models.yaml")
  writeFileSync(file, `tasks: ${tasks}\n`)
  const lines: string[] = []
  const found = await databaseIn(join(folder, "data"))
  const relay = await startRelay(
    { REPLYWRIGHT_DATA: join(folder, "data"), RELAY_PORT: "0", MODELS_FILE: file },
    { ...found, log: createLog((line) => lines.push(line)) }
  )
  await relay.close()
  return {
    notes: relay.notes.map((note) => note.replace(file, "FILE")),
    warned: lines.filter((line) => line.includes("tasks-unasked"))
  }
}

test("naming nobody but the offline drafter for a task that it can't do is reported at start, on the screen and in the log", async () => {
  const { notes, warned } = await started("{draft: [offline], summary: [offline], tone: [offline], verify: [offline]}")
  expect(notes).toEqual(["FILE names only the offline drafter for tone, which it can't do: no model is asked."])
  expect(warned.map((line) => JSON.parse(line))).toEqual([
    { at: expect.any(String), level: "warn", event: "tasks-unasked", tasks: "tone" }
  ])
  expect(await started("{draft: [offline], tone: [offline], verify: []}")).toMatchObject({
    notes: ["FILE names only the offline drafter for tone, which it can't do: no model is asked."]
  })
  expect(await started("{draft: [offline], summary: [offline]}")).toEqual({ notes: [], warned: [] })
})
