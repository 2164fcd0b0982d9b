import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { meAnswer, pairAnswer } from "../../../src/protocol/relay.ts"
import { askAs, Client, outcome, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let nobody: Client
beforeAll(async () => {
  relay = await openRelay({ environment: { RELAY_HOSTS: "relay.example.com" } })
  nobody = new Client(relay.url)
})
afterAll(() => relay?.close())

const minutes = (count: number) => (relay.time.now = new Date(relay.time.now.getTime() + count * 60_000))
const tryCode = (code: string) => nobody.post("/v1/pair", { code })
// So that one test's tries do not count in the next.
beforeEach(() => minutes(2))

test("a code pairs a named person, however it is typed", async () => {
  const code = await relay.pair("lead", "Lea", ["billing"])
  const answer = pairAnswer.parse(await (await tryCode(` ${code.toLowerCase().replace("-", " ")}`)).json())
  expect(answer.person).toMatchObject({ name: "Lea", role: "lead", groups: ["billing"] })
  expect(Buffer.from(answer.key, "base64")).toHaveLength(32)
  const lea = new Client(relay.url)
  lea.token = answer.token
  const me = meAnswer.parse(await (await lea.fetch("/v1/me")).json())
  expect(me).toMatchObject({ person: answer.person, expires: answer.expires, pipelineVersion: "v-test" })
  expect(Date.parse(me.expires) - relay.time.now.getTime()).toBe(12 * 3_600_000)
})

test("who pairs again under the same name keeps the key, so that the browser's cache can be read again", async () => {
  const keys = []
  for (const groups of [["billing"], undefined])
    keys.push(pairAnswer.parse(await (await tryCode(await relay.pair("agent", "Kim", groups))).json()))
  expect(keys[1]).toMatchObject({
    key: keys[0]?.key,
    person: { id: keys[0]?.person.id, role: "agent", groups: ["billing"] }
  })
  expect(keys[1]?.token).not.toBe(keys[0]?.token)
})

test("a code for the same name in another role is another person's: nobody who is signed in becomes more, or less, by it", async () => {
  const [agent, lead] = [await Client.paired(relay, "Robin", "agent"), await Client.paired(relay, "Robin", "lead")]
  const of = async (client: Client) => meAnswer.parse(await (await client.fetch("/v1/me")).json())
  const before = await of(agent)
  expect(before.person).toMatchObject({ name: "Robin", role: "agent" })
  expect(await of(lead)).toMatchObject({ person: { name: "Robin", role: "lead" } })
  await Client.paired(relay, "Robin", "admin")
  const keys = await relay.db.selectFrom("people").select("vault_key").where("name", "=", "Robin").execute()
  expect(new Set(keys.map((one) => one.vault_key.toString("base64"))).size).toBe(3)
  expect(await of(agent)).toEqual(before)
  expect(await refusalOf(agent.fetch("/v1/review/queue"))).toMatchObject({ status: 403 })
  expect((await lead.fetch("/v1/review/queue")).status).toBe(200)
})

test("a wrong, a used and an expired code are told apart", async () => {
  expect(await refusalOf(tryCode("AAAA-AAAA"))).toMatchObject({ status: 403, code: "wrong-code", retryable: false })
  const used = await relay.pair("agent", "Tom")
  const answers = await Promise.all([tryCode(used), tryCode(used)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
  expect(await refusalOf(tryCode(used))).toMatchObject({ code: "code-used" })
  const old = await relay.pair("agent", "Tom")
  minutes(11)
  expect(await refusalOf(tryCode(old))).toMatchObject({ status: 403, code: "code-expired" })
})

test("guessing is slowed down, and a right code works all the same", async () => {
  const guesses = []
  for (let n = 0; n < 11; n++) guesses.push((await tryCode(`GUESS-${n}`)).status)
  expect(guesses).toEqual([...Array(10).fill(403), 429])
  expect((await tryCode(await relay.pair("agent", "Tom"))).status).toBe(200)
})

test("only hashes of codes and tokens are stored", async () => {
  const code = await relay.pair("agent", "Tom")
  const { token } = pairAnswer.parse(await (await tryCode(code)).json())
  const stored = JSON.stringify([
    await relay.db.selectFrom("pairing_codes").selectAll().execute(),
    await relay.db.selectFrom("tokens").selectAll().execute()
  ])
  const bytes = (text: string) => JSON.stringify(Buffer.from(text))
  for (const secret of [code, code.replace("-", ""), token])
    expect(stored.includes(secret) || stored.includes(bytes(secret))).toBe(false)
})

test("without a token, with a foreign one, signed out or after twelve hours: pair again", async () => {
  expect(await refusalOf(nobody.fetch("/v1/me"))).toMatchObject({ status: 401, code: "not-paired" })
  const tom = await Client.paired(relay)
  const stranger = new Client(relay.url)
  stranger.token = tom.token.replaceAll(/[a-z]/g, "x")
  expect(await refusalOf(stranger.post("/v1/outcomes", outcome()))).toMatchObject({ status: 401, code: "not-paired" })
  expect((await tom.post("/v1/sign-out", {})).status).toBe(204)
  expect(await refusalOf(tom.fetch("/v1/me"))).toMatchObject({ status: 401, code: "token-revoked" })
  const late = await Client.paired(relay)
  minutes(12 * 60 + 1)
  expect(await refusalOf(late.post("/v1/drafts", {}))).toMatchObject({ status: 401, code: "token-expired" })
})

test("an extension of another version is told so, but may ask how the relay is", async () => {
  const other = { "x-replywright-api": "1" }
  expect(await refusalOf(nobody.post("/v1/pair", { code: "x" }, { headers: other }))).toMatchObject({
    status: 426,
    code: "other-version"
  })
  const health = await nobody.fetch("/v1/health", { headers: other })
  expect(health.status).toBe(200)
  expect(health.headers.get("x-replywright-api")).toBe("2")
})

test("a foreign name that leads here is refused; the owner's own names are not", async () => {
  const ask = (host: string) => askAs(host, `${relay.url}/v1/health`)
  expect(
    await Promise.all(
      ["127.0.0.1:8787", "localhost", "[::1]:8787", "relay.example.com", "RELAY.example.com:443"].map(ask)
    )
  ).toEqual([200, 200, 200, 200, 200])
  expect(
    await Promise.all(
      ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "relay.example.com.evil"].map(ask)
    )
  ).toEqual([403, 403, 403, 403])
})

test("no page in a browser is granted anything, and no cookie is set", async () => {
  const origin = {
    origin: "https://evil.example",
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type,authorization"
  }
  for (const answer of [
    await nobody.fetch("/v1/pair", { method: "OPTIONS", headers: origin }),
    await nobody.fetch("/v1/health", { headers: origin })
  ]) {
    expect(
      [...answer.headers.keys()].filter((name) => name.startsWith("access-control") || name === "set-cookie")
    ).toEqual([])
  }
  const asAPageMay = nobody.fetch("/v1/pair", {
    method: "POST",
    body: JSON.stringify({ code: "x" }),
    headers: { "content-type": "text/plain" }
  })
  expect(await refusalOf(asAPageMay)).toMatchObject({ status: 415, code: "not-json" })
})
