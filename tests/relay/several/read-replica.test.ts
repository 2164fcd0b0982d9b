import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { searchAnswer } from "../../../src/protocol/search.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { createLog } from "../../../src/runtime/log.ts"
import { registry } from "../../../src/runtime/metrics/registry.ts"
import { openAt, startDatabases } from "../../storage/help/databases.ts"
import { startStandby } from "../../storage/help/standby.ts"
import { Client } from "../help/client.ts"
import { samplesOf, sumOf } from "../operating/exposition.ts"
import { readiness } from "../../../src/protocol/routes/server.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
let standby: Awaited<ReturnType<typeof startStandby>>
let relay: RunningRelay
let tom: Client
let articles: string
const lines: string[] = []
beforeAll(async () => {
  databases = await startDatabases()
  articles = `${databases.folder}/articles`
  mkdirSync(articles)
  standby = await startStandby(databases)
  relay = await startRelay(
    {
      DATABASE_URL: await databases.createReady("followed"),
      DATABASE_READ_URL: standby.urlOf("followed"),
      REPLYWRIGHT_DATA: `${databases.folder}/relay`,
      RELAY_PORT: "0"
    },
    { log: createLog((line) => lines.push(line)) }
  )
  tom = await Client.paired(relay)
}, 60_000)
afterAll(async () => {
  await relay?.close()
  await standby?.kill()
  await databases?.stop()
})

const soon = { timeout: 30_000, interval: 100 }
const write = (name: string, text: string) => writeFileSync(`${articles}/${name}.md`, `# ${name}\n\n${text}\n`)
const takeAll = () =>
  importFolder(relay.db, articles, { origin: "team", collection: "articles", signal: AbortSignal.timeout(60_000) })
const notes = async () => {
  const answer = await tom.fetch("/v1/ready")
  expect(answer.status).toBe(200)
  return readiness.parse(await answer.json()).notes.map(({ code }) => code)
}
const logged = (event: string) => lines.filter((line) => line.includes(`"event":"${event}"`)).length

/** Returns what is found, and which database was asked for it. */
async function find(query: string) {
  const counts = async () => samplesOf(await registry.metrics())
  const before = await counts()
  const { found } = searchAnswer.parse(await (await tom.post("/v1/knowledge/search", { query })).json())
  const after = await counts()
  const at = ["primary", "replica"].filter(
    (database) =>
      sumOf(after, "replywright_searches_total", { database }) >
      sumOf(before, "replywright_searches_total", { database })
  )
  return { titles: found.map(({ title }) => title), at: at.join() }
}

test("a standby is refused as the database itself", async () => {
  await expect(openAt(standby.urlOf("followed"))).rejects.toThrow("DATABASE_URL names a standby, which only reads")
})

test("searches go to the replica while it has the same knowledge, and nothing that was deleted is ever cited", {
  timeout: 240_000
}, async () => {
  write("Shipping", "A parcel is shipped within two days by our courier.")
  write("Returns", "An unused parcel can be returned within thirty days.")
  write("Warranty", "The warranty of a lamp lasts for two years.")
  write("Vouchers", "A voucher is good for three years.")
  await takeAll()
  await expect.poll(() => find("warranty of a lamp"), soon).toMatchObject({ titles: ["Warranty"], at: "replica" })
  expect(await notes()).toEqual([])

  // Behind: what is new is found, what is gone isn't, by asking the database itself.
  await standby.holdBack()
  write("Engraving", "An engraving on a lamp takes one week.")
  await takeAll()
  expect(await find("engraving on a lamp")).toMatchObject({
    titles: expect.arrayContaining(["Engraving"]),
    at: "primary"
  })
  rmSync(`${articles}/Warranty.md`)
  await takeAll()
  const gone = await find("warranty of a lamp")
  expect(gone.titles).not.toContain("Warranty")
  expect(gone.at).toBe("primary")

  // Too far behind.
  await expect.poll(notes, soon).toEqual(["replica-behind"])
  expect(await find("voucher")).toEqual({ titles: ["Vouchers"], at: "primary" })
  await standby.goOn()
  await expect.poll(notes, soon).toEqual([])
  await expect.poll(() => find("voucher"), soon).toEqual({ titles: ["Vouchers"], at: "replica" })
  expect((await find("warranty of a lamp")).titles).not.toContain("Warranty")
  expect([logged("replica-behind"), logged("replica-back")]).toEqual([1, 1])

  // A change that the count of words doesn't show: each document found is looked at in the database itself.
  await standby.holdBack()
  await relay.db.deleteFrom("documents").where("title", "=", "Vouchers").execute()
  expect(await find("voucher")).toEqual({ titles: [], at: "primary" })
  await standby.goOn()

  // Killed: nobody waits for it, and nobody notices.
  await expect.poll(() => find("returned"), soon).toEqual({ titles: ["Returns"], at: "replica" })
  await standby.kill()
  for (let n = 0; n < 3; n++) expect(await find("returned")).toEqual({ titles: ["Returns"], at: "primary" })
  await expect.poll(notes, soon).toEqual(["replica-away"])
  expect(logged("replica-away")).toBe(1)
  await standby.start()
  await expect.poll(notes, soon).toEqual([])
  await expect.poll(() => find("returned"), soon).toEqual({ titles: ["Returns"], at: "replica" })
  expect(logged("replica-back")).toBe(2)
})
