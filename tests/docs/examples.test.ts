import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { runPlaybookCommand } from "../../src/playbooks/command/run-command.ts"
import { readLookup } from "../../src/relay/lookups/format/read-lookup.ts"
import { readVoice } from "../../src/relay/voices/read-voice.ts"

/** The examples of documents that readers copy are read by what reads their own files. */
const folder = mkdtempSync(join(tmpdir(), "replywright-examples-"))
afterAll(() => rmSync(folder, { recursive: true }))

const examplesOf = (document: string) =>
  [...readFileSync(join("docs", document), "utf8").matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = ""]) => yaml)

test("the playbook of docs/playbooks.md has no mistake, and its ticket ends where it should", () => {
  const [playbook = "", tickets = ""] = examplesOf("playbooks.md")
  writeFileSync(join(folder, "lost-parcel.yaml"), playbook)
  writeFileSync(join(folder, "lost-parcel.tickets.yaml"), tickets)
  const said = { out: "", err: "" }
  const print = { out: (text: string) => (said.out += text), err: (text: string) => (said.err += text) }
  expect(runPlaybookCommand(["test", folder], print), said.err).toBe(0)
  expect(said.out).toBe("1 of 1 simulated tickets stand where they should\n")
})

test("the voice of docs/voices.md and the lookups of docs/lookups.md have no mistake", () => {
  const lookups = examplesOf("lookups.md")
  expect(lookups).toHaveLength(2)
  expect([...examplesOf("voices.md").map((one) => readVoice(one)), ...lookups.map((one) => readLookup(one))]).toEqual(
    Array(3).fill(expect.not.objectContaining({ mistakes: expect.anything() }))
  )
})
