import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pairAnswer } from "../../../src/protocol/relay.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askPeople, makeCode } from "./ask.ts"

let relay: TestRelay
let ada = new Client("")
beforeAll(async () => {
  relay = await openRelay()
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

const batch = (names: string[], role = "agent", days = 3) => ada.post("/v1/admin/codes/batch", { role, names, days })
const codesOf = async (answer: Response): Promise<Record<string, string>[]> =>
  parse(await answer.text(), { bom: true, columns: true })
const pairBy = (code = "") => new Client(relay.url).post("/v1/pair", { code, device: "browser" })
const later = (hours: number) => (relay.time.now = new Date(relay.time.now.getTime() + hours * 3_600_000))

test("one code of many can be revoked", async () => {
  const [first, second] = await codesOf(await batch(["Rita", "Rob"], "lead"))
  const { codes } = await askPeople(ada)
  const id = codes.find(({ name }) => name === "Rita")?.id ?? ""
  expect((await ada.fetch(`/v1/admin/codes/${id}`, { method: "DELETE" })).status).toBe(204)
  expect(await refusalOf(pairBy(first?.code))).toMatchObject({ code: "code-revoked" })
  expect((await pairBy(second?.code)).status).toBe(200)
})

test("nobody gets a code if a name comes twice or has paired already; the same name in another role is free", async () => {
  expect(await refusalOf(batch(["Tom", "Kim", "Tom"]))).toMatchObject({ status: 400, code: "same-names" })
  await pairBy((await makeCode(ada, "Tom")).code)
  const refusal = await refusalOf(batch(["Kim", "Tom"]))
  expect(refusal).toMatchObject({ status: 409, code: "names-taken", message: expect.stringContaining("Tom") })
  expect((await askPeople(ada)).codes.map(({ name }) => name)).not.toContain("Kim")
  expect((await batch(["Tom"], "lead")).status).toBe(200)
})

test.each([
  ["no name", { role: "agent", names: [], days: 3 }, "bad-request"],
  ["an empty name", { role: "agent", names: [" "], days: 3 }, "bad-request"],
  ["more than 200", { role: "agent", names: Array.from({ length: 201 }, (_, n) => `N${n}`), days: 3 }, "too-large"],
  ["an admin", { role: "admin", names: ["Eve"], days: 3 }, "bad-request"],
  ["a month", { role: "agent", names: ["Eve"], days: 31 }, "bad-request"]
])("%s is refused", async (_, body, code) => {
  expect(await refusalOf(ada.post("/v1/admin/codes/batch", body))).toMatchObject({ code })
})

test("a name that a spreadsheet would take for a formula stays text", async () => {
  expect(await (await batch(['=HYPERLINK("x")'])).text()).toContain(`"'=HYPERLINK(""x"")"`)
})

// It is the last, because the admin's sign-in is over by then.
test("twenty people get a code each in one file, and each code pairs its person once", async () => {
  const names = Array.from({ length: 20 }, (_, n) => `Agent ${n}`)
  const answer = await batch(names)
  expect(answer.headers.get("content-disposition")).toContain("replywright-pairing-codes.csv")
  const codes = await codesOf(answer)
  expect(codes.map(({ name }) => name)).toEqual(names)
  expect(new Set(codes.map(({ code }) => code)).size).toBe(20)
  for (const { code, role } of codes)
    expect([code, role]).toEqual([expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/), "agent"])
  expect(await (await ada.fetch("/v1/admin/people")).text()).not.toContain(codes[0]?.code)
  later(70)
  const paired = pairAnswer.parse(await (await pairBy(codes[7]?.code)).json())
  expect(paired.person).toMatchObject({ name: "Agent 7", role: "agent" })
  expect(await refusalOf(pairBy(codes[7]?.code))).toMatchObject({ status: 403, code: "code-used" })
  later(3)
  expect(await refusalOf(pairBy(codes[8]?.code))).toMatchObject({ status: 403, code: "code-expired" })
  const noted = await relay.db.selectFrom("audit").select("ids").where("action", "=", "codes-made").execute()
  expect(noted.at(-1)?.ids).toHaveLength(21)
  expect(noted.at(-1)?.ids.at(-1)).toBe("3 days")
})
