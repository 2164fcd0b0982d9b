import { afterAll, afterEach, beforeAll, expect } from "vitest"
import { type Client, draftRequest, eventsOf, restOf } from "../help/client.ts"
import { startHeldModel } from "../help/held-model.ts"
import { connectTo, startDatabases } from "../../storage/help/databases.ts"
import { startCli } from "./relay-with-workers.ts"

export const soon = { timeout: 60_000, interval: 50 }

/**
 * What the tests of relays with two workers share: a PostgreSQL, and a model that ends a draft when it is told. Each
 * file of tests calls this once.
 */
export function useTwoWorkers() {
  let databases: Awaited<ReturnType<typeof startDatabases>>
  let model: Awaited<ReturnType<typeof startHeldModel>>
  beforeAll(async () => {
    databases = await startDatabases()
    model = await startHeldModel()
  })
  type Undo = (() => void | Promise<void>)[]
  const undone = async (works: Undo) => {
    for (const work of works.splice(0).reverse()) await work()
  }
  /** Done after each test, and after the last one. */
  const undo: Undo = []
  const atEnd: Undo = []
  afterEach(() => undone(undo))
  afterAll(async () => {
    await undone(atEnd)
    model?.close()
    await databases?.stop()
  })

  async function startRelay(name: string, environment: Record<string, string> = {}, program?: string, ends = undo) {
    const databaseUrl = await databases.createReady(name)
    const relay = startCli(
      {
        REPLYWRIGHT_DATA: `${databases.folder}/${name}`,
        DATABASE_URL: databaseUrl,
        RELAY_WORKERS: "2",
        RELAY_METRICS_PORT: "0",
        MODEL_BASE_URL: model.url,
        MODEL_NAME: "held",
        ...environment
      },
      program
    )
    ends.push(async () => {
      relay.kill("SIGKILL")
      await relay.ended
    })
    const url = await relay.says(/^Relay: (\S+)/)
    const code = await relay.says(/^Pairing code for an agent: (\S+)/)
    await expect.poll(() => relay.ready().length, soon).toBe(2)
    const db = connectTo(databaseUrl)
    ends.push(() => db.destroy())
    return { relay, url, code, db, metrics: await relay.says(/^Metrics: (\S+)/) }
  }

  /** Starts a relay that lives until the last test of the file. */
  const keepRelay = (name: string) => startRelay(name, {}, undefined, atEnd)

  /**
   * Begins a draft at each of the two workers, and ends all others, because nobody may have more than six under way:
   * which worker accepts a connection is chance.
   */
  async function beginAtBoth(tom: Client, db: Awaited<ReturnType<typeof startRelay>>["db"]) {
    const begun: {
      request: ReturnType<typeof draftRequest>
      events: ReturnType<typeof eventsOf>
      relay: string | null
    }[] = []
    const ended: (string | null)[] = []
    for (let n = 0; n < 60; n++) {
      const request = draftRequest()
      // Each on a connection of its own: one that is kept leads to the same worker.
      const events = eventsOf(await tom.post("/v1/drafts", request, { headers: { connection: "close" } }))
      for (let next = await events.next(); next.value?.type !== "draft-delta"; next = await events.next())
        expect(next.done).not.toBe(true)
      const { relay } = await db
        .selectFrom("drafts")
        .select("relay")
        .where("id", "=", request.draftId)
        .executeTakeFirstOrThrow()
      if (begun.every((draft) => draft.relay !== relay)) begun.push({ request, events, relay })
      else {
        model.endNewest()
        await restOf(events)
        ended.push(relay)
      }
      if (begun.length === 2) return { begun, ended }
    }
    throw new Error("All drafts came to one worker.")
  }

  return { databases: () => databases, model: () => model, undo, startRelay, keepRelay, beginAtBoth }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false
    throw error
  }
}
