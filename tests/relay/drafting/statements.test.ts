import { afterAll, beforeAll, expect, test, vi } from "vitest"
import pg from "pg"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { createLog } from "../../../src/runtime/log.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { Client, draftRequest } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { sampleKnowledge } from "../help/seed.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"

/** Sign-in, beginning, a search of three, and the end with the usage and the model's request. */
const MOST = 6

const { folder, remove } = temporaryFolder()
let relay: RunningRelay
let model: ModelDouble

beforeAll(async () => {
  model = await startModelDouble()
  const found = await databaseIn(`${folder}/data`)
  relay = await startRelay(
    { REPLYWRIGHT_DATA: `${folder}/data`, RELAY_PORT: "0", ...model.settings },
    { ...found, log: createLog(() => {}) }
  )
})
afterAll(async () => {
  await relay?.close()
  await model?.close()
  remove()
})

const LETTER =
  "Hello [PERSON_1],\n\nThank you for your message. We are looking for your parcel and will write again.\n\nKind regards\n[PERSON_2]"

test("a draft takes few statements, however many tokens its text comes in", async () => {
  await importFolder(relay.db, sampleKnowledge, {
    origin: "sample",
    collection: "sample",
    signal: AbortSignal.timeout(60_000)
  })
  const tom = await Client.paired(relay)
  model.always({ kind: "text", text: LETTER, pieces: 2 })
  await tom.draft(draftRequest())
  // The relay's own signs of life, every two seconds, fall into some of the drafts: on a busy machine into most.
  let least = await statementsOf(tom)
  for (let more = 0; more < 5 && least.length > MOST; more++) {
    const next = await statementsOf(tom)
    if (next.length < least.length) least = next
  }
  expect(least.length, least.join("\n")).toBeLessThanOrEqual(MOST)
})

async function statementsOf(tom: Client): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query")
  const events = await tom.draft(draftRequest())
  const statements = query.mock.calls.map(([said]) => textOf(said))
  query.mockRestore()
  expect(events.at(-1)?.type).toBe("draft-end")
  return statements
}

const textOf = (said: unknown) =>
  typeof said === "object" && said !== null && "text" in said ? String(said.text) : String(said)
