import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { importFolder } from "../../src/knowledge/import/import-folder.ts"
import { modelsAnswer, testAnswer } from "../../src/protocol/admin.ts"
import { searchAnswer } from "../../src/protocol/search.ts"
import { startRelay, type RunningRelay } from "../../src/relay/server/start.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { asked } from "../relay/admin/ask.ts"
import { Client } from "../relay/help/client.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { databaseIn } from "../storage/help/shared-server.ts"
import { startRerankDouble, type RerankDouble } from "../models/rerank-double.ts"
import { signal } from "../knowledge/help/database.ts"

const { folder, remove } = temporaryFolder()
let double: RerankDouble
let relay: RunningRelay
beforeAll(async () => {
  double = await startRerankDouble(["autumn"])
  const file = join(folder, "models.yaml")
  writeFileSync(
    file,
    `endpoints:\n  order: {kind: openai-compatible, url: "${double.url}", model: cross}\ntasks: {draft: [offline], rerank: [order]}\n`
  )
  writeFileSync(join(folder, "spring.md"), "# Dig the soil\n\nDig the soil in spring, and dig the soil twice.")
  writeFileSync(join(folder, "autumn.md"), "# Digging\n\nDig the soil in autumn.")
  const found = await databaseIn(join(folder, "data"))
  relay = await startRelay(
    { REPLYWRIGHT_DATA: join(folder, "data"), RELAY_PORT: "0", MODELS_FILE: file },
    { ...found, log: silentLog }
  )
  for (const name of ["spring.md", "autumn.md"])
    await importFolder(relay.db, join(folder, name), { origin: "team", signal })
})
afterAll(async () => {
  await relay?.close()
  await double?.close()
  remove()
})

test("a relay with a re-ranking model shows the agent its order, lists it for the admin, and tests it", async () => {
  const tom = await Client.paired(relay, "Tom")
  const { found } = await asked(
    searchAnswer,
    tom.post("/v1/knowledge/search", { query: "Dig the soil?", helpdesk: "zendesk" })
  )
  expect(found.map(({ title }) => title)).toEqual(["Digging", "Dig the soil"])
  const ada = await Client.paired(relay, "Ada", "admin")
  const { models } = await asked(modelsAnswer, ada.fetch("/v1/admin/models"))
  expect(models[0]).toMatchObject({ name: "order", tasks: [{ task: "rerank", place: 1 }] })
  expect(await asked(testAnswer, ada.post("/v1/admin/models/order/test", {}))).toMatchObject({ works: true })
})
