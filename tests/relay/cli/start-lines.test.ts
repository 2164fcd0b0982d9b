import { afterAll, expect, test } from "vitest"
import { startRelay } from "../../../src/relay/server/start.ts"
import { createLog } from "../../../src/runtime/log.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { seed } from "../help/seed.ts"

const { folder, remove } = temporaryFolder()
afterAll(remove)

/** A relay with a database of its own takes long on a busy machine. */
const slow = { timeout: 120_000 }

/** Starts a relay with these settings and stops it. @returns what it logged at its start, and its notes */
async function started(environment: Record<string, string>) {
  const all = { REPLYWRIGHT_DATA: `${folder}/data`, RELAY_PORT: "0", ...environment }
  await seed(all.REPLYWRIGHT_DATA, all)
  const lines: string[] = []
  const relay = await startRelay(all, { log: createLog((line) => lines.push(line)) })
  const events = lines.map((line): Record<string, unknown> => JSON.parse(line))
  await relay.close()
  return { notes: relay.notes, lines, of: (event: string) => events.filter((one) => one["event"] === event) }
}

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
