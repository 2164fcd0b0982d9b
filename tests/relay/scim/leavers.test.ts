import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { newBrowserKey } from "../../../src/copilot/session/renewals.ts"
import { pairAnswer } from "../../../src/protocol/relay.ts"
import type { ScimUser } from "../../../src/protocol/scim.ts"
import { Client, draftRequest, eventsOf, refusalOf } from "../help/client.ts"
import { pipelineOf, waiting } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { CLIENT, signInAt, startOrganisation, type Account } from "../sign-in/organisation.ts"
import { Provisioning } from "./provisioning.ts"

/** A relay beside a provider of OpenID Connect whose provisioning sends users and groups. */
const REDIRECT = `https://${"ab".repeat(16)}.chromiumapp.org/`
const accounts: Record<string, Account> = {}
let organisation: Awaited<ReturnType<typeof startOrganisation>>
let relay: TestRelay
let idp: Provisioning
const draft = waiting()

beforeAll(async () => {
  organisation = await startOrganisation(accounts, [REDIRECT])
  relay = await openRelay({
    pipeline: pipelineOf(draft.run),
    environment: {
      OIDC_ISSUER: organisation.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_SCOPE: "openid profile email groups",
      OIDC_AGENTS: "support",
      OIDC_LEADS: "support-leads",
      OIDC_ADMINS: "g-admins",
      RELAY_PAIRING: "off"
    }
  })
  idp = await Provisioning.of(relay)
})
afterAll(async () => {
  await relay?.close()
  await organisation?.close()
})
afterEach(async () => {
  for (const table of ["scim_groups", "scim_users", "people"] as const) await relay.db.deleteFrom(table).execute()
})

/** Somebody with an account at the provider. */
function account(login: string, groups: string[] = ["support"]): void {
  accounts[login] = { name: login, email: `${login}@example.test`, groups }
}

async function finish(login: string): Promise<Response> {
  const client = new Client(relay.url)
  const begun = (await (await client.post("/v1/sign-in/begin", { redirect: REDIRECT })).json()) as { url: string }
  const callback = await signInAt(begun.url, login)
  return client.post("/v1/sign-in/finish", { callback, key: (await newBrowserKey()).publicKey })
}

async function signIn(login: string) {
  const client = new Client(relay.url)
  const answer = pairAnswer.parse(await (await finish(login)).json())
  client.token = answer.token
  return { client, person: answer.person }
}

const me = async (client: Client) => (await client.fetch("/v1/me")).status
const deactivate = (user: ScimUser) => idp.patch(`/Users/${user.id}`, { op: "Replace", path: "active", value: "False" })

test("who is deactivated is out at once, their running draft within the next beat, and can't sign in again", async () => {
  account("tom")
  const tom = await idp.addUser("tom", { externalId: "tom" })
  const { client } = await signIn("tom")
  const events = eventsOf(await client.post("/v1/drafts", draftRequest()))
  await draft.begun
  const began = performance.now()
  await deactivate(tom)
  expect(await me(client)).toBe(401)
  await expect(async () => {
    for await (const event of events) expect(event.type).not.toBe("draft-end")
  }).rejects.toThrow()
  await draft.stopped
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(await refusalOf(finish("tom"))).toMatchObject({ status: 403, code: "deactivated" })
  await idp.patch(`/Users/${tom.id}`, { op: "Replace", path: "active", value: true })
  expect(await me((await signIn("tom")).client)).toBe(200)
  const audit = await relay.db.selectFrom("audit").select("action").orderBy("id").execute()
  expect(audit.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["signed-out-by-directory", "directory-user-deactivated", "directory-user-activated"])
  )
})

test("who is deleted is out, and stays out while others are in the directory", async () => {
  account("tim")
  await idp.addUser("other")
  const tim = await idp.addUser("someone", { externalId: "tim" })
  const { client } = await signIn("tim")
  await idp.done("DELETE", `/Users/${tim.id}`)
  expect(await me(client)).toBe(401)
  expect(await refusalOf(finish("tim"))).toMatchObject({ status: 403, code: "not-in-directory" })
})

test("who signed in before there was a directory is connected to their user, and out with it", async () => {
  account("old")
  const { client, person } = await signIn("old")
  const user = await idp.addUser("old@example.test", { externalId: "old" })
  expect(await me(client)).toBe(200)
  await deactivate(user)
  expect(await me(client)).toBe(401)
  expect(person.groups).toEqual(["support"])
})

test("groups of the directory give role and groups at once, by name or by external id; no group is no role", async () => {
  account("lea", ["support-leads"])
  const lea = await idp.addUser("lea", { externalId: "lea" })
  expect((await signIn("lea")).person).toMatchObject({ role: "lead", groups: ["support-leads"] })
  const support = await idp.addGroup("support", [lea])
  const { client, person } = await signIn("lea")
  expect(person).toMatchObject({ role: "agent", groups: ["support"] })
  const now = async () => ((await (await client.fetch("/v1/me")).json()) as { person: object }).person
  await idp.addGroup("Admins of Replywright", [lea], { externalId: "g-admins" })
  expect(await now()).toMatchObject({
    id: person.id,
    role: "admin",
    groups: ["Admins of Replywright", "g-admins", "support"]
  })
  await idp.patch(`/Groups/${support.id}`, { op: "replace", path: "displayName", value: "support-leads" })
  expect(await now()).toMatchObject({ role: "admin" })
  const [admins] = (await idp.list<{ id: string }>("/Groups", { filter: 'externalId eq "g-admins"' })).Resources
  await idp.done("DELETE", `/Groups/${admins?.id}`)
  expect(await now()).toMatchObject({ role: "lead", groups: ["support-leads"] })
  await idp.patch(`/Groups/${support.id}`, { op: "remove", path: "members" })
  expect(await me(client)).toBe(401)
  expect(await refusalOf(finish("lea"))).toMatchObject({ status: 403, code: "no-role" })
})

test("a name that changes hands opens nothing: a user stays connected to whom they were first", async () => {
  account("eve")
  account("eve2")
  const eve = await idp.addUser("eve", { externalId: "eve" })
  const first = await signIn("eve")
  await idp.patch(`/Users/${eve.id}`, { op: "replace", value: { externalId: "eve2" } })
  expect(await refusalOf(finish("eve2"))).toMatchObject({ status: 403, code: "not-in-directory" })
  expect(await me(first.client)).toBe(200)
})

test("without a valid token there is no directory, but who was deactivated stays out", async () => {
  for (const login of ["ann", "ben"]) account(login)
  await signIn("ben")
  const ben = await idp.addUser("ben", { externalId: "ben" })
  await deactivate(ben)
  expect(await refusalOf(finish("ann"))).toMatchObject({ code: "not-in-directory" })
  await relay.db.updateTable("scim_tokens").set({ revoked_at: relay.time.now }).execute()
  expect((await idp.ask("GET", "/Users")).status).toBe(401)
  expect(await me((await signIn("ann")).client)).toBe(200)
  expect(await refusalOf(finish("ben"))).toMatchObject({ status: 403, code: "deactivated" })
})
