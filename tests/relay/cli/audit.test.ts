import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createLog } from "../../../src/runtime/log.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { newKeyText } from "../../../src/storage/audit/audit-key.ts"
import { thisMachine, writeAuditEntry } from "../../../src/storage/audit-log.ts"
import { connectTo, startDatabases } from "../../storage/help/databases.ts"
import { Client, draftRequest } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { pipelineOf, writing } from "../help/pipelines.ts"
import { runCommand } from "./run-command.ts"

const { folder, remove } = temporaryFolder()
let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(async () => {
  await databases?.stop()
  remove()
})

/** A relay with a database and a data folder of its own, and what it logs. */
async function start(name: string, url?: string) {
  const environment = {
    DATABASE_URL: url ?? (await databases.createReady(name)),
    REPLYWRIGHT_DATA: join(folder, name),
    RELAY_PORT: "0",
    RELAY_WORKERS: "1"
  }
  mkdirSync(environment.REPLYWRIGHT_DATA, { recursive: true })
  const lines: string[] = []
  const log = createLog((line) => lines.push(line))
  const relay = await startRelay(environment, { log, pipeline: pipelineOf(writing("Hello")) })
  return { relay, environment, lines, file: (one: string) => join(folder, name, one) }
}

/** What people do: four pair, draft, read, are refused and export. */
async function work(relay: RunningRelay) {
  const source = { url: relay.url, pair: (role: "agent" | "lead" | "admin", who: string) => relay.pair(role, who) }
  const ada = await Client.paired(source, "Ada", "admin")
  const tom = await Client.paired(source, "Tom")
  const asked = draftRequest()
  await tom.draft(asked)
  for (let n = 0; n < 3; n++) await tom.fetch("/v1/audit")
  return { ada, draft: asked.draftId }
}

const CHECKED = "Every entry is as it was written."

test("the database and its exports verify; the log names security events and the checkpoint", async () => {
  const { relay, environment, lines, file } = await start("whole")
  const { ada, draft } = await work(relay)
  for (const format of ["csv", "jsonl"])
    writeFileSync(file(`audit.${format}`), await (await ada.fetch(`/v1/audit/export?format=${format}`)).text())
  await relay.close()
  expect(await runCommand("audit", ["verify"], environment)).toContain(CHECKED)
  const entries = await relayEntries(environment)
  expect(entries).toContain(`drafted ${draft}`)
  // Three requests of a kind within a minute are one entry.
  expect(entries.filter((entry) => entry === "refused GET /v1/audit not-allowed")).toHaveLength(1)

  const key = file("public.pem")
  writeFileSync(key, await runCommand("audit", ["key"], environment))
  const elsewhere = { REPLYWRIGHT_DATA: join(folder, "elsewhere") }
  for (const format of ["csv", "jsonl"]) {
    const said = await runCommand("audit", ["verify", file(`audit.${format}`), "--key", key], elsewhere)
    expect(said, format).toContain(CHECKED)
    expect(said, format).toMatch(/Signed up to entry \d+/)
  }
  await expect(runCommand("audit", ["verify", file("audit.csv")], elsewhere)).rejects.toThrow("There is no key")

  const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  const actions = logged.filter(({ event }) => event === "audit").map(({ action }) => action)
  expect(actions).toEqual(expect.arrayContaining(["code-made", "paired", "refused", "exported"]))
  expect(actions).not.toContain("drafted")
  expect(logged.find(({ action }) => action === "code-made")).toMatchObject({ machine: thisMachine() })
  const checkpoints = logged.filter(({ event }) => event === "audit-checkpoint")
  expect(checkpoints.length).toBeGreaterThan(1)
  writeFileSync(file("relay.log"), lines.join(""))
  expect(await runCommand("audit", ["verify", "--checkpoint", file("relay.log")], environment)).toContain(CHECKED)
})

async function relayEntries(environment: Record<string, string>): Promise<string[]> {
  const db = connectTo(environment["DATABASE_URL"] ?? "")
  const rows = await db.selectFrom("audit").select(["action", "ids"]).orderBy("id").execute()
  await db.destroy()
  return rows.map(({ action, ids }) => [action, ...ids].join(" "))
}

test("an export that is cut, edited, reordered or from another installation does not verify", {
  timeout: 120_000
}, async () => {
  const { relay, environment, file } = await start("bad")
  const { ada } = await work(relay)
  const csv = await (await ada.fetch("/v1/audit/export")).text()
  const jsonl = await (await ada.fetch("/v1/audit/export?format=jsonl")).text()
  const filtered = await (await ada.fetch("/v1/audit/export?format=jsonl&action=paired")).text()
  await relay.close()
  const verifies = async (text: string) => {
    writeFileSync(file("bad"), text)
    return runCommand("audit", ["verify", file("bad")], environment).then(
      () => "verified",
      (error: Error) => error.name
    )
  }
  expect([await verifies(csv), await verifies(jsonl)]).toEqual(["verified", "verified"])
  const lines = jsonl.trimEnd().split("\n")
  const bad: Record<string, string> = {
    filtered,
    empty: "",
    "not an export": "hello\n",
    "no end": lines.slice(0, -1).join("\n"),
    "twice the end": `${jsonl}${lines.at(-1)}\n`,
    "the end of a shorter one": [...lines.slice(0, 3), lines.at(-1)].join("\n"),
    "in the middle of a line": jsonl.slice(0, -40)
  }
  lines.slice(0, -1).forEach((line, at) => {
    bad[`line ${at} cut`] = lines.toSpliced(at, 1).join("\n")
    bad[`line ${at} edited`] = lines.with(at, line.replace(/"action":"[^"]*"/, '"action":"nothing"')).join("\n")
    if (at > 0)
      bad[`line ${at} moved`] = lines
        .toSpliced(at, 1)
        .toSpliced(at - 1, 0, line)
        .join("\n")
  })
  const rows = csv.trimEnd().split("\r\n")
  rows.slice(1, -1).forEach((row, at) => {
    bad[`row ${at + 1} cut`] = rows.toSpliced(at + 1, 1).join("\r\n")
    bad[`row ${at + 1} edited`] = rows
      .with(
        at + 1,
        row.replace(/T\d/, (hour) => (hour === "T0" ? "T1" : "T0"))
      )
      .join("\r\n")
  })
  const accepted: string[] = []
  for (const [name, text] of Object.entries(bad)) if ((await verifies(text)) === "verified") accepted.push(name)
  expect(accepted).toEqual([])

  const other = await start("other")
  const { ada: eve } = await work(other.relay)
  const foreign = await (await eve.fetch("/v1/audit/export?format=jsonl")).text()
  await other.relay.close()
  writeFileSync(file("bad"), foreign)
  await expect(runCommand("audit", ["verify", file("bad")], environment)).rejects.toThrow(/don't hold/)
})

test("a key that is missing, wrong or another's signs nothing; a rotated one goes on, a lost one is replaced", {
  timeout: 120_000
}, async () => {
  const first = await start("keys")
  await work(first.relay)
  await first.relay.close()
  const { environment, file } = first
  const again = () => start("keys", environment.DATABASE_URL)

  // Missing: no other one is made, and the log says so.
  renameSync(file("audit-key.pem"), file("away.pem"))
  const without = await again()
  await work(without.relay)
  await without.relay.close()
  expect(without.lines.join("")).toContain('"event":"audit-key-missing"')
  expect(() => readFileSync(file("audit-key.pem"))).toThrow("ENOENT")

  // Another one: nothing is signed by it.
  writeFileSync(file("audit-key.pem"), newKeyText())
  const other = await again()
  await work(other.relay)
  await other.relay.close()
  expect(other.lines.join("")).toContain('"event":"audit-key-differs"')
  await expect(runCommand("audit", ["verify"], environment)).rejects.toThrow("hold")

  // Wrong: the relay doesn't start.
  writeFileSync(file("audit-key.pem"), "no key")
  await expect(again()).rejects.toThrow("audit-key.pem holds no Ed25519 private key")

  // Back, and rotated: the former one is known through the new one.
  renameSync(file("away.pem"), file("audit-key.pem"))
  const before = file("before.pem")
  writeFileSync(before, await runCommand("audit", ["key"], environment))
  expect(await runCommand("audit", ["rotate-key"], environment)).toMatch(
    /The key [0-9a-f]{16} signs the audit from now on/
  )
  const rotated = await again()
  await work(rotated.relay)
  await rotated.relay.close()
  expect(await runCommand("audit", ["verify"], environment)).toContain(CHECKED)
  const elsewhere = { ...environment, REPLYWRIGHT_DATA: join(folder, "verifier") }
  mkdirSync(elsewhere.REPLYWRIGHT_DATA, { recursive: true })
  expect(await runCommand("audit", ["verify", "--key", before], elsewhere)).toContain(CHECKED)

  // Lost: the new one vouches for what it follows.
  rmSync(file("audit-key.pem"))
  expect(await runCommand("audit", ["new-key"], environment)).toContain("It vouches for the key before it")
  expect(await runCommand("audit", ["verify"], environment)).toContain(CHECKED)
  // Whoever trusts only the first key doesn't trust one that it has not signed.
  await expect(runCommand("audit", ["verify", "--key", before], elsewhere)).rejects.toThrow("hold")
})

test("a relay signs nothing after a break, says so in the log, and goes on once somebody has accepted it", async () => {
  const { relay, environment, lines, file } = await start("broken")
  await work(relay)
  const owner = connectTo(environment.DATABASE_URL)
  await relay.close()
  await sql`alter table audit disable trigger user`.execute(owner)
  await sql`delete from audit where id >= (select max(id) - 3 from audit)`.execute(owner)
  await sql`alter table audit enable trigger user`.execute(owner)
  await owner.destroy()
  await expect(runCommand("audit", ["verify"], environment)).rejects.toThrow("hold")
  expect(lines.join("")).not.toContain("audit-broken")
  const again = await start("broken", environment.DATABASE_URL)
  await writeAuditEntry(again.relay.db, null, "paired", [], new Date())
  await again.relay.close()
  expect(again.lines.join("")).toContain('"event":"audit-broken"')
  const anchor = readFileSync(file("audit-checkpoint.json"), "utf8")
  await runCommand("audit", ["accept"], environment)
  expect(readFileSync(file("audit-checkpoint.json"), "utf8")).not.toBe(anchor)
  const said = await runCommand("audit", ["verify"], environment)
  expect(said).toContain("Somebody went on after a break")
})
