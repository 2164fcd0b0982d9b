import { sql } from "kysely"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readLookup } from "../../../src/relay/lookups/format/read-lookup.ts"
import { saveLookup } from "../../../src/relay/lookups/stored-lookups.ts"
import { openViewDatabase, type ViewDatabase } from "../../../src/relay/lookups/view-database.ts"
import { createLog } from "../../../src/runtime/log.ts"
import type { Problem } from "../../../src/runtime/problem.ts"
import { startDatabases } from "../../storage/help/databases.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { lookupsAnswer, viewAnswer } from "../../../src/protocol/routes/lookups.ts"

/** The shop's own database, with a view for the relay and a role that may read that view alone. */
let shop: Awaited<ReturnType<typeof startDatabases>>
let own: pg.Client
/** The superuser's own connection. */
let chief: pg.Client
let reader: string
let relay: TestRelay
let tom = new Client("")
const lines: string[] = []
beforeAll(async () => {
  shop = await startDatabases()
  const url = await shop.create("shop")
  own = new pg.Client({ connectionString: url })
  await own.connect()
  await own.query(`
    create table orders (number text, sent date, total numeric(10, 2), email text, placed bigint);
    insert into orders values ('LL-48213', '2026-11-13', 98.90, 'maya@post.example', 7);
    insert into orders select 'LL-' || n, '2026-01-01', n, 'x@y.example', n from generate_series(1, 10000) as n;
    create view order_status as select number, sent, total, 'EUR' as currency, placed from orders;
    create view with_mail as select number, email as billing_email from orders;
    create function spoil() returns int language sql volatile as 'delete from orders returning 1';
  `)
  chief = new pg.Client({ ...shop.connectionTo("shop"), user: "postgres" })
  await chief.connect()
  await chief.query(`
    create sequence counter;
    create schema other;
    create role chief superuser;
    create role writer;
    grant insert on orders to writer;
    create role middle noinherit;
    grant writer to middle;
  `)
  await shop.admin.query("create role reader login password 'r3ader'")
  await own.query("grant select on order_status, with_mail to reader")
  reader = url.replace(/\/\/[^@]*@/, "//reader:r3ader@")
  relay = await openRelay({
    environment: {
      DATABASE_URL: await shop.createReady("relay"),
      REPLYWRIGHT_STORAGE: "",
      LOOKUP_DATABASE_URL: reader
    },
    log: createLog((line) => lines.push(line))
  })
  tom = await Client.paired(relay, "Tom")
})
afterAll(async () => {
  await relay?.close()
  await own?.end()
  await chief?.end()
  await shop?.stop()
})

const ORDER = (statement: string) => `lookup: order-status
title: Order system
view: ${JSON.stringify(statement)}
values: {order: {label: order number, pattern: 'LL-\\d{1,5}'}}
facts:
  sent: {label: Sent on, path: '$.rows[0].sent', type: date}
`
const BY_NUMBER = "select sent, total, currency from order_status where number = {order}"
const viewOf = (statement: string) => {
  const { view, mistakes } = readLookup(ORDER(statement))
  if (!view) throw new Error(JSON.stringify(mistakes))
  return view
}
/** Asks at the database itself, and returns the rows or the sentence. */
async function askedOf(views: ViewDatabase, statement: string, order: string) {
  try {
    return (await views.ask(viewOf(statement), { order })).map((row): unknown => JSON.parse(row))
  } catch (error) {
    const { code, message, cause } = error as Problem
    expect(cause).toBeUndefined()
    return `${code}: ${message}`
  }
}
async function asked(statement: string, { order = "LL-48213", url = reader, limitMs = 2000 } = {}) {
  const views = openViewDatabase(url, limitMs)
  try {
    return await askedOf(views, statement, order)
  } finally {
    await views.close()
  }
}
const count = async () => (await own.query<{ n: string }>("select count(*) as n from orders")).rows[0]?.n

test("an agent's browser is told of a view without its statement, and asks for the rows of one value", async () => {
  await saveLookup(relay.db, ORDER(BY_NUMBER), null, new Date())
  const told = lookupsAnswer.parse(await (await tom.fetch("/v1/lookups")).json())
  expect(told.views?.map(({ name }) => name)).toEqual(["order-status"])
  expect(JSON.stringify(told)).not.toMatch(/order_status|select/)
  const ask = (values: object) => tom.post("/v1/lookups/order-status/ask", { values })
  const { rows } = viewAnswer.parse(await (await ask({ order: "LL-48213" })).json())
  expect(rows.map((row): unknown => JSON.parse(row))).toEqual([{ sent: "2026-11-13", total: 98.9, currency: "EUR" }])
  expect(viewAnswer.parse(await (await ask({ order: "LL-0" })).json()).rows).toEqual([])
  expect(await refusalOf(ask({}))).toMatchObject({ status: 400, code: "bad-request" })
  expect(await refusalOf(ask({ order: "maya@post.example" }))).toMatchObject({ status: 422, code: "unmasked-data" })
  expect(await refusalOf(tom.post("/v1/lookups/nothing/ask", { values: {} }))).toMatchObject({ code: "no-lookup" })
})

test("a person asks views only so often a minute, and doesn't use up what others may ask", async () => {
  const eva = await Client.paired(relay, "Eva")
  const ask = (by: Client) => by.post("/v1/lookups/order-status/ask", { values: { order: "LL-0" } })
  for (let n = 0; n < 120; n += 20)
    await Promise.all(Array.from({ length: 20 }, () => ask(eva).then((one) => one.text())))
  expect(await refusalOf(ask(eva))).toMatchObject({ status: 429, code: "too-many-views" })
  expect((await ask(tom)).status).toBe(200)
})

test("nothing of what was asked and answered is in the relay's database or log", async () => {
  const tables = await relay.db.introspection.getTables()
  expect(tables.length).toBeGreaterThan(20)
  for (const { schema, name } of tables) {
    const { rows } = await sql`select * from ${sql.table(`${schema}.${name}`)}`.execute(relay.db)
    expect(JSON.stringify(rows), name).not.toMatch(/LL-48213|98\.9|maya@post/)
  }
  expect(lines.join("\n")).not.toMatch(/LL-48213|98\.9|maya@post/)
})

test("a value is a parameter: nothing in it is read as SQL", async () => {
  for (const order of ["x' or '1'='1", "x'; drop table orders; --", "$1", "{order}"])
    expect(await asked(BY_NUMBER, { order })).toEqual([])
  expect(await count()).toBe("10001")
})

test.each([
  [
    "a WITH that changes something",
    "with gone as (delete from orders where number = {order} returning 1) select * from gone",
    "view-writes: Order system was not asked: its statement would change something."
  ],
  [
    "a table that the role may not read",
    "select sent from orders where number = {order}",
    "view-forbidden: Order system was not asked: the role of LOOKUP_DATABASE_URL may not read it. Grant it SELECT on the view."
  ],
  [
    "a word that PostgreSQL doesn't know",
    "select sent form order_status where number = {order}",
    'view-wrong: Order system was not asked: PostgreSQL does not understand its statement (syntax error at or near "order_status").'
  ],
  [
    "10,000 rows",
    "select sent from order_status where number <> {order}",
    "view-many: Order system has more than 50 rows for this value, so none was read: its statement must ask for one case."
  ],
  [
    "a row of more than 256 kB",
    "select repeat('x', 300000) as note from order_status where number = {order}",
    "view-large: Order system gave more than 256 kB, so nothing was read: select fewer columns."
  ],
  [
    "a value of another kind",
    "select sent from order_status where placed = {order}",
    "view-value: Order system was not asked: the ticket's value is not of the kind that the view takes."
  ],
  [
    "a column that tells who somebody is",
    "select * from with_mail where number = {order}",
    'view-identity: Order system was not asked: its column "billing_email" tells who somebody is, and the relay reads no such thing.'
  ]
])("%s has a sentence of its own", async (_, statement, sentence) => expect(await asked(statement)).toBe(sentence))

test("a slow view is ended by the database", async () => {
  const begun = Date.now()
  expect(
    await asked("select pg_sleep(20)::text as sent from order_status where number = {order}", { limitMs: 300 })
  ).toBe("view-slow: Order system did not answer within 0.3 s: its view needs an index on what it is asked by.")
  expect(Date.now() - begun).toBeLessThan(3000)
  const { rows } = await shop.admin.query(
    "select 1 from pg_stat_activity where application_name = 'replywright-views' and state = 'active'"
  )
  expect(rows).toEqual([])
})

test("a role that may change anything is refused, and what a function would change isn't", async () => {
  expect(await asked(BY_NUMBER, { url: shop.urlOf("shop") })).toMatch(
    /^view-role: Order system was not asked: the role "replywright" of LOOKUP_DATABASE_URL .* Give it one that may read the view and nothing else\.$/
  )
  await own.query("grant select on orders to reader")
  expect(await asked("select spoil() as sent, {order}::text as number")).toMatch(/^view-(?:writes|forbidden): /)
  await own.query("alter function spoil() security definer")
  expect(await asked("select spoil() as sent, {order}::text as number")).toMatch(/^view-writes: /)
  expect(await count()).toBe("10001")
})

let roles = 0
/** Makes a role that may read the view, and returns an address with it. `{role}` of a statement is its name. */
async function roleWith(...statements: string[]) {
  const role = `reader_${++roles}`
  await chief.query(`create role ${role} login password 'r3ader'; grant select on order_status to ${role}`)
  for (const statement of statements) await chief.query(statement.replaceAll("{role}", role))
  return { role, address: shop.urlOf("shop").replace(/\/\/[^@]*@/, `//${role}:r3ader@`) }
}
test.each([
  ["is a superuser", "alter role {role} superuser", "may do anything (superuser)"],
  ["bypasses row security", "alter role {role} bypassrls", "bypasses row security"],
  ["creates roles", "alter role {role} createrole", "may create roles"],
  ["creates databases", "alter role {role} createdb", "may create databases"],
  ["replicates", "alter role {role} replication", "may replicate"],
  ["writes all data", "grant pg_write_all_data to {role}", 'belongs to the role "pg_write_all_data"'],
  ["reads all data", "grant pg_read_all_data to {role}", 'belongs to the role "pg_read_all_data"'],
  ["reads files", "grant pg_read_server_files to {role}", 'belongs to the role "pg_read_server_files"'],
  ["writes files", "grant pg_write_server_files to {role}", 'belongs to the role "pg_write_server_files"'],
  ["runs programs", "grant pg_execute_server_program to {role}", 'belongs to the role "pg_execute_server_program"'],
  ["ends other sessions", "grant pg_signal_backend to {role}", 'belongs to the role "pg_signal_backend"'],
  ["owns a table", "create table own_{role} (n int); alter table own_{role} owner to {role}", "owns"],
  ["owns a view", "create view v_{role} as select 1 as n; alter view v_{role} owner to {role}", "owns"],
  [
    "owns a function",
    "create function f_{role}() returns int language sql as 'select 1'; alter function f_{role}() owner to {role}",
    "owns"
  ],
  ["owns a schema", "create schema s_{role} authorization {role}", "owns"],
  ["deletes", "grant delete on orders to {role}", "may change the table"],
  ["updates one column", "grant update (sent) on orders to {role}", "may change the table"],
  ["sets triggers", "grant trigger on orders to {role}", "may change the table"],
  ["moves a sequence", "grant usage on sequence counter to {role}", "may change the sequence"],
  ["creates in a schema", "grant create on schema other to {role}", "may create objects in the schema"],
  ["creates schemas", "grant create on database shop to {role}", "may create schemas"],
  [
    "reads files by a function",
    "grant execute on function pg_read_file(text) to {role}",
    'may call the function "pg_read_file"'
  ],
  ["can become a superuser", "grant chief to {role}", "may do anything (superuser)"],
  ["can become who writes", "alter role {role} noinherit; grant middle to {role}", "may change the table"]
])("a role that %s is refused with the reason", async (_, statement, reason) => {
  const { role, address } = await roleWith(statement)
  const sentence = await asked(BY_NUMBER, { url: address })
  expect(sentence).toContain(`view-role: Order system was not asked: the role "${role}" of LOOKUP_DATABASE_URL`)
  expect(sentence).toContain(reason)
})

test("a role that may only read the view is asked, also where it belongs to another that may only read", async () => {
  const { address } = await roleWith()
  expect(await asked(BY_NUMBER, { url: address })).toHaveLength(1)
  const group = await roleWith("create role readers", "grant select on orders to readers", "grant readers to {role}")
  expect(await asked(BY_NUMBER, { url: group.address })).toHaveLength(1)
})

test("a role that hides behind another in the connection's options is refused", async () => {
  const { address } = await roleWith("alter role {role} createdb", "create role shown", "grant shown to {role}")
  await chief.query("grant select on order_status to shown")
  expect(await asked(BY_NUMBER, { url: `${address}&options=-c%20role%3Dshown` })).toContain("may create databases")
})

test("a role that is given more later is refused from then on", async () => {
  const { role, address } = await roleWith()
  const views = openViewDatabase(address)
  try {
    expect(await askedOf(views, BY_NUMBER, "LL-48213")).toHaveLength(1)
    await chief.query(`grant insert on orders to ${role}`)
    expect(await askedOf(views, BY_NUMBER, "LL-48213")).toContain("may change the table")
  } finally {
    await views.close()
  }
})

test("a database that isn't there, and none at all", async () => {
  expect(await asked(BY_NUMBER, { url: "postgresql://u:p@127.0.0.1:1/x" })).toBe(
    "view-away: Order system was not asked: the database of LOOKUP_DATABASE_URL does not answer (ECONNREFUSED)."
  )
  await expect(openViewDatabase(undefined).ask(viewOf(BY_NUMBER), { order: "1" })).rejects.toMatchObject({
    code: "view-no-database"
  })
})
