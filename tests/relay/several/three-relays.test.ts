import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, test, type TestContext } from "vitest"
import { pairAnswer } from "../../../src/protocol/relay.ts"
import { startDatabases } from "../../storage/help/databases.ts"
import { askSettings, makeCode, putSettings } from "../admin/ask.ts"
import { Client, draftRequest, eventsOf, refusalOf, restOf } from "../help/client.ts"
import { lineWith, startBalancer } from "./balancer.ts"
import { lacksPgbouncer, startPgbouncer } from "./pgbouncer.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

const PROGRAM = fileURLToPath(new URL("held-relay.ts", import.meta.url))

interface HeldRelay {
  name: string
  child: ChildProcess
  client: Client
  port: number
  admin: string
  /** Adds this to each of its drafts under way. */
  say(line: string): void
  kill(): Promise<void>
}

async function startHeld(
  name: string,
  databaseUrl: string,
  onTestFinished: TestContext["onTestFinished"]
): Promise<HeldRelay> {
  const child = spawn(process.execPath, [PROGRAM], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, RELAY_PORT: "0", RELAY_NAME: name, DATABASE_URL: databaseUrl }
  })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, "exit")
    child.kill("SIGKILL")
    await ended
  }
  onTestFinished(kill)
  const { url, port, admin } = JSON.parse(await lineWith(child.stdout, /^\{/))
  return { name, child, client: new Client(url), port, admin, kill, say: (line) => void child.stdin.write(`${line}\n`) }
}

/** Pieces of a text that are stored may be joined. Returns the whole text, and what ended it. */
const joinedText = (pieces: string[]): string[] => [pieces.slice(0, -1).join(""), ...pieces.slice(-1)]

/** The text and the kind of each event, with the relay's name in place of the first text. */
const told = (events: Awaited<ReturnType<typeof restOf>>) =>
  events.map((event) => (event.type === "draft-delta" ? event.text : event.type))

const PLACES = [
  {
    place: "PostgreSQL itself",
    name: "plain",
    lacks: "",
    reach: async (url: string) => ({ url, close: async () => {} })
  },
  {
    place: "PgBouncer in transaction mode",
    name: "pooled",
    lacks: lacksPgbouncer,
    reach: (url: string) => startPgbouncer(databases.folder, url)
  }
]

/**
 * Why it is left out here. Behind PgBouncer everything happens that happens without it, and more can go wrong:
 * `npm test` takes that one where there is a PgBouncer, `npm run soak` both.
 */
function reason(place: string, lacks: string): string {
  if (lacks !== "" || place.startsWith("PgBouncer") || lacksPgbouncer !== "" || process.env["REPLYWRIGHT_SOAK"])
    return lacks
  return "part of npm run soak"
}

for (const { place, name, lacks, reach } of PLACES.map((one) => ({ ...one, lacks: reason(one.place, one.lacks) })))
  test.runIf(lacks === "")(
    `three relays on ${place} behind a balancer: any request at any of them, and one is killed in mid-stream${lacks && ` (skipped: ${lacks})`}`,
    { timeout: 90_000, concurrent: true },
    async ({ expect, onTestFinished }) => {
      const { url: databaseUrl, close } = await reach(await databases.create(name))
      onTestFinished(close)
      const relays = await Promise.all(["A", "B", "C"].map((one) => startHeld(one, databaseUrl, onTestFinished)))
      const balancer = await startBalancer(
        `${databases.folder}/${name}`,
        relays.map(({ port }) => port)
      )
      onTestFinished(() => balancer.close())
      const everybody = new Client(balancer.url)

      // A code that one relay made pairs at another, and its token is good at each.
      const [first] = relays
      if (!first) throw new Error("No relay.")
      const ada = new Client(balancer.url)
      ada.token = pairAnswer.parse(await (await everybody.post("/v1/pair", { code: first.admin })).json()).token
      const { code } = await makeCode(ada, "Tom")
      everybody.token = pairAnswer.parse(await (await everybody.post("/v1/pair", { code })).json()).token
      for (const { client } of relays) {
        client.token = ada.token
        expect((await client.fetch("/v1/me")).status).toBe(200)
      }
      expect(await refusalOf(everybody.post("/v1/pair", { code }))).toMatchObject({ code: "code-used" })

      // What is set at one is set at each at once.
      const { version } = await askSettings(ada)
      expect((await putSettings(ada, { version, preparing: true, perDay: 7 })).status).toBe(200)
      for (const { client } of relays)
        expect(await askSettings(client)).toMatchObject({ perDay: 7, version: version + 1 })

      // Wrong codes count together: ten are answered, the eleventh is not, wherever it comes.
      const wrong = await Promise.all(
        Array.from({ length: 14 }, (_, n) => refusalOf(everybody.post("/v1/pair", { code: `WRNG-${1000 + n}` })))
      )
      expect(wrong.filter(({ code }) => code === "wrong-code")).toHaveLength(10)
      expect(wrong.filter(({ code }) => code === "too-many-tries")).toHaveLength(4)

      // A draft a relay; one of them is also read at another relay.
      const drafts = await Promise.all(
        [1, 2, 3].map(async () => {
          const request = draftRequest()
          const events = eventsOf(await everybody.post("/v1/drafts", request))
          const begun = (await events.next()).value
          const at = begun?.type === "draft-delta" ? begun.text : ""
          return { request, events, at: relays.find(({ name }) => name === at) }
        })
      )
      expect(new Set(drafts.map(({ at }) => at?.name)).size).toBe(3)
      const [lost, kept, joined] = drafts
      if (!lost?.at || !kept?.at || !joined?.at) throw new Error("No drafts.")
      const reader = relays.find((relay) => relay !== joined.at && relay !== lost.at)
      if (!reader) throw new Error("No reader.")
      reader.client.token = everybody.token
      const followed = reader.client.draft(joined.request)

      await lost.at.kill()
      await expect(restOf(lost.events)).rejects.toThrow()
      const again = everybody.draft(lost.request)
      for (const { at } of [kept, joined]) at?.say(" goes on")
      // It begins anew as soon as the killed relay counts as dead, at one of the others.
      const living = relays.filter((relay) => relay !== lost.at)
      const anew = setInterval(() => living.forEach(({ say }) => say("end")), 100)
      onTestFinished(() => clearInterval(anew))
      for (const { events } of [kept, joined]) expect(told(await restOf(events))).toEqual([" goes on", "draft-end"])
      expect(joinedText(told(await followed))).toEqual([`${joined.at.name} goes on`, "draft-end"])
      const [beginning, ...rest] = told(await again)
      expect(living.map(({ name }) => name)).toContain(beginning)
      expect(rest).toEqual(["draft-end"])
      expect(joinedText(told(await everybody.draft(kept.request)))).toEqual([`${kept.at.name} goes on`, "draft-end"])
    }
  )
