import { randomBytes, randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { peopleAnswer } from "../../../src/protocol/admin.ts"
import type { ScimGroup } from "../../../src/protocol/scim.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { Provisioning, SIGN_IN } from "./provisioning.ts"

/** An organisation of 5,000, all of whom have signed in once. */
const MANY = 5000
let relay: TestRelay
let idp: Provisioning
const ids = Array.from({ length: MANY }, () => randomUUID())
beforeAll(async () => {
  relay = await openRelay({ environment: SIGN_IN })
  idp = await Provisioning.of(relay)
  const at = relay.time.now
  const users = ids.map((id, n) => ({
    id,
    user_name: `user-${n}`,
    external_id: null,
    active: true,
    attributes: "{}",
    created_at: at,
    changed_at: at
  }))
  const people = ids.map((id, n) => ({
    id: randomUUID(),
    name: `User ${n}`,
    role: "agent" as const,
    groups: [],
    vault_key: randomBytes(32),
    created_at: at,
    subject: `${SIGN_IN.OIDC_ISSUER} ${n}`,
    scim_user: id
  }))
  await relay.db.insertInto("scim_users").values(users).execute()
  await relay.db.insertInto("people").values(people).execute()
})
afterAll(() => relay?.close())

const rolesNow = async () =>
  (await relay.db.selectFrom("people").select("role").distinct().execute()).map(({ role }) => role)

test("a group of 5,000 is sent in one request, and its rename changes the role of all", {
  timeout: 60_000
}, async () => {
  const members = ids.map((value) => ({ value }))
  const { id, members: stored } = (await idp.done("POST", "/Groups", { displayName: "support", members })) as ScimGroup
  expect(stored.length).toBe(MANY)
  const operations = [{ op: "replace", path: "displayName", value: "support-leads" }]
  expect((await idp.ask("PATCH", `/Groups/${id}`, { Operations: operations })).status).toBe(200)
  expect(await rolesNow()).toEqual(["lead"])
  const noted = await relay.db
    .selectFrom("audit")
    .select("ids")
    .where("action", "=", "role-changed-by-directory")
    .execute()
  expect(new Set(noted.flatMap(({ ids }) => ids)).size).toBe(MANY + 1)
})

test("an admin's list of 5,000 people comes in one answer", { timeout: 60_000 }, async () => {
  const admin = await Client.paired(relay, "Ada", "admin")
  const { people } = peopleAnswer.parse(await (await admin.fetch("/v1/admin/people")).json())
  expect(people.filter(({ isManaged }) => isManaged)).toHaveLength(MANY)
})

test("of two people of one name who get the same role, one has the login behind it", async () => {
  const twins = await relay.db.selectFrom("people").select("id").where("role", "=", "lead").limit(2).execute()
  for (const [n, { id }] of twins.entries())
    await relay.db
      .updateTable("people")
      .set({ name: "Kim", role: n === 0 ? "agent" : "admin", login: `kim-${n}` })
      .where("id", "=", id)
      .execute()
  const [group] = (await idp.list<ScimGroup>("/Groups")).Resources
  await idp.patch(`/Groups/${group?.id}`, { op: "replace", path: "externalId", value: "again" })
  const now = await relay.db.selectFrom("people").select(["name", "role"]).where("name", "like", "Kim%").execute()
  expect(now.map(({ name, role }) => `${name}, ${role}`).toSorted()).toEqual(["Kim (kim-1), lead", "Kim, lead"])
})
