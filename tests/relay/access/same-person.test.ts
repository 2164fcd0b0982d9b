import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { pairAnswer } from "../../../src/protocol/relay.ts"
import { createPairingCode } from "../../../src/relay/access/pairing.ts"
import { makeCode } from "../admin/ask.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let ada: Client
beforeAll(async () => {
  relay = await openRelay()
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())
beforeEach(() => (relay.time.now = new Date(relay.time.now.getTime() + 120_000)))

const pairBy = (code: string) => new Client(relay.url).post("/v1/pair", { code })
const answerOf = async (code: string) => pairAnswer.parse(await (await pairBy(code)).json())
const ask = (name: string, samePerson: boolean, role = "agent") =>
  ada.post("/v1/admin/codes", { name, role, samePerson })
const audited = async (action: string) =>
  (
    await relay.db
      .selectFrom("audit")
      .select("ids")
      .where("action", "=", action)
      .orderBy("id", "desc")
      .limit(1)
      .execute()
  )[0]?.ids

test("a code for a name that somebody has is made only where it is said to be the same person's", async () => {
  const first = await makeCode(ada, "Mia", "agent")
  const mia = await answerOf(first.code)
  expect(await audited("code-made")).toEqual([first.id, "new-person"])
  expect(await audited("paired")).toEqual([first.id, "new-person"])
  expect(await refusalOf(ask("Mia", false))).toMatchObject({
    status: 409,
    code: "name-taken",
    message: expect.stringMatching(/same person.*another name/i)
  })
  expect(await refusalOf(ask(" Mia ", false))).toMatchObject({ code: "name-taken" })
  const further = await makeCode(ada, "Mia", "agent", true)
  expect(further.known).toBe(true)
  expect(await answerOf(further.code)).toMatchObject({ key: mia.key, person: mia.person })
  expect(await audited("paired")).toEqual([further.id, "same-person"])
  expect((await makeCode(ada, "Mia", "lead")).known).toBe(false)
})

test("a further browser of somebody whom nobody knows is no code", async () => {
  expect(await refusalOf(ask("Nobody", true))).toMatchObject({
    status: 404,
    code: "no-person",
    message: expect.stringMatching(/Nobody/)
  })
})

test("of two codes for one new name the second one is nobody's: it doesn't become the first person", async () => {
  const [one, two] = [await makeCode(ada, "Kim"), await makeCode(ada, "Kim")]
  const kim = await answerOf(one.code)
  expect(await refusalOf(pairBy(two.code))).toMatchObject({
    status: 409,
    code: "name-taken",
    message: expect.stringMatching(/new code/)
  })
  const [three, four] = [await makeCode(ada, "Lou"), await makeCode(ada, "Lou")]
  const both = await Promise.all([pairBy(three.code), pairBy(four.code)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const tokens = await relay.db.selectFrom("tokens").where("person", "=", kim.person.id).select("hash").execute()
  expect(tokens).toHaveLength(1)
})

test("the command line is asked the same", async () => {
  await Client.paired(relay, "Zoe")
  const invite = (samePerson: boolean) =>
    createPairingCode(relay.db, { role: "agent", name: "Zoe", samePerson }, null, relay.time.now)
  await expect(invite(false)).rejects.toMatchObject({ code: "name-taken" })
  expect((await answerOf((await invite(true)).code)).person.name).toBe("Zoe")
})
