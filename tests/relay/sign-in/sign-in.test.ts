import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { newBrowserKey } from "../../../src/copilot/session/renewals.ts"
import { pairAnswer, signInAnswer } from "../../../src/protocol/relay.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { CLIENT, signInAt, startOrganisation, type Account } from "./organisation.ts"

/** The relay beside a real provider of OpenID Connect, through whose pages a person goes. */
const REDIRECT = `https://${"ab".repeat(16)}.chromiumapp.org/`
const ADA: Account = { name: "Ada Lovelace", email: "ada@example.test", groups: ["support"] }
const accounts: Record<string, Account> = { ada: ADA }
let organisation: Awaited<ReturnType<typeof startOrganisation>>
let relay: TestRelay
let client: Client

beforeAll(async () => {
  organisation = await startOrganisation(accounts, [REDIRECT])
  relay = await openRelay({
    environment: {
      OIDC_ISSUER: organisation.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_SCOPE: "openid profile email groups",
      OIDC_AGENTS: "support, night shift",
      OIDC_LEADS: "support-leads",
      OIDC_ADMINS: "it",
      OIDC_HOURS: "10",
      RELAY_PAIRING: "off"
    }
  })
  client = new Client(relay.url)
})
afterAll(async () => {
  await relay?.close()
  await organisation?.close()
})
afterEach(() => {
  for (const login of Object.keys(accounts)) delete accounts[login]
  accounts["ada"] = ADA
})

async function begin(): Promise<string> {
  const answer = await client.post("/v1/sign-in/begin", { redirect: REDIRECT })
  return ((await answer.json()) as { url: string }).url
}

const finish = async (callback: string) =>
  client.post("/v1/sign-in/finish", { callback, device: "browser", key: (await newBrowserKey()).publicKey })

async function signIn(login: string) {
  const answer = await finish(await signInAt(await begin(), login))
  return pairAnswer.parse(await answer.json())
}

test("says where people sign in, and that codes don't pair", async () => {
  const answer = signInAnswer.parse(await (await client.fetch("/v1/sign-in")).json())
  expect(answer).toEqual({ provider: new URL(organisation.issuer).host, pairing: false })
  const code = await relay.pair("agent", "Eve")
  expect(await refusalOf(client.post("/v1/pair", { code }))).toMatchObject({ status: 403, code: "pairing-off" })
})

test("a person signs in with name, role and groups of the provider, is the same in the next browser, and is in the audit", async () => {
  const first = await signIn("ada")
  expect(first.person).toMatchObject({ name: "Ada Lovelace", role: "agent", groups: ["support"] })
  const me = new Client(relay.url)
  me.token = first.token
  expect((await me.fetch("/v1/me")).status).toBe(200)
  accounts["ada"] = { ...ADA, groups: ["support", "support-leads"] }
  const second = await signIn("ada")
  expect(second.person).toEqual({ ...first.person, role: "lead", groups: ["support", "support-leads"] })
  expect(second.key).toBe(first.key)
  const audit = await relay.db.selectFrom("audit").select("action").where("person", "=", first.person.id).execute()
  expect(audit.map(({ action }) => action)).toEqual(["signed-in", "signed-in"])
})

test("the address that came back is good once", async () => {
  const callback = await signInAt(await begin(), "ada")
  expect((await finish(callback)).status).toBe(200)
  expect(await refusalOf(finish(callback))).toMatchObject({ status: 403, code: "sign-in-refused" })
})

test("a sign-in that was begun eleven minutes ago is over", async () => {
  const callback = await signInAt(await begin(), "ada")
  relay.time.now = new Date(relay.time.now.getTime() + 11 * 60_000)
  expect(await refusalOf(finish(callback))).toMatchObject({ status: 403, code: "sign-in-refused" })
})

test("whoever is in none of the groups, and whoever cancels, isn't signed in", async () => {
  accounts["eve"] = { name: "Eve", email: "eve@example.test", groups: ["sales"] }
  expect(await refusalOf(finish(await signInAt(await begin(), "eve")))).toMatchObject({ status: 403, code: "no-role" })
  const cancelled = await signInAt(await begin(), "nobody")
  expect(await refusalOf(finish(cancelled))).toMatchObject({ status: 403, code: "sign-in-refused" })
  expect(await relay.db.selectFrom("people").select("id").where("name", "=", "Eve").execute()).toEqual([])
})

test("a name that somebody else has is followed by the login; nobody becomes another person by name", async () => {
  const ada = await signIn("ada")
  accounts["other"] = { ...ADA, email: "ada.l@example.test" }
  const other = await signIn("other")
  expect(other.person.name).toBe("Ada Lovelace (ada.l@example.test)")
  expect([other.person.id === ada.person.id, other.key === ada.key]).toEqual([false, false])
})

test("the sign-in ends after its hours, however often it is renewed", async () => {
  const { renewal, expires } = await signIn("ada")
  const end = relay.time.now.getTime() + 10 * 3_600_000
  expect([Date.parse(expires), Date.parse(renewal?.until ?? "")]).toEqual([end, end])
})

test("nobody is sent back anywhere but into an extension", async () => {
  for (const redirect of [
    "https://evil.example/",
    "https://abc.chromiumapp.org.evil.example/",
    "http://127.0.0.1/",
    `https://${"ab".repeat(16)}.chromiumapp.org@evil.example/`,
    `https://${"ab".repeat(16)}.chromiumapp.org/../x`
  ])
    expect(await refusalOf(client.post("/v1/sign-in/begin", { redirect })), redirect).toMatchObject({ status: 400 })
})
