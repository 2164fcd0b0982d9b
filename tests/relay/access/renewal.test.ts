import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { newBrowserKey } from "../../../src/copilot/session/renewals.ts"
import { meAnswer, pairAnswer, renewAnswer } from "../../../src/protocol/relay.ts"
import { clockDiffers } from "../../../src/protocol/renewal.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { askPeople } from "../admin/ask.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { SigningBrowser } from "../help/signing-browser.ts"

let relay: TestRelay
beforeAll(async () => {
  relay = await openRelay()
})
afterAll(() => relay?.close())
beforeEach(() => minutes(2))

const minutes = (count: number) => (relay.time.now = new Date(relay.time.now.getTime() + count * 60_000))
const hours = (count: number) => minutes(60 * count)
const meOf = async (client: Client) => refusalOr(await client.fetch("/v1/me"))
const refusalOr = async (answer: Response) => (answer.ok ? { status: answer.status, code: "" } : refusalOf(answer))
const audited = () =>
  relay.db.selectFrom("audit").select(["action", "ids"]).where("action", "=", "sign-in-reused").execute()

test("an access token is good for twelve hours, and is renewed as long as the browser is used within thirty days", async () => {
  const mia = await SigningBrowser.signedIn(relay, "Mia")
  const me = meAnswer.parse(await (await mia.fetch("/v1/me")).json())
  expect(Date.parse(me.expires) - relay.time.now.getTime()).toBe(12 * 3_600_000)
  hours(12.1)
  expect(await meOf(mia)).toMatchObject({ status: 401, code: "token-expired" })
  const renewed = await mia.renewed()
  expect(renewed).toMatchObject({ person: me.person, key: mia.vaultKey })
  expect(Date.parse(renewed.renewal.until) - relay.time.now.getTime()).toBe(30 * 86_400_000)
  expect(await meOf(mia)).toMatchObject({ status: 200 })
  for (let day = 0; day < 3; day++) {
    hours(29 * 24)
    await mia.renewed()
  }
  hours(31 * 24)
  expect(await refusalOf(mia.ask(await mia.signed()))).toMatchObject({
    status: 401,
    code: "sign-in-expired",
    message: expect.stringMatching(/30 days.*new code/)
  })
})

test("the vault's key is told at pairing and at a signed renewal, never for a token alone", async () => {
  const mia = await SigningBrowser.signedIn(relay, "Mia")
  const answers = await Promise.all(
    ["/v1/me", "/v1/budget", "/v1/masking-rules"].map(async (path) => (await mia.fetch(path)).text())
  )
  for (const answer of answers) expect(answer).not.toContain(mia.vaultKey)
  expect((await mia.renewed()).key).toBe(mia.vaultKey)
})

test("an answer that was lost is given again: at once, and also when the browser comes back next morning", async () => {
  const mia = await SigningBrowser.signedIn(relay, "Mia")
  const first = renewAnswer.parse(await (await mia.ask(await mia.signed())).json())
  const again = renewAnswer.parse(await (await mia.ask(await mia.signed())).json())
  expect(again).toMatchObject({ token: first.token, renewal: { refresh: first.renewal.refresh } })
  hours(14)
  const nextMorning = mia.take(renewAnswer.parse(await (await mia.ask(await mia.signed())).json()))
  expect(nextMorning.token).toBe(first.token)
  expect(await meOf(mia)).toMatchObject({ status: 200 })
  // Twice at once, as by a worker that was killed and its successor.
  hours(13)
  const both = await Promise.all([mia.ask(await mia.signed()), mia.ask(await mia.signed())])
  const [one, two] = await Promise.all(both.map(async (answer) => renewAnswer.parse(await answer.json())))
  expect(one?.token).toBe(two?.token)
  if (one) mia.take(one)
  expect(await meOf(mia)).toMatchObject({ status: 200 })
  expect(await audited()).toEqual([])
})

test("a refresh token that comes again after its successor was used ends the whole family, and the audit says so", async () => {
  const mia = await SigningBrowser.signedIn(relay, "Mia")
  const other = await SigningBrowser.signedIn(relay, "Mia")
  const former = mia.renewal
  await mia.renewed()
  expect(await meOf(mia)).toMatchObject({ status: 200 })
  expect(await refusalOf(mia.ask(await mia.signed(relay.time.now, former)))).toMatchObject({
    status: 401,
    code: "sign-in-reused",
    message: expect.stringMatching(/signed out, because .* new code/)
  })
  expect(await meOf(mia)).toMatchObject({ status: 401, code: "sign-in-reused" })
  expect(await refusalOf(mia.ask(await mia.signed()))).toMatchObject({ status: 401, code: "sign-in-reused" })
  expect(await audited()).toEqual([{ action: "sign-in-reused", ids: [former.family] }])
  // The same person's other browser goes on.
  expect(await meOf(other)).toMatchObject({ status: 200 })
})

test("a renewal by the next refresh token shows as well that the browser has it", async () => {
  const mia = await SigningBrowser.signedIn(relay, "Mia")
  const former = mia.renewal
  await mia.renewed()
  await mia.renewed()
  expect(await refusalOf(mia.ask(await mia.signed(relay.time.now, former)))).toMatchObject({ code: "sign-in-reused" })
  expect(await meOf(mia)).toMatchObject({ code: "sign-in-reused" })
})

test("a stolen refresh token without the browser's key gives nothing and ends the family", async () => {
  const mia = await SigningBrowser.signedIn(relay, "Mia")
  const { privateKey } = await newBrowserKey()
  const before = (await audited()).length
  expect(await refusalOf(mia.ask(await mia.signed(relay.time.now, mia.renewal, privateKey)))).toMatchObject({
    status: 401,
    code: "sign-in-reused"
  })
  expect(await meOf(mia)).toMatchObject({ status: 401 })
  expect(await audited()).toHaveLength(before + 1)
})

test("a signature for another family or of another time is none; a clock that is off is told the right time", async () => {
  const [mia, ben] = [await SigningBrowser.signedIn(relay, "Mia"), await SigningBrowser.signedIn(relay, "Ben")]
  const late = await mia.ask(await mia.signed(new Date(relay.time.now.getTime() - 6 * 60_000)))
  expect(late.status).toBe(409)
  expect(clockDiffers.parse(await late.clone().json())).toEqual({ now: relay.time.now.toISOString() })
  expect(await refusalOf(late)).toMatchObject({ code: "clock-differs", retryable: true })
  expect((await mia.ask(await mia.signed(new Date(relay.time.now.getTime() + 4 * 60_000)))).status).toBe(200)
  const forBen = await mia.signed(relay.time.now, { ...ben.renewal, refresh: mia.renewal.refresh })
  expect(await refusalOf(mia.ask(forBen))).toMatchObject({ code: "sign-in-reused" })
  const moved = { ...(await ben.signed()), at: new Date(relay.time.now.getTime() + 1000).toISOString() }
  expect(await refusalOf(ben.ask(moved))).toMatchObject({ code: "sign-in-reused" })
})

test("the very same request, repeated by the line once its answer is in use, gives nothing and ends nothing", async () => {
  const mia = await SigningBrowser.signedIn(relay, "Mia")
  const request = await mia.signed()
  mia.take(renewAnswer.parse(await (await mia.ask(request)).json()))
  expect(await meOf(mia)).toMatchObject({ status: 200 })
  expect(await refusalOf(mia.ask(request))).toMatchObject({ status: 409, code: "renewal-repeated" })
  expect(await meOf(mia)).toMatchObject({ status: 200 })
  minutes(6)
  expect(await refusalOf(mia.ask(request))).toMatchObject({ status: 409, code: "clock-differs" })
  expect(await meOf(mia)).toMatchObject({ status: 200 })
})

test("signed out, or out everywhere by an admin, nothing is renewed any more, whichever of its tokens comes", async () => {
  const mia = await SigningBrowser.signedIn(relay, "Mia")
  const former = mia.token
  await mia.renewed()
  expect((await mia.post("/v1/sign-out", {})).status).toBe(204)
  expect(await refusalOf(mia.ask(await mia.signed()))).toMatchObject({ status: 401, code: "token-revoked" })
  mia.token = former
  expect(await meOf(mia)).toMatchObject({ status: 401, code: "token-revoked" })

  const [ada, kim] = [await SigningBrowser.signedIn(relay, "Ada", "admin"), await SigningBrowser.signedIn(relay, "Kim")]
  await kim.renewed()
  const person = (await askPeople(ada)).people.find(({ name }) => name === "Kim")
  expect(person?.browsers).toMatchObject([{ device: "browser", here: false }])
  const [ended] = await Promise.all([
    ada.post(`/v1/admin/people/${person?.id}/sign-out`, {}),
    kim.ask(await kim.signed())
  ])
  expect(await ended.json()).toMatchObject({ browsers: 1 })
  expect(await meOf(kim)).toMatchObject({ status: 401, code: "token-revoked" })
  expect(await refusalOf(kim.ask(await kim.signed()))).toMatchObject({ status: 401, code: "token-revoked" })
})

test("without a key a code gives twelve hours and nothing to renew by; what is no key is refused and leaves the code good", async () => {
  const [code, bad] = [await relay.pair("agent", "Script"), await relay.pair("agent", "Bad")]
  const nobody = new Client(relay.url)
  const answer = pairAnswer.parse(await (await nobody.post("/v1/pair", { code })).json())
  expect(answer.renewal).toBeUndefined()
  const off = { kty: "EC", crv: "P-256", x: "A".repeat(43), y: "B".repeat(43) }
  expect(await refusalOf(nobody.post("/v1/pair", { code: bad, key: off }))).toMatchObject({
    status: 400,
    code: "bad-key"
  })
  expect((await nobody.post("/v1/pair", { code: bad })).status).toBe(200)
  nobody.token = answer.token
  hours(12.1)
  expect(await meOf(nobody)).toMatchObject({
    status: 401,
    code: "token-expired",
    message: expect.stringMatching(/new code/)
  })
})

test("a token of before there were families is good no more, and its owner is told to pair anew", async () => {
  const mia = await Client.paired(relay, "Mia")
  await relay.db.updateTable("tokens").set({ family: null }).execute()
  expect(await refusalOf(mia.fetch("/v1/me"))).toMatchObject({
    status: 401,
    code: "token-outdated",
    message: expect.stringMatching(/updated.*new code/)
  })
})

test("only hashes are stored; what has long ended is cleared away, and what lives is not", async () => {
  const mia = await SigningBrowser.signedIn(relay, "Mia")
  const given = [mia.token, mia.renewal.refresh]
  const { token, renewal } = await mia.renewed()
  const stored = JSON.stringify(
    await Promise.all(
      (["tokens", "refresh_tokens", "token_families"] as const).map((table) =>
        relay.db.selectFrom(table).selectAll().execute()
      )
    )
  )
  for (const secret of [...given, token, renewal.refresh]) {
    for (const bytes of [Buffer.from(secret), Buffer.from(secret, "base64url")])
      expect(stored.includes(secret) || stored.includes(JSON.stringify(bytes))).toBe(false)
  }
  expect(
    await refusalOf(mia.ask({ ...(await mia.signed()), refresh: randomBytes(32).toString("base64url") }))
  ).toMatchObject({ status: 401, code: "not-paired" })
  await deleteOld(relay.db, 90, relay.time.now)
  await mia.renewed()
  hours(200 * 24)
  await deleteOld(relay.db, 90, relay.time.now)
  expect(await relay.db.selectFrom("token_families").select("id").execute()).toEqual([])
  expect(await relay.db.selectFrom("refresh_tokens").select("hash").execute()).toEqual([])
})
