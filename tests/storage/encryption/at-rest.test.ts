import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { sql, type Kysely } from "kysely"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { requesterHash } from "../../../src/text/bytes/keyed-hash.ts"
import { rulesAnswer } from "../../../src/protocol/routes/masking-rules.ts"
import { startRelay } from "../../../src/relay/server/start.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { encryptRows } from "../../../src/storage/encryption/encrypt-rows.ts"
import { cipherOf, setCipher, TextCipher } from "../../../src/storage/encryption/text-cipher.ts"
import { readBackup } from "../../../src/storage/backup/backup-file.ts"
import type { Schema } from "../../../src/storage/schema.ts"
import { runCommand } from "../../relay/cli/run-command.ts"
import { Client, draftRequest, outcome, SITE } from "../../relay/help/client.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { seed } from "../../relay/help/seed.ts"
import { pipelineOf, writing } from "../../relay/help/pipelines.ts"
import { openRelay } from "../../relay/help/relay.ts"
import { readStoredDraft } from "../../relay/help/stored-draft.ts"
import { askCase, askQueue, save } from "../../relay/review/ask.ts"

const running = new AbortController().signal
const { folder, remove } = temporaryFolder()
afterAll(remove)
const pipeline = pipelineOf(writing("The draft says zypressenhain."))

/** Words that are nowhere else, one for each text that is stored of a ticket. */
const WORDS = ["quittenmus", "lampionfest", "zypressenhain", "feldahorn", "sanddornbusch", "notizzettel"]

/** A draft, its outcome, a review, and an outcome that came after the review. */
async function work(tom: Client, ann: Client, own = {}): Promise<{ draftId: string; caseId: string }> {
  const ticketId = "1"
  const { ticket } = draftRequest()
  const messages = ticket.messages.map((message) => ({ ...message, text: "Is the lampionfest still on?" }))
  const asked = draftRequest({ ticket: { ...ticket, ticketId, subject: "About quittenmus", messages }, ...own })
  await tom.draft(asked)
  const sent = { draft: "The draft says zypressenhain.", sent: "The letter says feldahorn." }
  const told = outcome({ ticketId, draftId: asked.draftId, ...sent })
  await tom.post("/v1/outcomes", told)
  await save(ann, told.outcomeId, { note: "See notizzettel.", done: true })
  await tom.post("/v1/outcomes", { ...told, revision: 2, sent: "The letter says sanddornbusch." })
  return { draftId: asked.draftId, caseId: told.outcomeId }
}

/** Returns which of the words stand in the files of a stopped database, its write-ahead log among them. */
function wordsOnDisk(data: string, words: readonly string[]): string[] {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  const bytes = files.map((file) => readFileSync(join(file.parentPath, file.name)))
  return words.filter((word) => bytes.some((one) => one.includes(word)))
}

test("no text of a ticket is in the database's files, its log or a backup, before and after it is erased", async () => {
  const data = join(folder, "whole")
  await seed(data)
  const environment = { REPLYWRIGHT_DATA: data, RELAY_PORT: "0" }
  let relay = await startRelay(environment, { log: silentLog, pipeline })
  const [tom, ann] = [await Client.paired(relay, "Tom"), await Client.paired(relay, "Ann", "lead")]
  const { draftId, caseId } = await work(tom, ann)
  expect(await askCase(ann, caseId)).toMatchObject({
    line: { subject: "About quittenmus" },
    outcome: { sent: "The letter says feldahorn." },
    review: { note: "See notizzettel." },
    revisions: [{ outcome: { sent: "The letter says sanddornbusch." } }]
  })
  expect((await readStoredDraft(relay.db, draftId)).request).toContain("lampionfest")
  await relay.db.insertInto("settings").values({ key: "control", value: "kontrollwort" }).execute()
  const { keys } = cipherOf(relay.db)
  await relay.close()
  expect(wordsOnDisk(data, [...WORDS, "kontrollwort"])).toEqual(["kontrollwort"])

  const file = join(folder, "one.backup")
  await runCommand("backup", [file], environment)
  let backup = ""
  for await (const part of readBackup(file)) backup += JSON.stringify(part)
  expect([...WORDS, "kontrollwort"].filter((word) => backup.includes(word))).toEqual(["kontrollwort"])
  for (const { secret } of keys)
    for (const form of ["base64", "hex"] as const) expect(backup).not.toContain(secret.toString(form))

  relay = await startRelay(environment, { log: silentLog, pipeline })
  const again = Object.assign(new Client(relay.url), { token: tom.token })
  expect((await again.fetch(`/v1/tickets/sample/1?site=${SITE}`, { method: "DELETE" })).status).toBe(200)
  await relay.close()
  expect(wordsOnDisk(data, [...WORDS, "kontrollwort"])).toEqual(["kontrollwort"])
})

test("of a person who is erased no word is in the files, and none comes back with a backup", {
  timeout: 60_000
}, async () => {
  const data = join(folder, "person")
  await seed(data)
  const environment = { REPLYWRIGHT_DATA: data, RELAY_PORT: "0" }
  let relay = await startRelay(environment, { log: silentLog, pipeline })
  const [tom, ann] = [await Client.paired(relay, "Tom"), await Client.paired(relay, "Ann", "lead")]
  const { requesterKey = "" } = rulesAnswer.parse(await (await tom.fetch("/v1/masking-rules")).json())
  await work(tom, ann, { requesterHash: await requesterHash(requesterKey, "maria@example.org") })
  await relay.close()
  const file = join(folder, "person.backup")
  await runCommand("backup", [file], environment)
  let backup = ""
  for await (const part of readBackup(file)) backup += JSON.stringify(part)
  for (const word of [...WORDS, "maria", requesterKey]) expect(backup).not.toContain(word)

  await runCommand("export", ["--person", "Maria@example.org", join(folder, "person.json")], environment)
  const text = readFileSync(join(folder, "person.json"), "utf8")
  expect(WORDS.filter((word) => !text.includes(word))).toEqual([])
  expect(await runCommand("erase", ["--person", "Maria@example.org"], environment)).toMatch(
    /^1 tickets, of which there are:\n1 drafts\n1 cases\n1 reviews\n[^]*Nothing was erased: the same command with --yes/
  )
  expect(await runCommand("erase", ["--person", "Maria@example.org", "--yes"], environment)).toMatch(
    /\n1 drafts\n[^]*Receipt [0-9a-f-]{36}, 20[^]*without the address\.$/
  )
  expect(await runCommand("erase", ["--person", "Maria@example.org", "--yes"], environment)).toMatch(
    /^Nothing is stored of this person's tickets\.\nReceipt /
  )
  expect(wordsOnDisk(data, [...WORDS, "maria", requesterKey])).toEqual([])
  await expect(runCommand("erase", ["--person", "Maria Berg"], environment)).rejects.toThrow("is no e-mail address.")

  expect(await runCommand("restore", [file, "--replace"], environment)).toContain(
    "erased again: 1 drafts and 1 outcomes of them were in it."
  )
  expect(wordsOnDisk(data, WORDS)).toEqual([])
  relay = await startRelay(environment, { log: silentLog, pipeline })
  for (const table of ["drafts", "outcomes", "ticket_requesters"] as const)
    expect(await relay.db.selectFrom(table).selectAll().execute()).toEqual([])
  await relay.close()
})

test("what an earlier version stored in clear is encrypted later, can be broken off, and reads as before", async () => {
  const relay = await openRelay({ pipeline })
  onTestFinished(relay.close)
  const ann = await Client.paired(relay, "Ann", "lead")
  const cipher = cipherOf(relay.db)
  setCipher(relay.db, new TextCipher([]))
  const kim = await Client.paired(relay, "Kim")
  const { draftId, caseId } = await work(kim, ann)
  await sql`update draft_events set type = null where draft = ${draftId}`.execute(relay.db)
  const read = async () => [
    await askCase(ann, caseId),
    await askQueue(ann, "state=all"),
    await askQueue(ann, "state=all&text=feldahorn"),
    await (await ann.fetch("/v1/review/export?of=cases&format=jsonl")).text()
  ]
  const before = await read()
  expect(before[2]).toMatchObject({ cases: [{ caseId }] })
  expect(before[3]).toContain("feldahorn")
  expect(await clearTexts(relay.db)).toEqual(expect.arrayContaining(WORDS))

  setCipher(relay.db, cipher)
  await expect(encryptRows(relay.db, AbortSignal.abort())).rejects.toThrow()
  expect(await encryptRows(relay.db, running)).toEqual({ drafts: 1, outcomes: 1, people: 1 })
  expect(await encryptRows(relay.db, running)).toEqual({ drafts: 0, outcomes: 0, people: 0 })
  expect(await clearTexts(relay.db)).toEqual([])
  expect(await read()).toEqual(before)
  const types = await relay.db.selectFrom("draft_events").select("type").where("draft", "=", draftId).execute()
  expect(types.map(({ type }) => type)).toEqual((await readStoredDraft(relay.db, draftId)).events.map(typeOf))
  expect((await kim.fetch("/v1/me")).status).toBe(200)
})

const typeOf = (event: string) => (JSON.parse(event) as { type: string }).type

/** Returns which of the words can be selected from the tables that hold texts. */
async function clearTexts(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select concat(request, subject, upstream_body) as text from drafts union all select event from draft_events
    union all select concat(body, words) from outcomes union all select body from outcome_revisions
    union all select note from reviews`.execute(db)
  return WORDS.filter((word) => rows.some(({ text }) => text.includes(word)))
}
