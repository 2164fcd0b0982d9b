import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { MAX_SCIM_PAGE, type ScimGroup, type ScimUser } from "../../../src/protocol/scim.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { Provisioning, SIGN_IN } from "./provisioning.ts"

/** The requests are those of the examples in RFC 7644 and in the documents of Microsoft Entra ID and Okta. */
let relay: TestRelay
let idp: Provisioning
beforeAll(async () => {
  relay = await openRelay({ environment: SIGN_IN })
  idp = await Provisioning.of(relay)
})
afterAll(() => relay?.close())

async function errorOf(answer: Promise<Response>) {
  const response = await answer
  expect(response.headers.get("content-type")).toContain("application/scim+json")
  return (await response.json()) as { status: string; scimType?: string; detail: string }
}

test("a user is created, read, replaced and deleted; what isn't stored is accepted", async () => {
  const body = {
    schemas: [
      "urn:ietf:params:scim:schemas:core:2.0:User",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    ],
    userName: "kim@example.test",
    externalId: "00u1",
    name: { givenName: "Kim", familyName: "Lee" },
    displayName: "Kim Lee",
    emails: [{ value: "kim@example.test", type: "work", primary: true }],
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "Support" },
    password: "never stored"
  }
  const created = await idp.ask("POST", "/Users", body)
  const user = (await created.json()) as ScimUser
  expect([created.status, created.headers.get("location"), created.headers.get("etag")]).toEqual([
    201,
    `${relay.url}/v1/scim/Users/${user.id}`,
    'W/"1"'
  ])
  expect(user).toMatchObject({
    userName: "kim@example.test",
    externalId: "00u1",
    displayName: "Kim Lee",
    emails: body.emails,
    active: true,
    groups: [],
    meta: { resourceType: "User", version: 'W/"1"' }
  })
  const [row] = await relay.db.selectFrom("scim_users").selectAll().where("id", "=", user.id).execute()
  expect(JSON.stringify(row)).not.toMatch(/never stored|Support/)
  const replaced = (await idp.done("PUT", `/Users/${user.id}`, { userName: "kim.lee@example.test" })) as ScimUser
  expect(replaced).toMatchObject({ id: user.id, userName: "kim.lee@example.test", active: true })
  expect(replaced).not.toHaveProperty("emails")
  expect((await idp.ask("DELETE", `/Users/${user.id}`)).status).toBe(204)
  expect(await errorOf(idp.ask("GET", `/Users/${user.id}`))).toMatchObject({ status: "404" })
})

test("a duplicate is refused as such, in any case of letters, also by a rename; another's rename goes through", async () => {
  const ann = await idp.addUser("ann@example.test")
  const ben = await idp.addUser("ben@example.test")
  expect(await errorOf(idp.ask("POST", "/Users", { userName: "ANN@example.test" }))).toMatchObject({
    status: "409",
    scimType: "uniqueness"
  })
  const rename = (to: string) => ({ Operations: [{ op: "replace", path: "userName", value: to }] })
  expect(await errorOf(idp.ask("PATCH", `/Users/${ben.id}`, rename("Ann@example.test")))).toMatchObject({
    status: "409"
  })
  expect(await idp.patch(`/Users/${ann.id}`, ...rename("anna@example.test").Operations)).toMatchObject({ id: ann.id })
  expect((await idp.addUser("ann@example.test")).id).not.toBe(ann.id)
  await idp.addGroup("Night")
  expect(await errorOf(idp.ask("POST", "/Groups", { displayName: "NIGHT" }))).toMatchObject({ scimType: "uniqueness" })
})

test.each<[string, object]>([
  ["Okta's, without a path", { op: "replace", value: { active: false } }],
  ["Entra's, with a text", { op: "Replace", path: "active", value: "False" }],
  ["Entra's, as a field", { op: "Replace", value: { active: "False" } }],
  [
    "with the name of the schema",
    { op: "replace", path: "urn:ietf:params:scim:schemas:core:2.0:User:active", value: false }
  ],
  ["in other letters", { op: "REPLACE", path: "Active", value: false }]
])("a PATCH deactivates: %s", async (_whose, operation) => {
  const user = await idp.addUser(`${randomUUID()}@example.test`)
  expect(await idp.patch(`/Users/${user.id}`, operation)).toMatchObject({ active: false, meta: { version: 'W/"2"' } })
  expect(await idp.done("GET", `/Users/${user.id}`)).toMatchObject({ active: false })
})

test("an attribute of an extension is no attribute of the user, whatever its name", async () => {
  const user = await idp.addUser(`${randomUUID()}@example.test`)
  const path = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:active"
  expect(await idp.patch(`/Users/${user.id}`, { op: "replace", path, value: false })).toMatchObject({ active: true })
})

test("Entra's way with a value of a list: the work address of somebody who has none, and then another", async () => {
  const user = await idp.addUser(`${randomUUID()}@example.test`)
  const path = 'emails[type eq "work"].value'
  for (const value of ["one@example.test", "two@example.test"])
    expect(await idp.patch(`/Users/${user.id}`, { op: "Add", path, value })).toMatchObject({
      emails: [{ type: "work", value }]
    })
  const changed = await idp.patch(`/Users/${user.id}`, { op: "Remove", path: 'emails[type eq "work"]' })
  expect((changed as ScimUser).emails).toEqual([])
})

test("members come and go in every way that providers write it", async () => {
  const users = await Promise.all([1, 2, 3].map((n) => idp.addUser(`member-${n}@example.test`)))
  const [one, two, three] = users.map(({ id }) => id)
  const group = await idp.addGroup("Crew", users.slice(0, 1), { externalId: "g-crew" })
  const members = async (...operations: object[]) =>
    ((await idp.patch(`/Groups/${group.id}`, ...operations)) as ScimGroup).members.map(({ value }) => value)
  expect(await members({ op: "Add", path: "members", value: [{ value: two }, { value: one }] })).toEqual([one, two])
  expect(await members({ op: "Remove", path: "members", value: [{ value: one }] })).toEqual([two])
  expect(await members({ op: "add", path: "members", value: { value: three } })).toEqual([two, three])
  expect(await members({ op: "remove", path: `members[value eq "${two}"]` })).toEqual([three])
  expect(await members({ op: "replace", path: "members", value: [{ value: one, display: "x" }] })).toEqual([one])
  expect(await members({ op: "replace", value: { id: group.id, displayName: "Crew 2" } })).toEqual([one])
  expect(await idp.done("GET", `/Users/${one}`)).toMatchObject({ groups: [{ value: group.id, display: "Crew 2" }] })
  const byMember = await idp.list<ScimGroup>("/Groups", { filter: `id eq "${group.id}" and members eq "${one}"` })
  expect(byMember.Resources.map(({ displayName }) => displayName)).toEqual(["Crew 2"])
  const bare = await idp.list<ScimGroup>("/Groups", {
    filter: 'displayName eq "crew 2"',
    excludedAttributes: "members"
  })
  expect(bare.Resources[0]).not.toHaveProperty("members")
  expect(await members({ op: "remove", path: "members" })).toEqual([])
  const unknown = { Operations: [{ op: "add", path: "members", value: [{ value: randomUUID() }] }] }
  expect(await errorOf(idp.ask("PATCH", `/Groups/${group.id}`, unknown))).toMatchObject({ scimType: "invalidValue" })
})

test("users are found by userName in any case, by externalId in its own, and by several comparisons", async () => {
  await idp.addUser("Zoe@example.test", { externalId: "Ext-1" })
  const names = async (filter: string) =>
    (await idp.list<ScimUser>("/Users", { filter })).Resources.map(({ userName }) => userName)
  expect(await names('userName eq "zoe@EXAMPLE.test"')).toEqual(["Zoe@example.test"])
  expect(await names('username Eq "zoe@example.test"')).toEqual(["Zoe@example.test"])
  expect(await names('externalId eq "Ext-1"')).toEqual(["Zoe@example.test"])
  expect(await names('externalId eq "ext-1"')).toEqual([])
  expect(await names('userName sw "zoe" and active eq true and externalId pr')).toEqual(["Zoe@example.test"])
  expect(await names('userName sw "zoe" and active eq false')).toEqual([])
})

test.each([
  "userName",
  "userName eq",
  "userName eq zoe",
  'userName eq "zoe',
  'userName eq "zoe" or active eq true',
  'userName eq "zoe" and',
  '(userName eq "zoe")',
  'password eq "x"',
  "active eq 1",
  'constructor eq "x"',
  "userName eq true",
  "' or 1=1 --"
])("a filter that isn't understood is refused: %s", async (filter) => {
  expect(await errorOf(idp.ask("GET", `/Users?${new URLSearchParams({ filter })}`))).toMatchObject({
    status: "400",
    scimType: "invalidFilter"
  })
})

test("SQL in a value is a value", async () => {
  const name = `x'; drop table scim_users; --`
  const user = await idp.addUser(name, { displayName: '\\" or 1=1' })
  const found = await idp.list<ScimUser>("/Users", { filter: `userName eq ${JSON.stringify(name)}` })
  expect(found.Resources.map(({ id }) => id)).toEqual([user.id])
  expect((await idp.list("/Users", { filter: `userName eq "' or '1'='1"` })).totalResults).toBe(0)
  expect(await errorOf(idp.ask("POST", "/Users", { userName: "a\u0000b" }))).toMatchObject({ status: "400" })
  expect(await errorOf(idp.ask("GET", `/Users/${encodeURIComponent("' or 1=1")}`))).toMatchObject({ status: "404" })
})

test("who asks for a page of 5,000 gets at most a page's worth and the number of all", async () => {
  const at = relay.time.now
  await relay.db
    .insertInto("scim_users")
    .values(
      Array.from({ length: 5000 }, (_, n) => ({
        id: randomUUID(),
        user_name: `many-${n}`,
        external_id: null,
        active: true,
        attributes: "{}",
        created_at: at,
        changed_at: at
      }))
    )
    .execute()
  const filter = 'userName sw "many-"'
  const first = await idp.list<ScimUser>("/Users", { filter, count: "5000" })
  expect([first.totalResults, first.startIndex, first.itemsPerPage]).toEqual([5000, 1, MAX_SCIM_PAGE])
  const ids = new Set<string>()
  for (let startIndex = 1; startIndex <= 5000; startIndex += MAX_SCIM_PAGE)
    for (const { id } of (await idp.list<ScimUser>("/Users", { filter, startIndex: String(startIndex) })).Resources)
      ids.add(id)
  expect(ids.size).toBe(5000)
  expect(await idp.list("/Users", { filter, startIndex: "-3", count: "-1" })).toMatchObject({
    totalResults: 5000,
    startIndex: 1,
    itemsPerPage: 0
  })
  expect(await idp.list("/Users", { filter, startIndex: "9000" })).toMatchObject({ itemsPerPage: 0 })
  await relay.db.deleteFrom("scim_users").where("user_name", "like", "many-%").execute()
})

test("who comes with the version of before is refused", async () => {
  const user = await idp.addUser(`${randomUUID()}@example.test`)
  const change = (version: string) =>
    idp.ask("PUT", `/Users/${user.id}`, { userName: user.userName, active: false }, { "if-match": version })
  expect((await change('W/"1"')).status).toBe(200)
  expect(await errorOf(change('W/"1"'))).toMatchObject({ status: "412" })
  expect((await change('W/"2"')).status).toBe(200)
})

test.each<[string, string, unknown]>([
  ["no operation", "/Users/ID", { Operations: [] }],
  ["an unknown operation", "/Users/ID", { Operations: [{ op: "move", path: "active", value: false }] }],
  ["a broken path", "/Users/ID", { Operations: [{ op: "replace", path: "emails[", value: false }] }],
  ["nothing to remove", "/Users/ID", { Operations: [{ op: "remove" }] }],
  ["a list as what is no list", "/Users/ID", { Operations: [{ op: "replace", path: "userName", value: ["a"] }] }],
  ["an empty name", "/Users/ID", { Operations: [{ op: "replace", path: "userName", value: " " }] }],
  ["neither true nor false", "/Users/ID", { Operations: [{ op: "replace", path: "active", value: "maybe" }] }],
  ["a part of what has none", "/Users/ID", { Operations: [{ op: "replace", path: "userName.x", value: "a" }] }]
])("a PATCH with %s changes nothing", async (_what, path, body) => {
  const user = await idp.addUser(`${randomUUID()}@example.test`)
  expect(await errorOf(idp.ask("PATCH", path.replace("ID", user.id), body))).toMatchObject({ status: "400" })
  expect(await idp.done("GET", `/Users/${user.id}`)).toEqual(user)
})

test("the provider reads what is supported", async () => {
  expect(await idp.done("GET", "/ServiceProviderConfig")).toMatchObject({
    patch: { supported: true },
    bulk: { supported: false },
    filter: { maxResults: MAX_SCIM_PAGE }
  })
  const kinds = await idp.list<{ id: string }>("/ResourceTypes")
  expect(kinds.Resources.map(({ id }) => id)).toEqual(["User", "Group"])
  const schemas = await idp.list<{ id: string; name: string }>("/Schemas")
  for (const { id, name } of schemas.Resources)
    expect(await idp.done("GET", `/Schemas/${id}`)).toMatchObject({ id, name })
  expect(await errorOf(idp.ask("GET", "/Schemas/none"))).toMatchObject({ status: "404" })
})

test("nobody is let in without the token of the provisioning, and that opens nothing else", async () => {
  const nobody = new Provisioning(new Client(relay.url))
  expect(await errorOf(nobody.ask("GET", "/Users"))).toMatchObject({ status: "401" })
  const admin = new Provisioning(await Client.paired(relay, "Ada", "admin"))
  expect(await errorOf(admin.ask("GET", "/Users"))).toMatchObject({ status: "401" })
  expect((await idp.client.fetch("/v1/admin/people")).status).toBe(401)
})
