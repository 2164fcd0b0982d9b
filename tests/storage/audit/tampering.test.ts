import { generateKeyPairSync } from "node:crypto"
import { readFileSync } from "node:fs"
import { sql, type Kysely, type Transaction } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { silentLog } from "../../../src/runtime/log.ts"
import { writeAuditEntry } from "../../../src/storage/audit-log.ts"
import { readAnchor } from "../../../src/storage/audit/anchor.ts"
import { pruneAudit } from "../../../src/storage/audit/prune-audit.ts"
import { readChain } from "../../../src/storage/audit/read-chain.ts"
import { sealAudit } from "../../../src/storage/audit/seal-audit.ts"
import { auditKeyOf, signedIds, type Statement } from "../../../src/storage/audit/signed-entries.ts"
import { verifyChain } from "../../../src/storage/audit/verify-chain.ts"
import type { Schema } from "../../../src/storage/schema.ts"
import { chanceOf, type Chance } from "../../masking/leak/random.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { connectTo, startDatabases } from "../help/databases.ts"

const key = auditKeyOf(generateKeyPairSync("ed25519").privateKey)
const forgersKey = auditKeyOf(generateKeyPairSync("ed25519").privateKey)
const { folder, remove } = temporaryFolder()
let databases: Awaited<ReturnType<typeof startDatabases>>
let owner: Kysely<Schema>
let relayRole: Kysely<Schema>
let anchor: Statement
beforeAll(async () => {
  databases = await startDatabases()
  const url = await databases.createReady("tampering")
  owner = connectTo(url)
  await fill()
  await databases.admin.query("create role rows_only login password 'rows'")
  await sql
    .raw(readFileSync("deploy/postgresql/grants.sql", "utf8").replaceAll("replywright_relay", "rows_only"))
    .execute(owner)
  relayRole = connectTo(url.replace(/\/\/[^@]*@/, "//rows_only:rows@"))
})
afterAll(async () => {
  await relayRole?.destroy()
  await owner?.destroy()
  await databases?.stop()
  remove()
})

const ACTIONS = ["paired", "exported", "ticket-erased", "settings-changed", "drafted"]

/** An audit with entries that retention has deleted, with checkpoints, and with some that are newer than the last one. */
async function fill() {
  const parts = { db: owner, data: folder, log: silentLog }
  for (let n = 0; n < 120; n++) {
    const now = new Date(Date.UTC(2026, 0, 1 + n))
    const person = n % 3 === 0 ? null : `00000000-0000-4000-8000-00000000000${n % 9}`
    await writeAuditEntry(
      owner,
      person,
      ACTIONS[n % 5] ?? "paired",
      [`ticket ${n}`, "Größe: 5,", ""].slice(0, n % 4),
      now
    )
    if (n % 20 === 19) await sealAudit(parts, key, { now })
    if (n === 70) await pruneAudit(owner, key, new Date(Date.UTC(2026, 0, 31)), now)
  }
  await writeAuditEntry(owner, null, "paired", ["not signed yet"], new Date(Date.UTC(2026, 6, 1)))
  const statement = await readAnchor(folder, key)
  if (!statement) throw new Error("There is no checkpoint in the folder.")
  anchor = statement
}

const verifyIn = (db: Kysely<Schema>) => verifyChain(readChain(db), { keys: [key.publicKey], anchors: [anchor] })

test("an audit that nobody touched holds, with what retention deleted and what is not signed yet", async () => {
  const report = await verifyIn(owner)
  expect(report.breaks).toEqual([])
  expect(report).toMatchObject({ late: 0, pruned: { through: 32 }, first: 33, checkpoint: { through: anchor.through } })
  expect(report.last).toBe(anchor.through + 2)
})

type Work = Transaction<Schema>

/** Gives all entries from this number on hashes that fit, as somebody would who knows how they are calculated. */
const chainAgain = (work: Work, from: number) =>
  sql`
    do $$
    declare
      entry record; n bigint; head bytea;
    begin
      select id, hash into n, head from audit where id < ${sql.lit(from)} order by id desc limit 1;
      if n is null then select ${sql.lit(from)} - 1, previous into n, head from audit order by id limit 1; end if;
      for entry in select ctid, * from audit where id >= ${sql.lit(from)} order by id loop
        n := n + 1;
        update audit set id = n, previous = head,
          hash = audit_entry_hash(n, entry.late, entry.at, entry.person, entry.machine, entry.action, entry.ids, head)
          where ctid = entry.ctid;
        head := audit_entry_hash(n, entry.late, entry.at, entry.person, entry.machine, entry.action, entry.ids, head);
      end loop;
    end $$`.execute(work)

const EDITS = [
  sql`at = at + interval '1 microsecond'`,
  sql`person = '00000000-0000-4000-8000-0000000000ff'`,
  sql`machine = 'root@elsewhere'`,
  sql`action = action || 'x'`,
  sql`ids = ids || '{more}'`,
  sql`ids = array[array_to_string(ids, '') || '!']`,
  sql`late = not late`,
  sql`previous = sha256(previous)`,
  sql`hash = sha256(hash)`
]

/** What an owner of the tables can do. Each gets the number of an entry that a checkpoint covers. */
const TAMPERINGS: Record<string, (work: Work, id: number, chance: Chance) => Promise<unknown>> = {
  "an entry edited": (work, id, chance) => sql`update audit set ${chance.pick(EDITS)} where id = ${id}`.execute(work),
  "an entry edited, with a hash that fits": (work, id) =>
    sql`update audit set ids = '{forged}', hash = audit_entry_hash(id, late, at, person, machine, action, '{forged}', previous)
      where id = ${id}`.execute(work),
  "an entry edited, and all after it chained again": async (work, id) => {
    await sql`update audit set ids = '{forged}' where id = ${id}`.execute(work)
    await chainAgain(work, id)
  },
  "an entry deleted": (work, id) => sql`delete from audit where id = ${id}`.execute(work),
  "an entry deleted, and all after it chained again": async (work, id) => {
    await sql`delete from audit where id = ${id}`.execute(work)
    await chainAgain(work, id)
  },
  "a piece cut out": (work, id, chance) =>
    sql`delete from audit where id between ${id} and ${id + 1 + chance.number(20)}`.execute(work),
  "the end cut off": (work, id) => sql`delete from audit where id >= ${id}`.execute(work),
  "the end cut off, and others written": async (work, id) => {
    await sql`delete from audit where id >= ${id}`.execute(work)
    await sql`alter table audit enable trigger audit_chain`.execute(work)
    for (let n = 0; n < 100; n++) await writeAuditEntry(work, null, "paired", [String(n)], new Date())
  },
  "the beginning cut off": (work, id) => sql`delete from audit where id <= ${id}`.execute(work),
  "two entries exchanged": async (work, id) => {
    await sql`update audit set id = case when id = ${id} then -1 else -2 end where id in (${id}, ${id} + 1)`.execute(
      work
    )
    await sql`update audit set id = case when id = -1 then ${id}::bigint + 1 else ${id}::bigint end where id < 0`.execute(
      work
    )
  },
  "an entry put in between, and all after it chained again": async (work, id) => {
    await sql`update audit set id = -id where id >= ${id}`.execute(work)
    await sql`update audit set id = 1 - id where id < 0`.execute(work)
    await sql`insert into audit (id, at, action, ids, previous, hash) values (${id}, now(), 'paired', '{}', '', '')`.execute(
      work
    )
    await chainAgain(work, id)
  },
  "checkpoints taken out, and all chained again": async (work, id) => {
    await sql`delete from audit where action = 'checkpoint' and id >= ${id - 10}`.execute(work)
    await sql`update audit set ids = '{forged}' where id = ${id} and action <> 'checkpoint'`.execute(work)
    await chainAgain(work, id - 20)
  },
  "a checkpoint signed by another key": async (work, id) => {
    await sql`delete from audit where id >= ${id}`.execute(work)
    await sql`alter table audit enable trigger audit_chain`.execute(work)
    const at = new Date()
    const statement = { through: id - 1, hash: anchor.hash, chain: anchor.chain }
    const text = at.toISOString().replace("Z", "000Z")
    await writeAuditEntry(work, null, "checkpoint", signedIds(forgersKey, "checkpoint", text, statement), at)
  },
  "everything deleted": (work) => sql`delete from audit`.execute(work)
}

/** Takes a random place that is covered by the newest checkpoint. */
const placeIn = (chance: Chance) => 35 + chance.number(anchor.through - 35)

class Undo extends Error {}

/** Runs the tampering and what follows in a transaction that leaves nothing. */
async function undone(db: Kysely<Schema>, run: (work: Work) => Promise<unknown>): Promise<void> {
  await db
    .transaction()
    .execute(async (work) => {
      await run(work)
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
}

test("1,000 of 1,000 changes by the owner of the tables are found", { timeout: 240_000 }, async () => {
  const chance = chanceOf(58)
  const missed: string[] = []
  let found = 0
  for (let n = 0; n < 1000; n++) {
    const names = Object.keys(TAMPERINGS)
    const name = names[n % names.length] ?? ""
    const id = placeIn(chance)
    await undone(owner, async (work) => {
      await sql`alter table audit disable trigger user`.execute(work)
      await TAMPERINGS[name]?.(work, id, chance)
      const { breakCount } = await verifyIn(work)
      if (breakCount > 0) found++
      else missed.push(`${name} at ${id}`)
    })
  }
  expect(missed).toEqual([])
  expect(found).toBe(1000)
})

/** What the relay's own role can try. */
const TRIES: Record<string, (work: Work, id: number, chance: Chance) => Promise<unknown>> = {
  ...TAMPERINGS,
  "what used to delete without a trace": async (work) => {
    await sql`set local replywright.audit_before = '2099-01-01'`.execute(work)
    await sql`delete from audit`.execute(work)
  },
  "the table emptied": (work) => sql`truncate audit`.execute(work),
  "the triggers taken away": (work) => sql`alter table audit disable trigger user`.execute(work),
  "the function replaced": (work) =>
    sql`create or replace function audit_append_only() returns trigger language plpgsql as 'begin return old; end'`.execute(
      work
    ),
  "entries deleted after a summary that nobody has signed": async (work, id) => {
    await writeAuditEntry(
      work,
      null,
      "entries-pruned",
      [String(id), "00", "00", "before", "1", key.id, "AAAA"],
      new Date()
    )
    await sql`delete from audit where id <= ${id}`.execute(work)
  },
  "entries deleted after a summary of before, which is repeated": async (work, id) => {
    const { rows } = await sql<{
      ids: string[]
      at: Date
    }>`select ids, at from audit where action = 'entries-pruned'`.execute(work)
    await writeAuditEntry(
      work,
      null,
      "entries-pruned",
      [String(id), ...(rows[0]?.ids.slice(1) ?? [])],
      rows[0]?.at ?? new Date()
    )
    await sql`delete from audit where id <= ${id}`.execute(work)
  }
}

test("1,000 of 1,000 changes in the relay's role are refused, do nothing, or are found", {
  timeout: 240_000
}, async () => {
  const chance = chanceOf(59)
  const before = await digestOf(owner)
  const missed: string[] = []
  const counts = { refused: 0, nothing: 0, found: 0 }
  for (let n = 0; n < 1000; n++) {
    const names = Object.keys(TRIES)
    const name = names[n % names.length] ?? ""
    const id = placeIn(chance)
    await undone(relayRole, async (work) => {
      try {
        await TRIES[name]?.(work, id, chance)
      } catch {
        counts.refused++
        return
      }
      if ((await digestOf(work)) === before) counts.nothing++
      else if ((await verifyIn(work)).breakCount > 0) counts.found++
      else missed.push(`${name} at ${id}`)
    })
  }
  expect(missed).toEqual([])
  expect(counts.refused + counts.nothing + counts.found).toBe(1000)
  expect(counts.found).toBeGreaterThan(50)
  expect(counts.nothing).toBeGreaterThan(20)
})

async function digestOf(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{
    digest: string
  }>`select md5(string_agg(a::text, '' order by id)) as digest from audit a`.execute(db)
  return rows[0]?.digest ?? ""
}
