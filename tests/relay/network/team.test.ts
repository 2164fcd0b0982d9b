import { createServer, type AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { meAnswer, pairAnswer } from "../../../src/protocol/relay.ts"
import { createLog } from "../../../src/runtime/log.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { Client, draftRequest, outcome, refusalOf, SECRET_WORDS, textOf } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { HttpsClient, lacking, lanAddress, startHttpsProxy, type HttpsProxy } from "./https-proxy.ts"

const NAME = "relay.test"
const lan = lanAddress ?? "127.0.0.1"
const { folder, remove } = temporaryFolder()
const lines: string[] = []
let model: ModelDouble
let relay: RunningRelay
let proxy: HttpsProxy

const start = async (data: string, more: Record<string, string>) => {
  const found = await databaseIn(`${folder}/${data}`)
  return startRelay(
    {
      REPLYWRIGHT_DATA: `${folder}/${data}`,
      RELAY_PORT: "0",
      RELAY_LISTEN: lan,
      RELAY_HOSTS: NAME,
      ...model.settings,
      ...more
    },
    { ...found, log: createLog((line) => lines.push(line)) }
  )
}

async function member(role: "agent" | "lead", name: string): Promise<HttpsClient> {
  const client = new HttpsClient(lan, proxy, NAME)
  const answer = await client.post("/v1/pair", { code: await relay.pair(role, name) })
  client.token = pairAnswer.parse(await answer.json()).token
  return client
}

describe.runIf(lacking === "")(`a relay on ${lan} behind HTTPS${lacking && ` (skipped: ${lacking})`}`, () => {
  beforeAll(async () => {
    model = await startModelDouble({ kind: "text", text: "Hello [PERSON_1], it comes tomorrow.", pieces: 3, paceMs: 2 })
    relay = await start("team", { RELAY_PROXIES: lan })
    proxy = await startHttpsProxy(folder, NAME, lan, relay.port)
  })
  afterAll(async () => {
    await proxy?.close()
    await relay?.close()
    await model?.close()
    remove()
  })

  test("two agents draft at once, each their own; the lead sees what became of both, the agents don't", async () => {
    const [mia, ben, lea] = [await member("agent", "Mia"), await member("agent", "Ben"), await member("lead", "Lea")]
    const [ofMia, ofBen] = [draftRequest(), draftRequest({ ticket: { ...draftRequest().ticket, ticketId: "1002" } })]
    const drafts = await Promise.all([mia.draft(ofMia), ben.draft(ofBen)])
    expect(drafts.map(textOf)).toEqual(Array(2).fill("Hello [PERSON_1], it comes tomorrow."))

    expect((await mia.fetch(`/v1/drafts/${ofMia.draftId}/upstream`)).status).toBe(200)
    for (const other of [ben, lea])
      expect(await refusalOf(other.fetch(`/v1/drafts/${ofMia.draftId}/upstream`))).toMatchObject({
        status: 404,
        code: "no-draft"
      })
    expect(await refusalOf(ben.post("/v1/drafts", ofMia))).toMatchObject({ status: 409, code: "draft-taken" })

    for (const [client, draftId, ticketId] of [
      [mia, ofMia.draftId, "1001"],
      [ben, ofBen.draftId, "1002"]
    ] as const) {
      expect((await client.post("/v1/outcomes", outcome({ draftId, ticketId }))).status).toBe(200)
    }
    for (const path of ["/v1/review/queue", "/v1/review/figures", "/v1/review/export?of=cases&format=csv"]) {
      for (const agent of [mia, ben])
        expect(await refusalOf(agent.fetch(path))).toMatchObject({ status: 403, code: "not-allowed" })
      expect((await lea.fetch(path)).status).toBe(200)
    }
    const queue = await (await lea.fetch("/v1/review/queue")).text()
    for (const ticket of ["1001", "1002"]) expect(queue).toContain(`"${ticket}"`)
    for (const [client, role] of [
      [mia, "agent"],
      [lea, "lead"]
    ] as const)
      expect(meAnswer.parse(await (await client.fetch("/v1/me")).json()).person.role).toBe(role)

    await ben.post("/v1/sign-out", {})
    expect(await refusalOf(ben.fetch("/v1/me"))).toMatchObject({ status: 401, code: "token-revoked" })
    expect((await mia.fetch("/v1/me")).status).toBe(200)
  })

  test("an agent who leaves a stream ends the model's work, also through the proxy", async () => {
    const mia = await member("agent", "Mia")
    model.next({ kind: "silent", text: "Hello" })
    const asked = model.requests.length
    const answer = await mia.post("/v1/drafts", draftRequest())
    const seen = await model.request(asked)
    await answer.body?.cancel()
    expect(await seen.closed).toEqual({ early: true })
  })

  test("who comes without HTTPS is told the address to use, and pairs nobody", async () => {
    const plain = new Client(relay.url)
    const code = await relay.pair("agent", "Eve")
    const refused = {
      status: 421,
      code: "needs-https",
      message: `The relay is reached by HTTPS only: use https://${NAME}.`
    }
    const ask = (headers: Record<string, string>) => refusalOf(plain.post("/v1/pair", { code }, { headers }))
    // This test comes from the proxy's own address: what it says counts.
    expect(await ask({ "x-forwarded-proto": "http" })).toMatchObject(refused)
    expect(await ask({ "x-forwarded-proto": "https, http" })).toMatchObject(refused)
    expect(await ask({})).toMatchObject({
      status: 421,
      code: "needs-https",
      message: expect.stringMatching(/doesn't tell how it was asked.*X-Forwarded-Proto/)
    })
    expect(await refusalOf(plain.fetch("/v1/health"))).toMatchObject({ status: 421 })
    expect((await new HttpsClient(lan, proxy, NAME).post("/v1/pair", { code })).status).toBe(200)
  })

  test("a stranger who says that it was HTTPS isn't believed", async () => {
    const other = await start("stranger", { RELAY_PROXIES: "203.0.113.9, 2001:db8::/32" })
    const forged = { "x-forwarded-proto": "https", "x-forwarded-for": "127.0.0.1", host: NAME }
    expect(await refusalOf(new Client(other.url).fetch("/v1/health", { headers: forged }))).toMatchObject({
      status: 421,
      code: "needs-https"
    })
    await other.close()
  })

  test("guessing behind the proxy slows down who guesses, not the team", async () => {
    const mallory = new HttpsClient(lan, proxy, NAME)
    // The last one is what a proxy of ours saw; what stands before it is the guesser's own word.
    const guess = (client: string, n = 0, code = `AAAA-AA${10 + n}`) =>
      mallory.post("/v1/pair", { code }, { headers: { "x-forwarded-for": `198.51.100.${n}, ${client}` } })
    const statuses = []
    for (let n = 0; n < 11; n++) statuses.push((await guess("10.9.8.7", n)).status)
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429])
    expect((await guess("10.9.8.6")).status).toBe(403)
    expect((await guess("10.9.8.7", 1, await relay.pair("agent", "Ina"))).status).toBe(200)
  })

  test("said so, it goes without HTTPS, with a warning", async () => {
    const open = await start("open", { RELAY_INSECURE_LISTEN: "yes", RELAY_HOSTS: lan })
    expect((await new Client(open.url).fetch("/v1/health")).status).toBe(200)
    expect(open.notes).toEqual([expect.stringMatching(/can read tokens and tickets on their way/)])
    expect(lines.join("")).toContain("insecure-listen")
    await open.close()
  })

  test("a taken port and an address that this machine hasn't are told", async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, lan, resolve))
    const { port } = taken.address() as AddressInfo
    await expect(start("taken", { RELAY_PROXIES: lan, RELAY_PORT: String(port) })).rejects.toThrow(
      `RELAY_PORT: the port ${port} of ${lan} is taken; free it, or set another here and in the proxy.`
    )
    expect(lines.join("")).toContain(`"event":"port-taken","port":${port}`)
    taken.close()
    await expect(start("taken", { RELAY_PROXIES: lan, RELAY_LISTEN: "203.0.113.7" })).rejects.toThrow(
      /^RELAY_LISTEN: this machine has no address 203\.0\.113\.7; set it/
    )
  })

  test("the log of all this holds no word of a ticket", () => {
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.join("")).not.toContain(SECRET_WORDS)
  })
})
