import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest"
import { countAttempt } from "../../../src/relay/access/count-attempts.ts"
import { isGuessing } from "../../../src/relay/access/pairing.ts"
import { startRelay } from "../../../src/relay/server/start.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"
import { Client, outcome } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
beforeAll(async () => {
  relay = await openRelay()
})
afterAll(() => relay?.close())

const later = (seconds: number) => new Date(relay.time.now.getTime() + seconds * 1000)

test("a limit ends with its minute, also if the clock is set back an hour meanwhile", async () => {
  for (let n = 1; n <= 60; n++) expect(await countAttempt(relay.db, "search Tom", 60, later(0))).toBe(n)
  expect(await countAttempt(relay.db, "search Tom", 60, later(-3600))).toBe(1)
  expect(await countAttempt(relay.db, "search Tom", 60, later(-3599))).toBe(2)
  // Another relay's clock is a second behind, and counts on.
  expect(await countAttempt(relay.db, "search Tom", 60, later(-3601))).toBe(3)
})

test("who mistyped codes is answered at once again, although the clock was set back an hour", async () => {
  const code = (n: number) => Buffer.from(`code ${n}`.padEnd(32))
  for (let n = 0; n < 10; n++) await isGuessing(relay.db, "192.0.2.0/24", code(n), later(0))
  expect(await isGuessing(relay.db, "192.0.2.0/24", code(10), later(0))).toBe(true)
  expect(await isGuessing(relay.db, "192.0.2.0/24", code(11), later(-3600))).toBe(false)
})

test.each([-200, 200])(
  "a relay whose clock is %d days off deletes nothing and keeps people signed in",
  async (days) => {
    const { folder, remove } = temporaryFolder()
    onTestFinished(remove)
    const environment = { REPLYWRIGHT_DATA: `${folder}/data`, RELAY_PORT: "0" }
    const { local } = await databaseIn(environment.REPLYWRIGHT_DATA, environment)
    const start = () => startRelay(environment, { log: silentLog, ...(local && { local }) })
    const right = await start()
    onTestFinished(() => right.close())
    const mia = await Client.paired(right)
    expect((await mia.post("/v1/outcomes", outcome())).status).toBe(200)

    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * 86_400_000 })
    onTestFinished(() => void vi.useRealTimers())
    const wrong = await start()
    onTestFinished(() => wrong.close())
    const tom = await Client.paired(wrong, "Tom")
    for (const { token } of [mia, tom]) {
      const client = new Client(wrong.url)
      client.token = token
      expect((await client.fetch("/v1/budget")).status).toBe(200)
    }
    expect(await right.db.selectFrom("outcomes").select("id").execute()).toHaveLength(1)
  }
)
