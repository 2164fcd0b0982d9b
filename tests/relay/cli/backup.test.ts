import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { randomUUID } from "node:crypto"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { createPairingCode } from "../../../src/relay/access/pairing.ts"
import { readBackup, writeBackup } from "../../../src/storage/backup/backup-file.ts"
import type { BackupPart } from "../../../src/storage/backup/parts.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { Client, draftRequest, outcome, SITE } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { pipelineOf, writing } from "../help/pipelines.ts"
import { seed } from "../help/seed.ts"
import { expectWholeDraft } from "../help/whole-draft.ts"
import { askSettings, putSettings } from "../admin/ask.ts"
import { runCommand } from "./run-command.ts"

const pipeline = pipelineOf(writing("Your lamp ", "is on ", "its way."))

/** A whole backup whose drafts have a state that no relay wrote. */
async function* withOtherRows(parts: AsyncIterable<BackupPart>): AsyncGenerator<BackupPart> {
  for await (const part of parts)
    if ("batch" in part && part.batch.table === "drafts")
      yield { batch: { ...part.batch, rows: part.batch.rows.replace(/"created_at":"[^"]*"/, '"created_at":"never"') } }
    else yield part
}

describe("a backup", () => {
  const { folder, remove } = temporaryFolder()
  const running = new Set<RunningRelay>()
  afterAll(async () => {
    for (const relay of running) await relay.close()
    remove()
  })
  const dataAt = (place: string) => ({ REPLYWRIGHT_DATA: join(folder, place) })
  const start = async (place: string) => {
    await seed(join(folder, place))
    const relay = await startRelay({ ...dataAt(place), RELAY_PORT: "0" }, { log: silentLog, pipeline })
    running.add(relay)
    return relay
  }
  const stop = async (relay: RunningRelay) => {
    running.delete(relay)
    await relay.close()
  }
  /** A draft on this ticket, and what became of it. */
  const work = async (by: Client, ticketId: string) => {
    const asked = draftRequest({ ticket: { ...draftRequest().ticket, ticketId } })
    await by.draft(asked)
    await by.post("/v1/outcomes", outcome({ ticketId, draftId: asked.draftId }))
  }
  const ticketsOf = async ({ db }: RunningRelay) => ({
    drafts: (await db.selectFrom("drafts").select("ticket_id").orderBy("ticket_id").execute()).map(
      (row) => row.ticket_id
    ),
    outcomes: (await db.selectFrom("outcomes").select("ticket_id").orderBy("ticket_id").execute()).map(
      (row) => row.ticket_id
    )
  })

  test("a backup while drafts are written has all that was acknowledged before it, and whole drafts only", async () => {
    const relay = await start("busy")
    const tom = await Client.paired(relay)
    const acknowledged = new Set<string>()
    let writing = true
    const enough = Promise.withResolvers<void>()
    const writers = [1, 2, 3].map(async () => {
      while (writing) {
        const asked = draftRequest()
        if ((await tom.draft(asked)).at(-1)?.type === "draft-end") acknowledged.add(asked.draftId)
        if (acknowledged.size === 5) enough.resolve()
      }
    })
    await enough.promise
    const before = [...acknowledged]
    const file = join(folder, "busy.backup")
    expect(await runCommand("backup", [file], dataAt("busy"))).toMatch(/busy is backed up in .*busy\.backup \(/)
    writing = false
    await Promise.all(writers)
    expect((await tom.fetch("/v1/me")).status).toBe(200)
    await stop(relay)

    // The backup has no key, so it says which one it needs.
    await expect(runCommand("restore", [file], dataAt("from-busy"))).rejects.toThrow(
      /^Texts in this backup are encrypted by the master key [0-9a-f]{16}, and in the file .*from-busy.master-key there is no key/
    )
    copyFileSync(join(folder, "busy", "master-key"), join(folder, "from-busy", "master-key"))
    const said = await runCommand("restore", [file], dataAt("from-busy"))
    expect(said).toMatch(/from-busy is restored from .*busy\.backup, as it was at 20.*Every table has as many rows/)
    const restored = await start("from-busy")
    const drafts = await restored.db.selectFrom("drafts").select(["id", "state"]).execute()
    expect(before.filter((id) => !drafts.some((draft) => draft.id === id))).toEqual([])
    const done = drafts.filter(({ state }) => state === "done")
    for (const { id } of done) await expectWholeDraft(restored.db, id)
    expect(done.length).toBeGreaterThanOrEqual(before.length)
  })

  test("tickets that were erased since, and sign-ins that were ended, don't come back; the audit goes on", async () => {
    let relay = await start("erased")
    const [tom, kim, ada] = await Promise.all([
      Client.paired(relay, "Tom"),
      Client.paired(relay, "Kim"),
      Client.paired(relay, "Ada", "admin")
    ])
    for (const ticketId of ["1", "2", "3"]) await work(tom, ticketId)
    const feedback = { document: "a", kind: "use" as const, version: 1, helpdesk: "sample", at: new Date() }
    const { id: person } = await relay.db
      .selectFrom("people")
      .select("id")
      .where("name", "=", "Tom")
      .executeTakeFirstOrThrow()
    for (const ticket_id of ["1", "2"])
      await relay.db
        .insertInto("source_feedback")
        .values({ ...feedback, id: randomUUID(), site: SITE, ticket_id, person })
        .execute()
    const { code } = await createPairingCode(
      relay.db,
      { role: "agent", name: "Mia", samePerson: false },
      null,
      new Date()
    )
    const file = join(folder, "erased.backup")
    await runCommand("backup", [file], dataAt("erased"))
    expect((await new Client(relay.url).post("/v1/pair", { code })).status).toBe(200)

    // The backup has the site as it is; from now on its hash is stored.
    const { version } = await askSettings(ada)
    expect((await putSettings(ada, { preparing: true, perDay: null, hashSites: true, version })).status).toBe(200)
    const erased = await tom.fetch(`/v1/tickets/sample/1?site=${SITE}`, { method: "DELETE" })
    expect(await erased.json()).toMatchObject({ drafts: 1, outcomes: 1 })
    expect((await kim.post("/v1/sign-out", {})).status).toBeLessThan(300)
    await work(tom, "4")
    await stop(relay)

    const said = await runCommand("restore", [file, "--replace"], dataAt("erased"))
    expect(said).toContain("erased since the backup were erased again: 1 drafts and 1 outcomes of them were in it.")
    relay = await start("erased")
    expect(await ticketsOf(relay)).toEqual({ drafts: ["2", "3"], outcomes: ["2", "3"] })
    const left = await relay.db.selectFrom("source_feedback").select("ticket_id").execute()
    expect(left).toEqual([{ ticket_id: "2" }])
    const again = (client: Client) => {
      const same = new Client(relay.url)
      same.token = client.token
      return same
    }
    expect((await again(tom).fetch("/v1/me")).status).toBe(200)
    expect((await again(kim).fetch("/v1/me")).status).toBe(401)
    expect(await (await new Client(relay.url).post("/v1/pair", { code })).json()).toMatchObject({
      error: { code: "code-used" }
    })
    const rows = await relay.db.selectFrom("audit").select("action").orderBy("id").execute()
    const actions = rows.map((row) => row.action).filter((action) => !["checkpoint", "refused"].includes(action))
    expect(actions.filter((action) => action === "ticket-erased")).toHaveLength(1)
    expect(actions.filter((action) => action === "paired")).toHaveLength(4)
    expect(actions.at(-1)).toBe("backup-restored")
    expect(await runCommand("audit", ["verify"], dataAt("erased"))).toContain("Every entry is as it was written.")
    // What an erased draft's browser still tells of it brings nothing back.
    expect(await relay.db.selectFrom("erased_drafts").select("id").execute()).toHaveLength(1)
    // A second restore over the first one knows of the erasure, too.
    await stop(relay)
    expect(await runCommand("restore", [file, "--replace"], dataAt("erased"))).toContain(
      "again: 1 drafts and 1 outcomes"
    )
  })

  test("over another team's data nothing is applied, and the command says what is unknown", async () => {
    const relay = await start("other")
    await Client.paired(relay, "Somebody")
    await stop(relay)
    appendFileSync(join(folder, "other", "master-key"), readFileSync(join(folder, "busy", "master-key")))
    const said = await runCommand("restore", [join(folder, "busy.backup"), "--replace"], dataAt("other"))
    expect(said).toMatch(/Nothing here tells which tickets were erased after 20.*Erase those again\./)
    expect(said).toContain("Sign-ins that were ended after that are valid again")
  })

  test("a cut or foreign file, and a running relay, leave the database as it is", async () => {
    const relay = await start("kept")
    const tom = await Client.paired(relay)
    await work(tom, "1")
    const file = join(folder, "kept.backup")
    await runCommand("backup", [file], dataAt("kept"))
    await expect(runCommand("restore", [file, "--replace"], dataAt("kept"))).rejects.toThrow(
      /^A relay runs on .*kept: stop it first\. Nothing was changed\.$/
    )
    await work(tom, "2")
    await stop(relay)
    await expect(runCommand("restore", [file], dataAt("kept"))).rejects.toThrow(
      /holds data already \(.*\)\. Nothing was changed\. With --replace, the backup takes their place\./
    )
    const changed = join(folder, "changed.backup")
    await writeBackup(changed, withOtherRows(readBackup(file)), new AbortController().signal)
    const cut = join(folder, "cut.backup")
    writeFileSync(cut, readFileSync(file).subarray(0, -50))
    for (const [bad, sentence] of [
      [cut, /is cut off/],
      [
        changed,
        /^.*changed\.backup holds rows that the database refuses, .* Nothing was changed: restore another backup\.$/
      ],
      [join(import.meta.dirname, "backup.test.ts"), /is no backup/]
    ] as const)
      await expect(runCommand("restore", [bad, "--replace"], dataAt("kept"))).rejects.toThrow(sentence)
    const again = await start("kept")
    expect(await ticketsOf(again)).toEqual({ drafts: ["1", "2"], outcomes: ["1", "2"] })
  })

  test("where there is no database, nothing is backed up, listed or paired, and none is made", async () => {
    const file = join(folder, "none.backup")
    const sentence = `There is no database in ${join(folder, "none")}: set REPLYWRIGHT_DATA or DATABASE_URL as for the relay`
    await expect(runCommand("backup", [file], dataAt("none"))).rejects.toThrow(sentence)
    mkdirSync(join(folder, "none"))
    await expect(runCommand("backup", [file], dataAt("none"))).rejects.toThrow(sentence)
    for (const [name = "", ...args] of [
      ["pair", "--name", "Mia"],
      ["knowledge", "report"],
      ["memories", "list"],
      ["lookups", "list"],
      ["playbooks", "remove", "returns"],
      ["voices", "list"],
      ["corrections", "off"]
    ])
      await expect(runCommand(name, args, dataAt("none")), name).rejects.toThrow(sentence)
    expect(readdirSync(join(folder, "none"))).toEqual([])
    expect(existsSync(file)).toBe(false)
  })
})

test("what is asked wrongly is answered by how it is asked", async () => {
  await expect(runCommand("backup", [], {})).rejects.toThrow(/^Say where the backup goes: npm run relay -- backup FILE/)
  await expect(runCommand("restore", ["--replace"], {})).rejects.toThrow(/^Say which backup to restore/)
  await expect(runCommand("restore", ["a", "--all"], {})).rejects.toThrow(/^Say which backup to restore/)
  await expect(runCommand("move-to", ["somewhere"], {})).rejects.toThrow(/^Say where the data go/)
  await expect(runCommand("move-to", [" "], {})).rejects.toThrow(/^Say where the data go/)
  await expect(runCommand("migrate", ["now"], {})).rejects.toThrow(/takes nothing/)
})
