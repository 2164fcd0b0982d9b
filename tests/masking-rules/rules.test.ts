import { afterAll, beforeAll, expect, test } from "vitest"
import { Client, refusalOf } from "../relay/help/client.ts"
import { openRelay, type TestRelay } from "../relay/help/relay.ts"
import { asked } from "../relay/admin/ask.ts"
import {
  rulesAnswer,
  rulesChanged,
  versionsAnswer,
  type RulesRequest
} from "../../src/protocol/routes/masking-rules.ts"

let relay: TestRelay
let [tom, lea, ada] = [new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
  lea = await Client.paired(relay, "Lea", "lead")
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

const read = (client: Client) => asked(rulesAnswer, client.fetch("/v1/masking-rules"))
const put = (client: Client, request: Partial<RulesRequest>) =>
  client.fetch("/v1/masking-rules", {
    method: "PUT",
    body: JSON.stringify({ mode: "strict", keep: [], names: [], version: 0, ...request }),
    headers: { "content-type": "application/json" }
  })
const save = (client: Client, request: Partial<RulesRequest>) => asked(rulesAnswer, put(client, request))
const add = (client: Client, word: string, kind = "keep") => client.post("/v1/masking-rules/words", { word, kind })
const audit = async () =>
  (await relay.db.selectFrom("audit").select(["action", "ids", "person"]).orderBy("id", "desc").limit(1).execute())[0]

test("at first nothing is said and strict holds; whoever isn't signed in reads nothing, and agents can't change it", async () => {
  expect(await read(tom)).toEqual({
    version: 0,
    mode: "strict",
    keep: [],
    names: [],
    agentsMayAdd: false,
    requesterKey: expect.any(String),
    words: [],
    proposed: [],
    by: null,
    at: null
  })
  expect(await refusalOf(new Client(relay.url).fetch("/v1/masking-rules"))).toMatchObject({ status: 401 })
  for (const refused of [
    put(tom, {}),
    tom.fetch("/v1/masking-rules/versions"),
    tom.post("/v1/masking-rules/undo", { version: 0, to: 0 })
  ])
    expect(await refusalOf(refused)).toMatchObject({ status: 403, code: "not-allowed" })
})

test("a lead saves, an admin after her; who was second is told and sent what stands; every version is kept with who and when", async () => {
  const first = await save(lea, {
    keep: [" Bella  Vita ", "bella vita", "+49 30 901820"],
    names: ["Zarathustra"],
    orderPattern: String.raw`\bBV-\d{5,8}\b`
  })
  expect(first).toMatchObject({
    version: 1,
    keep: ["Bella Vita", "+49 30 901820"],
    names: ["Zarathustra"],
    orderPattern: String.raw`\bBV-\d{5,8}\b`,
    by: "Lea",
    at: "2026-11-20T10:00:00.000Z"
  })
  expect(first.words).toContainEqual({ word: "Bella Vita", kind: "keep", from: "team", by: "Lea" })
  expect(await audit()).toMatchObject({ action: "masking-rules-changed", ids: ["version 1", "saved"] })
  const second = await put(ada, { version: 0, mode: "balanced" })
  expect(second.status).toBe(409)
  const { error, rules } = rulesChanged.parse(await second.json())
  expect(error).toMatchObject({ code: "changed", message: expect.stringMatching(/^Lea has changed the masking rules/) })
  expect(rules).toEqual(first)
  const both = await Promise.all([put(lea, { version: 1, keep: ["A1"] }), put(ada, { version: 1, keep: ["B2"] })])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const stands = await read(tom)
  expect(stands.version).toBe(2)
  // Nothing is changed, so no version is made.
  expect(await save(ada, { ...stands, version: 2 })).toMatchObject({ version: 2 })
  expect(await save(ada, { version: 2, mode: "balanced", keep: ["Bella Vita"] })).toMatchObject({
    version: 3,
    mode: "balanced",
    words: [{ word: "Bella Vita", from: "team", by: "Ada" }]
  })
})

test("the history tells what each version changed, and an earlier one is brought back as the newest", async () => {
  const { versions } = await asked(versionsAnswer, lea.fetch("/v1/masking-rules/versions"))
  expect(versions.map(({ version, by, why, mode }) => [version, by, why, mode])).toEqual([
    [3, "Ada", "saved", "balanced"],
    [2, expect.stringMatching(/Lea|Ada/), "saved", "strict"],
    [1, "Lea", "saved", "strict"]
  ])
  expect(versions[2]).toMatchObject({
    added: ["Bella Vita", "+49 30 901820", "Zarathustra"],
    addedCount: 3,
    goneCount: 0,
    orderPattern: String.raw`\bBV-\d{5,8}\b`
  })
  expect(versions[1]).toMatchObject({ goneCount: 3 })
  expect(await refusalOf(ada.post("/v1/masking-rules/undo", { version: 2, to: 1 }))).toMatchObject({
    status: 409,
    code: "changed"
  })
  expect(await refusalOf(ada.post("/v1/masking-rules/undo", { version: 3, to: 9 }))).toMatchObject({
    status: 404,
    code: "no-version",
    message: "There is no version 9 of the masking rules."
  })
  expect(await asked(rulesAnswer, ada.post("/v1/masking-rules/undo", { version: 3, to: 1 }))).toMatchObject({
    version: 4,
    mode: "strict",
    keep: ["Bella Vita", "+49 30 901820"],
    by: "Ada"
  })
  const again = await asked(versionsAnswer, lea.fetch("/v1/masking-rules/versions"))
  expect(again.versions[0]).toMatchObject({ version: 4, why: "undo", of: 1, added: ["+49 30 901820", "Zarathustra"] })
  expect(await audit()).toMatchObject({ ids: ["version 4", "undo"] })
})

test("agents add words only where the team lets them; each is a version, once; what stands in the other list, or has no room, is refused", async () => {
  expect(await refusalOf(add(tom, "Halo"))).toMatchObject({
    status: 403,
    code: "agents-may-not-add",
    message: expect.stringMatching(/Ask a lead or an admin/)
  })
  expect((await read(tom)).version).toBe(4)
  const rules = await read(ada)
  expect(await save(ada, { ...rules, agentsMayAdd: true })).toMatchObject({ version: 5, agentsMayAdd: true })
  const added = await asked(rulesAnswer, add(tom, " Halo "))
  expect(added.words).toContainEqual({ word: "Halo", kind: "keep", from: "agent", by: "Tom" })
  expect(added).toMatchObject({ version: 6, by: "Tom" })
  expect(await audit()).toMatchObject({ ids: ["version 6", "word"] })
  expect(await asked(rulesAnswer, add(tom, "HALO"))).toMatchObject({ version: 6 })
  expect(await refusalOf(add(tom, "halo", "name"))).toMatchObject({ status: 409, code: "in-other-list" })
  expect(await asked(rulesAnswer, add(tom, "Borowski", "name"))).toMatchObject({
    version: 7,
    names: ["Zarathustra", "Borowski"]
  })
  // When the switch is left out, it stays as it is.
  expect(await save(lea, { version: 7, keep: Array.from({ length: 500 }, (_, n) => `word ${n}`) })).toMatchObject({
    version: 8,
    agentsMayAdd: true
  })
  expect(await refusalOf(add(tom, "one more"))).toMatchObject({ status: 409, code: "list-full" })
  expect(await refusalOf(add(tom, "  x "))).toMatchObject({ status: 400, code: "bad-request" })
})

test("every answer to somebody signed in tells the version, also of another relay on this database, also a refusal", async () => {
  const told = async (client: Client, path: string, init = {}) =>
    (await client.fetch(path, init)).headers.get("x-masking-rules")
  expect(await told(tom, "/v1/me")).toBe("8")
  expect(await told(tom, "/v1/admin/people")).toBe("8")
  expect(await told(new Client(relay.url), "/v1/health")).toBeNull()
  const { url, relay: second } = await relay.again()
  const there = new Client(url)
  there.token = ada.token
  await save(there, { version: 8 })
  expect(await told(tom, "/v1/budget")).toBe("9")
  await second.close()
})

test.each([
  ["501 words", { keep: Array.from({ length: 501 }, (_, n) => `w${n}`) }, /^keep: more than 500/],
  ["a letter", { names: ["x"] }, /less than 2/],
  ["a long word", { keep: ["x".repeat(101)] }, /more than 100/],
  ["blanks", { keep: ["      "] }, /less than 2/],
  ["another mode", { mode: "off" as "strict" }, /^mode: not one of/],
  ["one word in both lists", { keep: ["Anna"], names: ["ANNA"] }, /stands in both lists/],
  ["half a pattern", { orderPattern: "(" }, /no regular expression/],
  ["a pattern of nothing", { orderPattern: String.raw`\d*` }, /finds nothing at all.*\\d\{4,10\}/],
  ["a pattern within a pattern", { orderPattern: String.raw`(\d+)+x` }, /repetition.*Write the group out/],
  ["a way back", { orderPattern: String.raw`(\d)\1` }, /refers back/],
  ["a pattern of words", { orderPattern: "[A-Z]{2,}" }, /names\. Ask for a digit/],
  ["a long pattern", { orderPattern: "1".repeat(201) }, /^orderPattern: more than 200/]
])("%s is refused in a sentence, and nothing is saved", async (what, request, sentence) => {
  expect(await refusalOf(put(ada, { version: 9, ...request }))).toMatchObject({
    status: what === "501 words" ? 413 : 400,
    message: expect.stringMatching(sentence)
  })
  expect((await read(ada)).version).toBe(9)
})
