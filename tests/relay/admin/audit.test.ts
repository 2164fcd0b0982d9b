import { generateKeyPairSync } from "node:crypto"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { auditAnswer } from "../../../src/protocol/admin.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { writeAuditEntry } from "../../../src/storage/audit-log.ts"
import { pruneAudit } from "../../../src/storage/audit/prune-audit.ts"
import { auditKeyOf } from "../../../src/storage/audit/signed-entries.ts"
import { readChain } from "../../../src/storage/audit/read-chain.ts"
import { sealAudit } from "../../../src/storage/audit/seal-audit.ts"
import { verifyChain } from "../../../src/storage/audit/verify-chain.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { databaseAt } from "../../storage/at-step.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { asked } from "./ask.ts"

let relay: TestRelay
let [ada, ann, tom] = [new Client(""), new Client(""), new Client("")]
let adaId = ""
beforeAll(async () => {
  relay = await openRelay({ environment: { AUDIT_DAYS: "500" } })
  ada = await Client.paired(relay, "Ada", "admin")
  ann = await Client.paired(relay, "Ann", "lead")
  tom = await Client.paired(relay, "Tom")
  adaId = ((await (await ada.fetch("/v1/me")).json()) as { person: { id: string } }).person.id
})
afterAll(() => relay?.close())

const key = auditKeyOf(generateKeyPairSync("ed25519").privateKey)
const audit = (query = "") => asked(auditAnswer, ada.fetch(`/v1/audit?${query}`))
const note = (action: string, ids: string[], at: string) => writeAuditEntry(relay.db, adaId, action, ids, new Date(at))

test("an admin reads who did what, newest first, by page, kind and day; nobody else does", async () => {
  for (let n = 0; n < 120; n++)
    await note(
      n % 3 === 0 ? "exported" : "ticket-erased",
      [String(n)],
      `2026-11-${10 + (n % 10)}T${n === 9 ? "23:59:59.999" : "10:00:00"}Z`
    )
  const first = await audit()
  expect(first).toMatchObject({ days: 500, actions: ["code-made", "exported", "paired", "ticket-erased"] })
  expect(first.entries.map(({ ids }) => ids[0])).toEqual(Array.from({ length: 50 }, (_, at) => String(119 - at)))
  expect(first.entries[0]).toMatchObject({
    action: "ticket-erased",
    person: { name: "Ada", role: "admin" },
    at: "2026-11-19T10:00:00.000Z"
  })
  const second = await audit(`before=${first.next}`)
  const third = await audit(`before=${second.next}`)
  const ids = [first, second, third].flatMap(({ entries }) => entries.map(({ id }) => id))
  // 120 of this test, and a code made and a browser paired for each of the three people.
  expect([new Set(ids).size, third.next]).toEqual([126, null])
  const day = await audit("action=exported&from=2026-11-19&to=2026-11-19&limit=200")
  expect(day.entries.map((one) => one.ids[0])).toEqual(["99", "69", "39", "9"])
  expect((await audit("to=2026-11-09")).entries).toEqual([])
  for (const by of [ann, tom])
    expect(await refusalOf(by.fetch("/v1/audit"))).toMatchObject({ status: 403, code: "not-allowed" })
  expect((await new Client(relay.url).fetch("/v1/audit")).status).toBe(401)
})

test("all entries that fit are a file of CSV or JSON lines, by who may read them; the export is one too", async () => {
  const file = await ada.fetch("/v1/audit/export?action=exported&from=2026-11-19&to=2026-11-19")
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8")
  expect(file.headers.get("content-disposition")).toContain("replywright-audit-2026-11-19-to-2026-11-19.csv")
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head, ...rows] = new TextDecoder().decode(bytes).trim().split("\r\n")
  expect(head).toBe('"id","at","name","role","machine","action","ids","person","late","previous","hash"')
  expect(rows.slice(0, -1).map((row) => row.split(",").slice(1, 7).join())).toEqual(
    ["9", "39", "69", "99"].map((id) => {
      const at = id === "9" ? "2026-11-19T23:59:59.999000Z" : "2026-11-19T10:00:00.000000Z"
      return `"${at}","Ada","admin","","exported","[""${id}""]"`
    })
  )
  const lines = await ada.fetch("/v1/audit/export?action=exported&from=2026-11-19&to=2026-11-19&format=jsonl")
  expect(lines.headers.get("content-type")).toBe("application/jsonl; charset=utf-8")
  const entries = (await lines.text()).trim().split("\n")
  expect(entries.map((line) => (JSON.parse(line) as { ids: string[] }).ids[0]).slice(0, -1)).toEqual([
    "9",
    "39",
    "69",
    "99"
  ])
  expect(await (await ada.fetch("/v1/audit/export?to=2001-01-01")).text()).toContain("No entries")
  expect((await audit("action=exported&limit=1")).entries[0]).toMatchObject({ ids: ["audit", "csv"] })
  for (const by of [ann, tom])
    expect(await refusalOf(by.fetch("/v1/audit/export"))).toMatchObject({ status: 403, code: "not-allowed" })
})

test("more entries than are read at a time are all in the file, once each", async () => {
  for (let n = 0; n < 2100; n += 100)
    await relay.db
      .insertInto("audit")
      .values(
        Array.from({ length: 100 }, (_, at) => ({
          ...{ at: new Date("2025-12-01T10:00:00Z"), person: null, action: "import-asked", ids: [String(n + at)] }
        }))
      )
      .execute()
  const text = await (await ada.fetch("/v1/audit/export?action=import-asked&format=jsonl")).text()
  const ids = text
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { ids: string[] }).ids[0])
  expect(ids.slice(0, -1)).toEqual(Array.from({ length: 2100 }, (_, at) => String(at)))
})

test.each([
  "limit=0",
  "limit=201",
  "limit=1.5",
  "before=x",
  `before=${"9".repeat(19)}`,
  "from=0000-01-01",
  "to=2026-02-30",
  "action=A%20b",
  `action=${"a".repeat(61)}`
])("%s is refused in a sentence", async (query) => {
  expect(await refusalOf(ada.fetch(`/v1/audit?${query}`))).toMatchObject({
    status: 400,
    code: "bad-request",
    message: expect.stringMatching(/^\w+: .+\.$/)
  })
})

test("somebody who is known no more has no name", async () => {
  await relay.db
    .insertInto("audit")
    .values({ at: relay.time.now, person: "00000000-0000-4000-8000-000000000000", action: "exported", ids: [] })
    .execute()
  expect((await audit("limit=1")).entries[0]).toMatchObject({ person: null })
})

test("no entry can be changed or taken out, but by its days", async () => {
  const before = (await audit("limit=200")).entries
  await expect(relay.db.updateTable("audit").set({ action: "nothing" }).execute()).rejects.toThrow(
    "An entry of the audit is never changed."
  )
  await expect(relay.db.deleteFrom("audit").where("action", "=", "exported").execute()).rejects.toThrow(
    "An entry of the audit goes only when its days are over."
  )
  await expect(sql`truncate audit`.execute(relay.db)).rejects.toThrow("never changed")
  // What an earlier version's retention says deletes nothing by itself.
  await relay.db.transaction().execute(async (work) => {
    await sql`select set_config('replywright.audit_before', '2099-01-01T00:00:00Z', true)`.execute(work)
    await work.deleteFrom("audit").execute()
  })
  expect((await audit("limit=200")).entries).toEqual(before)
})

test("entries go after their own days from the first one on, and a signed summary says so", async () => {
  const { db, toNewest } = await databaseAt("0020-outcome-owners")
  await toNewest()
  const noteAt = (at: string) => writeAuditEntry(db, adaId, "exported", [at], new Date(at))
  for (const at of ["2025-06-01", "2025-06-02", "2025-08-01", "2025-06-03"]) await noteAt(at)
  await deleteOld(db, 1, new Date("2026-11-20T10:00:00Z"), { days: 500, key })
  const left = await db.selectFrom("audit").select(["id", "action", "ids"]).orderBy("id").execute()
  expect(left).toMatchObject([
    { id: "3", ids: ["2025-08-01"] },
    { id: "4", ids: ["2025-06-03"] },
    { id: "5", action: "entries-pruned" }
  ])
  expect(left[2]?.ids.slice(0, 5)).toMatchObject([
    "2",
    expect.any(String),
    expect.any(String),
    expect.stringContaining("before 2025-07-08"),
    "2 entries"
  ])
  // All of them may go.
  await pruneAudit(db, key, new Date("2027-01-01"), new Date("2026-11-21T10:00:00Z"))
  await noteAt("2026-11-22")
  const { folder, remove } = temporaryFolder()
  await sealAudit({ db, data: folder, log: silentLog }, key, { now: new Date("2026-11-22T10:00:00Z") })
  remove()
  expect(await verifyChain(readChain(db), { keys: [key.publicKey] })).toMatchObject({
    breaks: [],
    pruned: { through: 5 },
    first: 6
  })
})

test("what was noted before there was a chain stays, is chained once, and is marked", async () => {
  const { db, toNewest } = await databaseAt("0057-import-notices")
  await sql`insert into audit (at, person, action, ids) values ('2025-01-01', null, 'paired', '{}'), ('2026-11-01', ${adaId}, 'ticket-erased', '{zendesk,42}')`.execute(
    db
  )
  await sql`select setval(pg_get_serial_sequence('audit', 'id'), 40)`.execute(db)
  await sql`insert into audit (at, person, action, ids) values ('2026-11-02 10:00:00.123456Z', null, 'exported', '{"Größe, 5:",""}')`.execute(
    db
  )
  await toNewest()
  // A relay of the version before goes on.
  await sql`insert into audit (at, person, action, ids) values ('2026-11-03', null, 'paired', '{}')`.execute(db)
  expect(await db.selectFrom("audit").select(["id", "ids", "late"]).orderBy("id").execute()).toEqual([
    { id: "1", ids: [], late: true },
    { id: "2", ids: ["zendesk", "42"], late: true },
    { id: "3", ids: ["Größe, 5:", ""], late: true },
    { id: "4", ids: [], late: false }
  ])
  expect(await verifyChain(readChain(db), { keys: [key.publicKey] })).toMatchObject({
    entries: 4,
    late: 3,
    breaks: [{ code: "unsigned" }]
  })
  await expect(db.deleteFrom("audit").execute()).rejects.toThrow("audit")
})
