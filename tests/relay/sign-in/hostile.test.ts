import { afterAll, beforeAll, expect, test } from "vitest"
import type { JWTPayload } from "jose"
import { newBrowserKey } from "../../../src/copilot/session/renewals.ts"
import { pairAnswer } from "../../../src/protocol/relay.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { startHostileProvider } from "./hostile-provider.ts"

/** Tokens that a provider must not be believed, and a provider that is away. */
const REDIRECT = `https://${"ab".repeat(16)}.chromiumapp.org/`
const LOGOUT = { "http://schemas.openid.net/event/backchannel-logout": {} }
let provider: Awaited<ReturnType<typeof startHostileProvider>>
let relay: TestRelay
let client: Client

beforeAll(async () => {
  provider = await startHostileProvider()
  relay = await openRelay({ environment: { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: "replywright" } })
  client = new Client(relay.url)
})
afterAll(async () => {
  await relay?.close()
  await provider?.close()
})

/** Goes through a sign-in whose ID token is what `token` makes of the claims that would be right. */
async function finishWith(
  token: (claims: JWTPayload) => Promise<string> | string,
  change: (callback: URL) => void = () => undefined
) {
  const { url } = (await (await client.post("/v1/sign-in/begin", { redirect: REDIRECT })).json()) as { url: string }
  const asked = new URL(url).searchParams
  const claims = provider.claims({ nonce: asked.get("nonce") ?? "" })
  const idToken = await token(claims)
  provider.answers.token = async () => ({ body: { access_token: "a", token_type: "Bearer", id_token: idToken } })
  const callback = new URL(REDIRECT)
  callback.searchParams.set("code", "c")
  callback.searchParams.set("state", asked.get("state") ?? "")
  change(callback)
  const key = (await newBrowserKey()).publicKey
  return client.post("/v1/sign-in/finish", { callback: callback.href, device: "browser", key })
}

test("a good token signs in, its code is traded with the verifier of PKCE, and two minutes of skew are let pass", async () => {
  expect((await finishWith((claims) => provider.signed(claims))).status).toBe(200)
  const late = await finishWith((claims) => provider.signed({ ...claims, exp: provider.seconds() - 60 }))
  expect(late.status).toBe(200)
  expect(provider.asked.get("grant_type")).toBe("authorization_code")
  expect(provider.asked.get("code_verifier")).toMatch(/^[\w-]{43,128}$/)
})

test.each<[string, (claims: JWTPayload) => Promise<string> | string]>([
  ["expired", (claims) => provider.signed({ ...claims, exp: provider.seconds() - 600 })],
  ["of another issuer", (claims) => provider.signed({ ...claims, iss: "https://login.other.example" })],
  ["for another client", (claims) => provider.signed({ ...claims, aud: "another" })],
  ["of another sign-in", (claims) => provider.signed({ ...claims, nonce: "of-another-time" })],
  ["without a nonce", ({ nonce: _, ...claims }) => provider.signed(claims)],
  ["signed by another key", (claims) => provider.signed(claims, { by: "foreign" })],
  ["unsigned", (claims) => provider.unsigned(claims)],
  ["from tomorrow", (claims) => provider.signed({ ...claims, nbf: provider.seconds() + 86_400 })],
  ["without a subject", ({ sub: _, ...claims }) => provider.signed(claims)],
  ["no token at all", () => "nonsense"]
])("an ID token is refused: %s", async (_, token) => {
  const people = await relay.db.selectFrom("token_families").select("id").execute()
  expect(await refusalOf(finishWith(token))).toMatchObject({ status: 403, code: "sign-in-refused" })
  expect(await relay.db.selectFrom("token_families").select("id").execute()).toHaveLength(people.length)
})

test("a state that nobody began is refused, and so is an answer without a code", async () => {
  const good = (claims: JWTPayload) => provider.signed(claims)
  expect(await refusalOf(finishWith(good, (callback) => callback.searchParams.set("state", "made-up")))).toMatchObject({
    status: 403,
    code: "sign-in-refused"
  })
  expect(await refusalOf(finishWith(good, (callback) => callback.searchParams.delete("code")))).toMatchObject({
    status: 403,
    code: "sign-in-refused"
  })
})

test("a name with control signs, or as long as a letter, becomes one short line", async () => {
  const name = `Ada\u202e\n\u0000 ${"x".repeat(500)}`
  const answer = await finishWith((claims) => provider.signed({ ...claims, sub: "u9", name }))
  const { person } = pairAnswer.parse(await answer.json())
  expect(person.name).toMatch(/^Ada x{90,96}$/)
})

test("while the provider is away nobody signs in, and whoever is signed in goes on", async () => {
  const { token } = pairAnswer.parse(await (await finishWith((claims) => provider.signed(claims))).json())
  const { url } = (await (await client.post("/v1/sign-in/begin", { redirect: REDIRECT })).json()) as { url: string }
  provider.answers.isAway = true
  const callback = `${REDIRECT}?code=c&state=${new URL(url).searchParams.get("state") ?? ""}`
  expect(await refusalOf(client.post("/v1/sign-in/finish", { callback }))).toMatchObject({
    status: 503,
    code: "provider-away",
    retryable: true
  })
  const me = new Client(relay.url)
  me.token = token
  expect((await me.fetch("/v1/me")).status).toBe(200)
  provider.answers.isAway = false
})

const logOut = (token: string) =>
  fetch(`${relay.url}/v1/sign-in/logout`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ logout_token: token })
  })

test("a logout token ends all sign-ins of its person, and of nobody else", async () => {
  const signIn = async (sub: string) => {
    const answer = await finishWith((claims) => provider.signed({ ...claims, sub, name: `Person ${sub}` }))
    const me = new Client(relay.url)
    me.token = pairAnswer.parse(await answer.json()).token
    return me
  }
  const [first, again, other] = [await signIn("u20"), await signIn("u20"), await signIn("u21")]
  const { nonce: _, ...claims } = provider.claims({ sub: "u20", jti: "j1", events: LOGOUT })
  expect((await logOut(await provider.signed(claims))).status).toBe(204)
  const statuses = await Promise.all([first, again, other].map(async (one) => (await one.fetch("/v1/me")).status))
  expect(statuses).toEqual([401, 401, 200])
})

test.each<[string, (claims: JWTPayload) => Promise<string> | string]>([
  ["signed by another key", (claims) => provider.signed(claims, { by: "foreign" })],
  ["unsigned", (claims) => provider.unsigned(claims)],
  ["for another client", (claims) => provider.signed({ ...claims, aud: "another" })],
  ["an ID token", ({ events: _, ...claims }) => provider.signed(claims)],
  ["with a nonce", (claims) => provider.signed({ ...claims, nonce: "n" })],
  ["old", (claims) => provider.signed({ ...claims, iat: provider.seconds() - 3600 })],
  ["of nobody", ({ sub: _, ...claims }) => provider.signed(claims)]
])("a logout token is refused: %s", async (_, token) => {
  const claims = provider.claims({ jti: "j2", events: LOGOUT })
  const answer = await logOut(await token(claims))
  expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
    400,
    "bad-logout-token"
  ])
})
