import { appendFileSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sql, type Kysely } from "kysely"
import { afterAll, expect, test } from "vitest"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { readUsedMasterKeys } from "../../../src/storage/encryption/open-cipher.ts"
import { cipherOf } from "../../../src/storage/encryption/text-cipher.ts"
import type { Schema } from "../../../src/storage/schema.ts"
import { runCommand } from "../../relay/cli/run-command.ts"
import { Client, draftRequest, outcome } from "../../relay/help/client.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { pipelineOf, writing } from "../../relay/help/pipelines.ts"
import { seed } from "../../relay/help/seed.ts"
import { askCase, askQueue, save } from "../../relay/review/ask.ts"

const { folder, remove } = temporaryFolder()
afterAll(remove)
const data = join(folder, "data")
const file = join(data, "master-key")
const environment = { REPLYWRIGHT_DATA: data, RELAY_PORT: "0" }
const start = () => startRelay(environment, { log: silentLog, pipeline: pipelineOf(writing("Hello.")) })
const rotate = () => runCommand("master-key", ["rotate"], environment)

/** The ids of the master keys that have wrapped a key which is stored. */
async function wrappedBy(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct encode(substring(key from 1 for 8), 'hex') as id from (
      select data_key as key from drafts union all select data_key from outcomes
      union all select data_key from intent_corrections union all select vault_key from people
      union all select decode(value, 'base64') from settings where key in ('word-key', 'requester-key')) keys`.execute(
    db
  )
  return rows.map(({ id }) => id)
}

async function work(tom: Client, ann: Client): Promise<string> {
  const asked = draftRequest()
  expect((await tom.draft(asked)).at(-1)?.type).toBe("draft-end")
  const told = outcome({ draftId: asked.draftId })
  await tom.post("/v1/outcomes", told)
  await save(ann, told.outcomeId, { note: "Read." })
  return told.outcomeId
}

const keysOf = ({ db }: RunningRelay) => cipherOf(db).keys.map(({ id }) => id)

test("while a relay runs another key takes over, drafts go on, and the former one is no longer needed", {
  timeout: 60_000
}, async () => {
  await seed(data)
  const relay = await start()
  const [tom, ann] = [await Client.paired(relay, "Tom"), await Client.paired(relay, "Ann", "lead")]
  const before = await work(tom, ann)
  const [former = ""] = keysOf(relay)
  expect(await wrappedBy(relay.db)).toEqual([former])

  let rotating = true
  const rotation = rotate().finally(() => (rotating = false))
  const meanwhile: string[] = []
  while (rotating) meanwhile.push(await work(tom, ann))
  const said = await rotation
  const [key = ""] = keysOf(relay)
  expect(key).not.toBe(former)
  expect(said).toContain(`The master key ${key} encrypts from now on.`)
  expect(said).toContain(`This database no longer needs ${former}.`)
  expect([await wrappedBy(relay.db), await readUsedMasterKeys(relay.db)]).toEqual([[key], [key]])
  expect(meanwhile.length).toBeGreaterThan(0)
  for (const id of [before, ...meanwhile]) expect((await askCase(ann, id)).review.note).toBe("Read.")
  const counted = (await askQueue(ann, "state=all&text=Blaubeerkuchen")).counts
  expect(counted).toEqual({ open: 0, done: 1 + meanwhile.length })
  await relay.close()

  // The former one is destroyed.
  const [first = "", second = ""] = readFileSync(file, "utf8").split("\n")
  writeFileSync(file, `${first}\n`)
  const again = await start()
  expect((await askCase(Object.assign(new Client(again.url), { token: ann.token }), before)).review.note).toBe("Read.")
  await again.close()

  // Only the former one is there, or none that is a key.
  writeFileSync(file, `${second}\n`)
  await expect(start()).rejects.toThrow(
    `Texts in this database are encrypted by the master key ${key}, and in the file ${file} there is only ${former}`
  )
  writeFileSync(file, `${first}x\n`)
  await expect(start()).rejects.toThrow(`${file} holds something that is no master key.`)
  writeFileSync(file, `${second}\n`)
  appendFileSync(file, `${first}\n`)
  await (await start()).close()
})

test("a rotation that was broken off in its middle is finished by rewrap", { timeout: 60_000 }, async () => {
  let relay = await start()
  const former = await wrappedBy(relay.db)
  const [first = ""] = keysOf(relay)
  const tom = await Client.paired(relay, "Kim")
  await tom.draft(draftRequest())
  expect(new Set(await wrappedBy(relay.db))).toEqual(new Set([first, ...former]))
  await relay.close()
  expect(await runCommand("master-key", ["rewrap"], environment)).toContain(`The master key ${first} encrypts`)
  relay = await start()
  expect([await wrappedBy(relay.db), await readUsedMasterKeys(relay.db)]).toEqual([[first], [first]])
  await relay.close()
})
