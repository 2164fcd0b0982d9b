import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { budgetAnswer, pairAnswer } from "../../../src/protocol/relay.ts"
import { signOutAnswer } from "../../../src/protocol/admin.ts"
import { openApi } from "../../../src/relay/server/openapi.ts"
import { Client, draftRequest, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { asked, askPeople, askSettings, makeCode, putSettings } from "./ask.ts"

let relay: TestRelay
let [tom, lea, ada] = [new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
  lea = await Client.paired(relay, "Lea", "lead")
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

const minutes = (count: number) => (relay.time.now = new Date(relay.time.now.getTime() + count * 60_000))
// So that one test's tries of codes do not count in the next.
beforeEach(() => minutes(2))
const pairBy = (code: string) => new Client(relay.url).post("/v1/pair", { code, device: "browser" })
const signOut = (admin: Client, id: string, body: object = {}) => admin.post(`/v1/admin/people/${id}/sign-out`, body)
const idOf = async (name: string, role = "agent") =>
  (await askPeople(ada)).people.find((one) => one.name === name && one.role === role)?.id ?? ""
const audit = async () =>
  (await relay.db.selectFrom("audit").select(["action", "ids", "person"]).orderBy("id", "desc").limit(1).execute())[0]

const routes = Object.entries((openApi() as { paths: Record<string, object> }).paths)
  .flatMap(([path, methods]) => Object.keys(methods).map((method) => [method.toUpperCase(), path] as const))
  .filter(([, path]) => path.startsWith("/v1/admin/"))

test("there are forty-seven routes for admins", () => expect(routes).toHaveLength(47))

test.each(routes)("%s %s: an agent's token and a lead's get 403, none gets 401", async (method, path) => {
  const body = {
    role: "admin",
    name: "Eve",
    samePerson: false,
    sure: true,
    version: 0,
    preparing: false,
    perDay: 1,
    groups: []
  }
  const init = {
    method,
    ...(method !== "GET" && method !== "DELETE"
      ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } }
      : {})
  }
  const at = path.replace("{id}", await idOf("Ada", "admin")).replace("{name}", "environment")
  for (const client of [tom, lea])
    expect(await refusalOf(client.fetch(at, init))).toMatchObject({ status: 403, code: "not-allowed" })
  expect(await refusalOf(new Client(relay.url).fetch(at, init))).toMatchObject({ status: 401, code: "not-paired" })
  expect((await askPeople(ada)).codes).toEqual([])
  expect((await askSettings(ada)).version).toBe(0)
})

test("a code is made, told once, listed without itself, and pairs who it says", async () => {
  const made = await makeCode(ada, " Nia ", "lead")
  expect(made).toMatchObject({
    name: "Nia",
    role: "lead",
    minutes: 10,
    known: false,
    code: expect.stringMatching(/^\w{4}-\w{4}$/)
  })
  expect(Date.parse(made.expires) - relay.time.now.getTime()).toBe(600_000)
  const listed = await ada.fetch("/v1/admin/people")
  expect(await listed.clone().text()).not.toContain(made.code)
  expect((await askPeople(ada)).codes).toEqual([{ id: made.id, name: "Nia", role: "lead", expires: made.expires }])
  expect(await audit()).toMatchObject({ action: "code-made", ids: [made.id, "new-person"] })
  expect(pairAnswer.parse(await (await pairBy(made.code)).json()).person).toMatchObject({ name: "Nia", role: "lead" })
  const { people, codes } = await askPeople(ada)
  expect(codes).toEqual([])
  expect(people.find(({ name }) => name === "Nia")).toMatchObject({
    role: "lead",
    browsers: [{ device: "browser", here: false, since: relay.time.now.toISOString() }]
  })
  expect(people.find(({ name }) => name === "Ada")?.browsers).toMatchObject([{ here: true }])
  expect((await makeCode(ada, "Nia", "lead", true)).known).toBe(true)
  expect((await makeCode(ada, "Nia", "agent")).known).toBe(false)
})

test("a code that was taken back pairs nobody and says so; two admins who take it back, or one used meanwhile, are told", async () => {
  const bea = await Client.paired(relay, "Bea", "admin")
  const made = await makeCode(ada, "Otto")
  const revoke = (admin: Client, id: string) => admin.fetch(`/v1/admin/codes/${id}`, { method: "DELETE" })
  const both = await Promise.all([revoke(ada, made.id), revoke(bea, made.id)])
  expect(both.map(({ status }) => status).sort()).toEqual([204, 404])
  expect(await refusalOf(pairBy(made.code))).toMatchObject({
    status: 403,
    code: "code-revoked",
    message: expect.stringMatching(/ask for a new one/)
  })
  const used = await makeCode(ada, "Otto")
  await pairBy(used.code)
  expect(await refusalOf(revoke(bea, used.id))).toMatchObject({
    status: 404,
    code: "no-code",
    message: expect.stringMatching(/used or revoked meanwhile/)
  })
  expect(await refusalOf(revoke(ada, "rubbish"))).toMatchObject({ code: "no-code" })
  const old = await makeCode(ada, "Otto", "agent", true)
  minutes(11)
  expect(await refusalOf(revoke(ada, old.id))).toMatchObject({ code: "no-code" })
  expect((await askPeople(ada)).codes).toEqual([])
})

test("signed out everywhere: all browsers of that person in that role, and codes that would let them in again; nobody else", async () => {
  const one = await Client.paired(relay, "Kim")
  const two = await Client.paired(relay, "Kim")
  const lead = await Client.paired(relay, "Kim", "lead")
  const waiting = await makeCode(ada, "Kim", "agent", true)
  const id = await idOf("Kim")
  expect(await asked(signOutAnswer, signOut(ada, id))).toEqual({ browsers: 2, codes: 1 })
  expect(await audit()).toMatchObject({ action: "signed-out-everywhere", ids: [id] })
  for (const client of [one, two])
    expect(await refusalOf(client.fetch("/v1/me"))).toMatchObject({ status: 401, code: "token-revoked" })
  expect(await refusalOf(pairBy(waiting.code))).toMatchObject({ code: "code-revoked" })
  expect((await lead.fetch("/v1/me")).status).toBe(200)
  expect((await tom.fetch("/v1/me")).status).toBe(200)
  expect((await askPeople(ada)).people.find((person) => person.id === id)).toMatchObject({ browsers: [] })
  expect(await asked(signOutAnswer, signOut(ada, id))).toEqual({ browsers: 0, codes: 0 })
  expect(await refusalOf(signOut(ada, randomUUID()))).toMatchObject({ status: 404, code: "no-person" })
  expect(await refusalOf(signOut(ada, "rubbish"))).toMatchObject({ status: 404, code: "no-person" })
})

test("who pairs while they are being signed out is signed out or was refused, twenty times", async () => {
  for (let round = 0; round < 20; round++) {
    minutes(2)
    await Client.paired(relay, "Uma")
    const id = await idOf("Uma")
    const { code } = await makeCode(ada, "Uma", "agent", true)
    const [paired] = await Promise.all([pairBy(code), signOut(ada, id)])
    const after = (await askPeople(ada)).people.find((person) => person.id === id)
    expect([200, 403]).toContain(paired.status)
    expect(after?.browsers).toEqual([])
  }
})

test("oneself only when one is sure; two admins who sign each other out are both out, and a code from the relay's machine lets one in", async () => {
  const [cleo, dora] = [await Client.paired(relay, "Cleo", "admin"), await Client.paired(relay, "Dora", "admin")]
  const [idCleo, idDora] = [await idOf("Cleo", "admin"), await idOf("Dora", "admin")]
  expect(await refusalOf(signOut(cleo, idCleo))).toMatchObject({ status: 409, code: "own-sign-in" })
  expect((await askPeople(cleo)).people.find(({ id }) => id === idCleo)?.browsers).toHaveLength(1)
  const said = await Promise.all([signOut(cleo, idDora), signOut(dora, idCleo)])
  for (const { status } of said) expect([200, 401]).toContain(status)
  const out = (await askPeople(ada)).people.filter(
    ({ id, browsers }) => [idCleo, idDora].includes(id) && browsers.length === 0
  )
  expect(out.length).toBeGreaterThan(0)
  const again = await Client.paired(relay, "Cleo", "admin")
  expect(await asked(signOutAnswer, signOut(again, idCleo, { sure: true }))).toMatchObject({
    browsers: expect.any(Number)
  })
  expect(await refusalOf(again.fetch("/v1/admin/people"))).toMatchObject({ status: 401 })
})

test("a role and groups change at once, not one's own role, and not to a name that somebody else has", async () => {
  const max = await Client.paired(relay, "Max")
  const [id, own] = [await idOf("Max"), await idOf("Ada", "admin")]
  const put = (who: string, body: object) =>
    ada.fetch(`/v1/admin/people/${who}`, {
      method: "PUT",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" }
    })
  const waiting = await makeCode(ada, "Max", "agent", true)
  expect((await put(id, { role: "lead", groups: ["returns", "returns", "night"] })).status).toBe(204)
  expect(await audit()).toMatchObject({ action: "person-changed", ids: [id, "lead"] })
  const me = (await (await max.fetch("/v1/me")).json()) as { person: object }
  expect(me.person).toMatchObject({ role: "lead", groups: ["returns", "night"] })
  expect((await max.fetch("/v1/review/queue")).status).toBe(200)
  expect(await refusalOf(pairBy(waiting.code))).toMatchObject({ code: "code-revoked" })
  await Client.paired(relay, "Max")
  expect(await refusalOf(put(id, { role: "agent", groups: [] }))).toMatchObject({ status: 409, code: "name-taken" })
  expect(await refusalOf(put(own, { role: "agent", groups: [] }))).toMatchObject({ status: 409, code: "own-role" })
  expect(await refusalOf(put(randomUUID(), { role: "agent", groups: [] }))).toMatchObject({ code: "no-person" })
  expect(await refusalOf(put(id, { role: "agent", groups: [""] }))).toMatchObject({ status: 400 })
  await relay.db.updateTable("people").set({ subject: "https://login.example max" }).where("id", "=", id).execute()
  expect(await refusalOf(put(id, { role: "agent", groups: [] }))).toMatchObject({ code: "managed-person" })
})

test("one browser is signed out, with its last use listed; not the admin's own", async () => {
  const [one, two] = [await Client.paired(relay, "Ivy"), await Client.paired(relay, "Ivy")]
  await one.fetch("/v1/me")
  const ivy = async () => (await askPeople(ada)).people.find(({ name }) => name === "Ivy")
  expect((await ivy())?.lastUse).toBe(relay.time.now.toISOString())
  const remove = (id = "") => ada.fetch(`/v1/admin/browsers/${id}`, { method: "DELETE" })
  const ids = (await ivy())?.browsers.map((browser) => browser.id) ?? []
  expect((await remove(ids[0])).status).toBe(204)
  expect(await audit()).toMatchObject({ action: "browser-signed-out", ids: [ids[0]] })
  const states = await Promise.all([one, two].map(async (client) => (await client.fetch("/v1/me")).status))
  expect(states.toSorted()).toEqual([200, 401])
  expect((await ivy())?.browsers.map((browser) => browser.id)).toEqual([ids[1]])
  expect(await refusalOf(remove(ids[0]))).toMatchObject({ status: 404, code: "no-browser" })
  const own = (await askPeople(ada)).people.flatMap(({ browsers }) => browsers).find(({ here }) => here)
  expect(await refusalOf(remove(own?.id))).toMatchObject({ status: 409, code: "own-sign-in" })
})

test("a person is deleted with all that is theirs, and nobody else's; not oneself", async () => {
  const [gus, eli] = [await Client.paired(relay, "Gus"), await Client.paired(relay, "Eli")]
  for (const client of [gus, eli]) await client.draft(draftRequest())
  const [id, idOfEli] = [await idOf("Gus"), await idOf("Eli")]
  const remove = (who: string) => ada.fetch(`/v1/admin/people/${who}`, { method: "DELETE" })
  const waiting = await makeCode(ada, "Gus", "agent", true)
  expect((await remove(id)).status).toBe(204)
  expect(await audit()).toMatchObject({ action: "person-deleted", ids: [id] })
  expect(await refusalOf(gus.fetch("/v1/me"))).toMatchObject({ status: 401, code: "not-paired" })
  expect(await refusalOf(pairBy(waiting.code))).toMatchObject({ code: "code-revoked" })
  const drafts = await relay.db.selectFrom("drafts").select("person").where("person", "in", [id, idOfEli]).execute()
  expect(drafts).toEqual([{ person: idOfEli }])
  expect(await refusalOf(remove(id))).toMatchObject({ status: 404, code: "no-person" })
  expect(await refusalOf(remove(await idOf("Ada", "admin")))).toMatchObject({ status: 409, code: "own-person" })
})

test("prepared drafts are set by day and switched off for everybody; who was second is told, and nothing is overwritten", async () => {
  const bea = await Client.paired(relay, "Bea", "admin")
  const budget = async () => (await asked(budgetAnswer, tom.fetch("/v1/budget"))).prepared
  const prepared = () => tom.post("/v1/drafts", { ...draftRequest(), prepared: true })
  expect(await askSettings(ada)).toEqual({
    preparing: true,
    perDay: null,
    erasing: "drafters",
    hashSites: false,
    earlier: true,
    attachments: true,
    agentNames: false,
    version: 0,
    by: null,
    at: null,
    usualPerDay: 200,
    cost: null,
    currency: "USD",
    retentionDays: 90
  })
  expect((await budget()).limit).toBe(200)
  const both = await Promise.all([
    putSettings(ada, { preparing: true, perDay: 1, version: 0 }),
    putSettings(bea, { preparing: true, perDay: 1, version: 0 })
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await refusalOf(putSettings(bea, { preparing: false, perDay: 7, version: 0 }))).toMatchObject({
    code: "settings-changed",
    message: expect.stringMatching(/^(Ada|Bea) has changed/)
  })
  expect(await askSettings(bea)).toMatchObject({ preparing: true, perDay: 1, version: 1 })
  expect((await budget()).limit).toBe(1)
  expect((await prepared()).status).toBe(200)
  expect(await refusalOf(prepared())).toMatchObject({
    status: 429,
    code: "budget-prepared",
    message: expect.stringMatching(/^Today's 1 /)
  })

  expect((await putSettings(ada, { preparing: false, perDay: null, version: 1 })).status).toBe(200)
  expect(await audit()).toMatchObject({
    action: "settings-changed",
    ids: [
      "preparing off",
      "per-day usual",
      "erasing drafters",
      "hash-sites off",
      "earlier-tickets on",
      "attachments on",
      "agent-names off"
    ]
  })
  expect((await budget()).limit).toBe(0)
  expect(await refusalOf(prepared())).toMatchObject({
    status: 429,
    code: "budget-prepared",
    message: expect.stringMatching(/switched off for this team/)
  })
  expect((await tom.post("/v1/drafts", draftRequest())).status).toBe(200)
  // Another relay on the same database goes by the same settings.
  const { url, relay: second } = await relay.again()
  const there = new Client(url)
  there.token = tom.token
  expect(await asked(budgetAnswer, there.fetch("/v1/budget"))).toMatchObject({ prepared: { limit: 0 } })
  await second.close()
})

test.each([
  ["earlier", "x-earlier-tickets"],
  ["attachments", "x-attachments"]
])("reading %s is switched off for everybody, and each answer tells it", async (name, header) => {
  const told = async () => (await tom.fetch("/v1/me")).headers.get(header)
  expect(await told()).toBe("on")
  const { version, preparing, perDay } = await askSettings(ada)
  const change = (isOn: boolean, at: number) => putSettings(ada, { preparing, perDay, [name]: isOn, version: at })
  expect((await change(false, version)).status).toBe(200)
  expect(await askSettings(ada)).toMatchObject({ [name]: false })
  expect(await told()).toBe("off")
  // Who doesn't know the switch leaves it as it stands.
  expect((await putSettings(ada, { preparing, perDay, version: version + 1 })).status).toBe(200)
  expect(await told()).toBe("off")
  expect((await change(true, version + 2)).status).toBe(200)
  expect(await told()).toBe("on")
})

test.each([
  ["no name", "POST", "/v1/admin/codes", { role: "agent", name: "  ", samePerson: false }, /^name: less than/],
  ["an unknown role", "POST", "/v1/admin/codes", { role: "boss", name: "X", samePerson: false }, /^role: not one of/],
  [
    "a long name",
    "POST",
    "/v1/admin/codes",
    { role: "agent", name: "x".repeat(201), samePerson: false },
    /^name: more than/
  ],
  ["half a draft a day", "PUT", "/v1/admin/settings", { preparing: true, perDay: 2.5, version: 2 }, /^perDay: /],
  ["none a day", "PUT", "/v1/admin/settings", { preparing: true, perDay: 0, version: 2 }, /^perDay: less than/],
  ["a day that is none", "GET", "/v1/admin/usage?from=yesterday", undefined, /^from: not a date/]
])("%s is refused in a sentence", async (_, method, path, body, sentence) => {
  const init = { method, ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }) }
  expect(await refusalOf(ada.fetch(path, init))).toMatchObject({
    status: 400,
    code: "bad-request",
    message: expect.stringMatching(sentence)
  })
})
