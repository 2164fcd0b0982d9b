import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { removedAnswer } from "../../../src/protocol/knowledge.ts"
import { takeLease } from "../../../src/knowledge/import/lease.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { asked } from "../../relay/admin/ask.ts"
import { Client, refusalOf } from "../../relay/help/client.ts"
import { openRelay, type TestRelay } from "../../relay/help/relay.ts"
import { told, tells } from "../help/told.ts"
import {
  askKnowledge,
  importedFolder,
  importsOf,
  QUICK,
  removeSource,
  startImport,
  until,
  writeFiles
} from "./upkeep.ts"

const LENDING = "Books are lent for four weeks, and once more for two if nobody else waits for them."
const place = {
  ZENDESK_EMAIL: "admin@example.com",
  ZENDESK_TOKEN: "secret",
  RT_TOKEN: "secret",
  REDMINE_API_KEY: "secret"
}

describe("the knowledge's page", () => {
  let relay: TestRelay
  let ada = new Client("")
  beforeAll(async () => {
    relay = await openRelay({ environment: place, timing: QUICK })
    ada = await Client.paired(relay, "Ada", "admin")
  }, 60_000)
  afterAll(() => relay?.close())

  test("shows sources with their last import, and failures with their reasons", {
    timeout: 60_000
  }, async () => {
    expect(await askKnowledge(ada)).toEqual([])
    const { collection } = await importedFolder(relay, "help", {
      "lending.md": `# Lending\n\n${LENDING}`,
      "broken.html": ""
    })
    const [source] = await askKnowledge(ada)
    expect(source).toMatchObject({
      collection,
      kind: "files",
      label: "help",
      internal: false,
      documents: 1,
      waiting: false,
      again: true,
      hook: null,
      schedule: { every: "off" },
      next: null,
      last: {
        state: "done",
        seen: 2,
        imported: 1,
        failed: 1,
        total: 2,
        rest: null,
        failures: [{ path: "broken.html", reason: expect.stringMatching(/\w/) }]
      }
    })
  })

  test("imports a known source again, and takes what changed", { timeout: 60_000 }, async () => {
    const { folder, collection } = await importedFolder(relay, "again", {
      "lending.md": `# Lending\n\n${LENDING}`,
      "fees.md": "# Fees\n\nA day late costs twenty cents."
    })
    writeFiles(folder, { "fees.md": "# Fees\n\nA day late costs thirty cents." })
    expect(await startImport(ada, { collection })).toEqual({ collections: [collection] })
    const { last } = await until(
      ada,
      collection,
      ({ waiting, last }) => !waiting && last?.state === "done" && last.imported === 1
    )
    expect(last).toMatchObject({ seen: 2, imported: 1, unchanged: 1 })
    expect(await importsOf(relay, collection)).toHaveLength(2)
    expect(await relay.db.selectFrom("audit").select("ids").where("action", "=", "import-asked").execute()).toEqual([
      { ids: [collection] }
    ])
  })

  test("an import that runs is shown with rate and rest, stopped, and goes on from there", {
    timeout: 60_000
  }, async () => {
    const source = tells("slow", [told("one", LENDING)])
    const lease = await takeLease(relay.db, source, {
      origin: "team",
      log: silentLog,
      config: { argument: "/nowhere" }
    })
    await relay.db
      .updateTable("imports")
      .set({ seen: 50, total: 200, started_at: new Date(Date.now() - 10_000) })
      .where("id", "=", lease.id)
      .execute()
    const shown = await until(ada, "slow", ({ last }) => last?.state === "running")
    expect(shown.last?.perSecond).toBeGreaterThan(3)
    expect(shown.last?.rest).toBeGreaterThan(20)
    expect(await refusalOf(removeSource(ada, "slow"))).toMatchObject({ status: 409, code: "import-running" })
    expect((await ada.post(`/v1/admin/knowledge/imports/${lease.id}/cancel`, {})).status).toBe(204)
    await vi.waitFor(() => expect(lease.signal.aborted).toBe(true), { timeout: 10_000 })
    lease.release()
    const former = randomUUID()
    await relay.db
      .insertInto("imports")
      .values({
        id: former,
        collection: "slow",
        state: "done",
        started_at: new Date(0),
        ended_at: new Date(0),
        alive_at: new Date(0),
        owner: former,
        at: null,
        total: null,
        reason: null
      })
      .execute()
    expect(await refusalOf(ada.post(`/v1/admin/knowledge/imports/${former}/cancel`, {}))).toMatchObject({
      status: 409,
      code: "other-import"
    })
    expect(await refusalOf(ada.post("/v1/admin/knowledge/imports/rubbish/cancel", {}))).toMatchObject({
      status: 404,
      code: "no-import"
    })
    await relay.db
      .updateTable("imports")
      .set({ alive_at: new Date(Date.now() - 60_000) })
      .where("id", "=", lease.id)
      .execute()
    expect(await until(ada, "slow", ({ last }) => last?.state === "interrupted")).toMatchObject({
      last: { rest: null }
    })
  })

  test("a source that can't be opened any more says why, as a failed import", { timeout: 60_000 }, async () => {
    await startImport(ada, { collection: "slow" })
    const { last } = await until(ada, "slow", ({ last }) => last?.state === "failed")
    expect(last?.reason).toMatch(/no file or folder \/nowhere/)
  })

  test("a new place is known from the moment that it is asked for; one inside the network is told to be so, and nothing is fetched", {
    timeout: 60_000
  }, async () => {
    const [collection = ""] = (
      await startImport(ada, { source: "feed:http://127.0.0.1:9/products.xml", internal: true })
    ).collections
    const { kind, internal, last } = await until(
      ada,
      collection,
      ({ last, waiting }) => last?.state === "failed" && !waiting
    )
    expect({ kind, internal, reason: last?.reason }).toEqual({
      kind: "feed",
      internal: true,
      reason: expect.stringMatching(/--allow-host/)
    })
  })

  test("a removed source takes its documents along; what they said stays in the history", {
    timeout: 60_000
  }, async () => {
    const { collection } = await importedFolder(relay, "gone", {
      "a.md": `# Gone\n\n${LENDING}`,
      "b.md": "# Fees\n\nA day late costs fifty cents."
    })
    expect(await asked(removedAnswer, removeSource(ada, collection))).toEqual({ documents: 2 })
    expect((await askKnowledge(ada)).map((source) => source.collection)).not.toContain(collection)
    expect(await relay.db.selectFrom("documents").select("id").where("collection", "=", collection).execute()).toEqual(
      []
    )
    const kept = await relay.db
      .selectFrom("document_versions")
      .select("body")
      .where("document", "like", `${collection}/%`)
      .execute()
    expect(kept).toHaveLength(2)
    expect(await refusalOf(removeSource(ada, collection))).toMatchObject({ status: 404, code: "no-source" })
  })
})
