import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { modelsAnswer, testAnswer } from "../../src/protocol/admin.ts"
import { assemblePipeline } from "../../src/relay/server/assemble-pipeline.ts"
import { importFolder } from "../../src/knowledge/import/import-folder.ts"
import { createVectors } from "../../src/search/vectors/vectors.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { NO_MODELS } from "../../src/models/endpoint/models.ts"
import { startRelay, type RunningRelay } from "../../src/relay/server/start.ts"
import { createUsageBook } from "../../src/models/usage/usage-book.ts"
import { soon } from "../soon.ts"
import { asked } from "../relay/admin/ask.ts"
import { Client } from "../relay/help/client.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { seed } from "../relay/help/seed.ts"
import { startEmbedDouble, type EmbedDouble } from "../models/embed-double.ts"
import { endpointOf } from "../models/endpoint.ts"
import { signal } from "../knowledge/help/database.ts"

const { folder, remove } = temporaryFolder()
let double: EmbedDouble
let relay: RunningRelay
beforeAll(async () => {
  double = await startEmbedDouble(["courgette zucchini"])
  const file = join(folder, "models.yaml")
  writeFileSync(
    file,
    `endpoints:\n  vectors: {kind: openai-compatible, url: "${double.url}", model: seeds}\ntasks: {draft: [offline], embed: [vectors]}\n`
  )
  writeFileSync(join(folder, "zucchini.md"), "# Zucchini\n\nSow the zucchini in May.")
  const environment = { REPLYWRIGHT_DATA: join(folder, "data"), RELAY_PORT: "0", MODELS_FILE: file }
  await seed(environment.REPLYWRIGHT_DATA)
  relay = await startRelay(environment, { log: silentLog })
  await importFolder(relay.db, join(folder, "zucchini.md"), { origin: "team", signal })
  await relay.close()
  // Documents that were imported while no relay ran get their embedding at the next start.
  relay = await startRelay(environment, { log: silentLog })
})
afterAll(async () => {
  await relay?.close()
  await double?.close()
  remove()
})

test("a relay with an embedding model tells its admins how far it is; a test asks that model for a vector", async () => {
  const ada = await Client.paired(relay, "Ada", "admin")
  await soon(async () => {
    const { models, vectors } = await asked(modelsAnswer, ada.fetch("/v1/admin/models"))
    expect(models[0]).toMatchObject({ name: "vectors", tasks: [{ task: "embed", place: 1 }] })
    expect(vectors).toEqual({ model: "seeds", of: 1, done: 1, trouble: null })
  })
  expect(await asked(testAnswer, ada.post("/v1/admin/models/vectors/test", {}))).toEqual({
    works: true,
    firstMs: expect.any(Number),
    tokensPerSecond: null
  })
  expect(double.requests).toEqual([["Zucchini\nSow the zucchini in May."], ["A short text."]])
})

test("the pipeline's version names the embedding model, and without one it is what it was", async () => {
  const book = createUsageBook(relay.db, silentLog)
  const of = async (model?: string) => {
    const embed = model === undefined ? undefined : endpointOf("vectors", double.url, { model })
    const vectors = createVectors(relay.db, { ...NO_MODELS, ...(embed && { embed }) }, book, silentLog, {
      look: 60_000
    })
    await vectors?.close()
    return assemblePipeline(NO_MODELS, relay.db, book, { vectors }).version
  }
  const [without, seeds, others] = [await of(), await of("seeds"), await of("others")]
  expect(new Set([without, seeds, others]).size).toBe(3)
  expect(assemblePipeline(NO_MODELS, relay.db, book).version).toBe(without)
})
