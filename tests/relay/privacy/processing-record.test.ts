import { readFileSync, writeFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { recordCommand } from "../../../src/relay/commands/record.ts"
import { DATA_MAP } from "../../../src/relay/privacy/record/data-map.ts"
import { TABLES } from "../../../src/storage/backup/tables.ts"
import { Client, draftRequest } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let tom = new Client("")
beforeAll(async () => {
  relay = await openRelay({ ownServer: true })
  tom = await Client.paired(relay, "Tom")
})
afterAll(() => relay?.close())

async function record(environment: Record<string, string> = {}, ...args: string[]): Promise<string> {
  const printed: string[] = []
  const own = { REPLYWRIGHT_DATA: relay.data, ...environment }
  const print = (line: string) => printed.push(line)
  await recordCommand.run(args, { environment: own, print, signal: new AbortController().signal })
  return printed.join("\n")
}
const lineOf = (text: string, start: string) => text.split("\n").find((line) => line.startsWith(start)) ?? ""

test("every table that holds data belongs to one kind", () => {
  const named = DATA_MAP.flatMap(({ tables }) => tables)
  expect(named.toSorted()).toEqual([...TABLES].sort())
})

test("without a model it says that no text leaves the relay, and lists what is stored, how long and whether encrypted", async () => {
  await tom.draft(draftRequest())
  const text = await record({ RETENTION_DAYS: "30", AUDIT_DAYS: "100" })
  expect(text).toContain("No model is asked: no text of a ticket leaves the relay.")
  expect(lineOf(text, "| Drafts |")).toMatch(/\| 30 days \| texts \| [1-9][\d,]* \|$/)
  expect(lineOf(text, "| Audit |")).toMatch(/\| 100 days \| nothing \|/)
  expect(text).not.toMatch(/undefined|NaN/)
})

test("models, the provider, lookups, webhooks and the collector are named by their hosts, and no key is", async () => {
  const yaml = `${relay.data}/models.yaml`
  writeFileSync(
    yaml,
    'endpoints:\n  big: {kind: openai-compatible, url: "https://models.example/v1?key=topsecret", model: large}\ntasks:\n  draft: [big]\n'
  )
  await relay.db
    .insertInto("webhook_endpoints")
    .values({ url: "https://hooks.example/x?token=topsecret", secret: "whsec_topsecret", created_at: new Date() })
    .execute()
  const text = await record({
    MODELS_FILE: yaml,
    OIDC_ISSUER: "https://id.example",
    OIDC_CLIENT_ID: "replywright",
    OTEL_EXPORTER_OTLP_ENDPOINT: "https://traces.example/otlp"
  })
  expect(text).toContain("Masked text goes to the models at models.example.")
  for (const host of ["models.example", "hooks.example", "id.example", "traces.example"])
    expect(lineOf(text, `| ${host} |`), host).not.toBe("")
  expect(lineOf(text, "| models.example |")).toContain("model large for draft")
  expect(text).not.toContain("topsecret")
})

test("it goes into a new file, and never over one", async () => {
  const file = `${relay.data}/record.md`
  expect(await record({}, file)).toBe(`The record is in ${file}.`)
  expect(readFileSync(file, "utf8")).toContain("# Record of processing of ")
  await expect(record({}, file)).rejects.toThrow(/can't be written: EEXIST/)
  await expect(record({}, file, "more")).rejects.toThrow("Give one file at most")
})
