import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { silentLog } from "../../src/runtime/log.ts"
import { startRelay } from "../../src/relay/server/start.ts"
import { knownSteps } from "../../src/storage/migrate.ts"
import { runCommand } from "../relay/cli/run-command.ts"
import { Client, draftRequest, outcome, SITE } from "../relay/help/client.ts"
import { pipelineOf, writing } from "../relay/help/pipelines.ts"
import { askCase, save } from "../relay/review/ask.ts"
import { startDatabases } from "./help/databases.ts"
import { checkOut, commitBeforeNewestStep } from "./help/version-before.ts"

const before = commitBeforeNewestStep()
let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

/** A running relay of another version. */
async function startOther(cli: string, environment: Record<string, string>) {
  const env = { PATH: process.env["PATH"], NODE_ENV: "production" as const, ...environment }
  const child = spawn(process.execPath, [cli], { env: { ...env, RELAY_PORT: "0" } })
  onTestFinished(async () => {
    const ended = once(child, "exit")
    child.kill("SIGINT")
    await ended
  })
  let complaint = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text))
  let [url, code] = ["", ""]
  for await (const line of createInterface({ input: child.stdout })) {
    url = /^Relay: (\S+)/.exec(line)?.[1] ?? url
    code = codeIn(line) ?? code
    if (line.includes("Ctrl-C")) break
  }
  child.stdout.resume()
  if (url === "") throw new Error(complaint)
  const pair = async (role: string, name: string) =>
    codeIn(
      (await promisify(execFile)(process.execPath, [cli, "pair", "--role", role, "--name", name], { env })).stdout
    ) ?? ""
  return { url, code, pair, complaint: () => complaint }
}

const codeIn = (line: string) => /\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/.exec(line)?.[0]

test.runIf(before !== undefined)(
  "a relay of the version before the newest step works on while the schema is brought up to date under it, beside a relay of this version (skipped: the history isn't there)",
  { timeout: 300_000 },
  async () => {
    const environment = { DATABASE_URL: await databases.create("rolling") }
    const cli = checkOut(before ?? "", `${databases.folder}/before`)
    const old = await startOther(cli, environment)
    const [tom, ann] = [await Client.paired(old, "Tom"), await Client.paired(old, "Ann", "lead")]
    const early = draftRequest()
    const written = await tom.draft(early)
    expect(written.at(-1)?.type).toBe("draft-end")

    // In the middle of its work.
    const drafting = tom.draft(draftRequest())
    expect(await runCommand("migrate", [], environment)).toContain(knownSteps.at(-1))
    expect((await drafting).at(-1)?.type).toBe("draft-end")
    const newer = await startRelay(
      { ...environment, RELAY_PORT: "0" },
      { log: silentLog, pipeline: pipelineOf(writing("Your lamp is on its way.")) }
    )
    onTestFinished(() => newer.close())
    const of = (relay: { url: string }, { token }: Client) => Object.assign(new Client(relay.url), { token })

    for (const [here, there] of [
      [old, newer],
      [newer, old]
    ] as const) {
      const asked = draftRequest()
      const draft = await of(here, tom).draft(asked)
      expect(draft.at(-1)?.type).toBe("draft-end")
      expect(await of(there, tom).draft(asked)).toEqual(draft)
      const told = outcome({ draftId: asked.draftId })
      expect((await of(here, tom).post("/v1/outcomes", told)).status).toBe(200)
      await save(of(there, ann), told.outcomeId, { note: "Read there." })
      expect((await askCase(of(here, ann), told.outcomeId)).review?.note).toBe("Read there.")
    }
    expect(await of(newer, tom).draft(early)).toEqual(written)
    const erased = await of(old, ann).fetch(`/v1/tickets/sample/1001?site=${SITE}`, { method: "DELETE" })
    expect(await erased.json()).toMatchObject({ drafts: 4, outcomes: 2 })
    expect((await of(old, tom).fetch("/v1/health")).status).toBe(200)
    expect(old.complaint()).not.toContain('"level":"error"')
  }
)
