import { writeFileSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import { afterAll, expect, test } from "vitest"
import { startRelay } from "../../../src/relay/server/start.ts"
import { createLog } from "../../../src/runtime/log.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"

const { folder, remove } = temporaryFolder()
afterAll(remove)

/** A relay with a database of its own takes long on a busy machine. */
const slow = { timeout: 120_000 }

/** Starts a relay with these settings and stops it. @returns what it logged at its start, and its notes */
async function started(environment: Record<string, string>) {
  const all = { REPLYWRIGHT_DATA: `${folder}/data`, RELAY_PORT: "0", ...environment }
  const found = await databaseIn(all.REPLYWRIGHT_DATA, all)
  const lines: string[] = []
  const relay = await startRelay(all, { ...found, log: createLog((line) => lines.push(line)) })
  const events = lines.map((line): Record<string, unknown> => JSON.parse(line))
  await relay.close()
  const { port, notes } = relay
  return { port, notes, lines, of: (event: string) => events.filter((one) => one["event"] === event) }
}

test("one line tells what was started: version, address, workers, database, and who writes drafts", slow, async () => {
  const { port, of } = await started({})
  expect(of("relay-started")).toEqual([
    {
      at: expect.any(String),
      level: "info",
      event: "relay-started",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      address: "127.0.0.1",
      port,
      workers: 1,
      database: `${folder}/data`,
      models: "offline drafter"
    }
  ])
  expect(of("port-taken")).toEqual([])
})

test(
  "models stand in that line in the order in which they are asked, and no key and no address does",
  slow,
  async () => {
    const file = `${folder}/models.yaml`
    const endpoint = (model: string) => `{kind: openai-compatible, url: "http://127.0.0.1:1/v1", model: ${model}`
    writeFileSync(
      file,
      `endpoints:\n  one: ${endpoint("small")}}\n  two: ${endpoint("large")}, key-env: MODEL_KEY_EU}\n` +
        "tasks: {draft: [two, one, offline]}\n"
    )
    const { of, lines, notes } = await started({ MODELS_FILE: file, MODEL_KEY_EU: "sk-secret" })
    expect(of("relay-started")).toMatchObject([{ models: "large, small, offline drafter" }])
    expect(lines.join("")).not.toMatch(/secret|127\.0\.0\.1:1/)
    expect(notes).toEqual([])
  }
)

test("a taken port is a warning that names the port that it has instead", slow, async () => {
  const taken = createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => taken.once("listening", resolve))
  const { port: wished } = taken.address() as AddressInfo
  const { port, of } = await started({ RELAY_PORT: String(wished) })
  expect(port).not.toBe(wished)
  expect(of("port-taken")).toMatchObject([{ level: "warn", port: wished, instead: port }])
  expect(of("relay-started")).toMatchObject([{ port }])
  taken.close()
})

test(
  "a variable that looks like a setting and is none is a warning, and a sentence with the nearest one",
  slow,
  async () => {
    const { of, lines, notes } = await started({ RELAY_WORKRES: "two-secret", RELAY_TLS: "yes" })
    expect(of("unknown-variable")).toMatchObject([
      { level: "warn", variable: "RELAY_WORKRES", nearest: "RELAY_WORKERS" },
      { level: "warn", variable: "RELAY_TLS" }
    ])
    expect(notes).toEqual([
      "RELAY_WORKRES isn't a setting; did you mean RELAY_WORKERS?",
      "RELAY_TLS isn't a setting, and nothing reads it; docs/environment.md lists the settings."
    ])
    expect(lines.join("")).not.toContain("secret")
  }
)
