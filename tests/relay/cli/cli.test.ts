import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { chownSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { afterEach, beforeAll, afterAll, expect, test } from "vitest"
import type { PairAnswer } from "../../../src/protocol/relay.ts"
import { UsageError } from "../../../src/relay/commands/command.ts"
import { Client, draftRequest, SECRET_WORDS } from "../help/client.ts"
import { databaseProcess, temporaryFolder } from "../help/data-folder.ts"
import { seed } from "../help/seed.ts"
import { startModelDouble } from "../../models/double.ts"
import { runCommand } from "./run-command.ts"

const { folder, remove } = temporaryFolder()
const cli = fileURLToPath(new URL("../../../src/relay/cli.mjs", import.meta.url))
const isRoot = process.getuid?.() === 0
const running = new Set<ChildProcess>()
afterEach(() => running.forEach((child) => child.kill("SIGKILL")))
afterAll(remove)

interface Started {
  child: ChildProcess
  /** Lines as they come; ends with the output. */
  next(part: string): Promise<string>
  log(): string
  stop(signal?: NodeJS.Signals): Promise<number>
}

function start(
  args: string[],
  environment: Record<string, string>,
  options: { uid?: number; gid?: number } = {}
): Started {
  const { PATH = "", HOME = "/", NODE_COMPILE_CACHE = "" } = process.env
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH, HOME, NODE_COMPILE_CACHE, NODE_ENV: "production", ...environment },
    cwd: "/",
    ...options
  })
  running.add(child)
  const ended = once(child, "exit").then(([code]) => {
    running.delete(child)
    return code as number
  })
  let log = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    async next(part) {
      for (let line = await lines.next(); !line.done; line = await lines.next())
        if (line.value.includes(part)) return line.value
      throw new Error(`No line with "${part}": ${log}`)
    },
    log: () => log,
    stop(signal = "SIGINT") {
      child.kill(signal)
      return ended
    }
  }
}

async function run(
  args: string[],
  environment: Record<string, string>
): Promise<{ code: number; said: string; complaint: string }> {
  const started = start(args, environment)
  let said = ""
  started.child.stdout?.on("data", (text: Buffer) => (said += text.toString()))
  const [code] = (await once(started.child, "close")) as [number]
  return { code, said, complaint: started.log() }
}

const codeIn = (line: string) => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(line)?.[0] ?? ""
const addressIn = (line: string) => /http:\S+/.exec(line)?.[0] ?? ""

async function pairWith(url: string, code: string): Promise<Client> {
  const client = new Client(url)
  client.token = ((await (await client.post("/v1/pair", { code })).json()) as PairAnswer).token
  return client
}

let data: string
beforeAll(async () => {
  data = join(folder, "data")
  await seed(data)
  writeFileSync(join(folder, "mistakes.yaml"), "tasks:\n  draft: [big]\nbudgets:\n  cost: 1\n")
})

test("npm run relay: says where it is, pairs, drafts without a model, pairs others meanwhile, imports, stops with Ctrl-C", {
  timeout: 60_000
}, async () => {
  const environment = { REPLYWRIGHT_DATA: data, RELAY_PORT: "0" }
  const relay = start([], environment)
  const url = addressIn(await relay.next("Relay:"))
  expect(await relay.next("Data:")).toContain(data)
  expect(await relay.next("Drafts:")).toContain("no model is asked")
  const agent = await pairWith(url, codeIn(await relay.next("Pairing code")))
  const alone = await pairWith(url, codeIn(await relay.next("Pairing code for a lead")))
  expect((await alone.fetch("/v1/review/queue")).status).toBe(200)
  expect((await agent.fetch("/v1/review/queue")).status).toBe(403)
  const draft = await agent.draft(draftRequest())
  expect(draft.at(-1)).toMatchObject({ type: "draft-end", text: "", refusal: { reason: "no-knowledge" } })

  const knowledge = join(folder, "knowledge")
  mkdirSync(knowledge)
  writeFileSync(
    join(knowledge, "delivery.md"),
    "---\ntitle: Delivery of cakes\nlocale: en\n---\nA cake is delivered within three days.\n"
  )
  expect(await run(["import", knowledge], environment)).toMatchObject({
    code: 0,
    said: expect.stringContaining("1 imported") as string
  })
  const health = await agent.fetch("/v1/health")
  expect(await health.json()).toMatchObject({ documents: 1, model: null })

  // What can't be taken is told with status 1; Ctrl-C keeps what is there, and the same command goes on.
  writeFileSync(join(knowledge, "0.md"), "---\nkind: poem\n---\nRoses.\n")
  for (let n = 0; n < 1000; n++)
    writeFileSync(join(knowledge, `${n + 10}.md`), `# Cake ${n}\n\nCake number ${n} is baked on ${n % 28} days.\n`)
  const cut = start(["import", knowledge], environment)
  expect(await cut.next("0.md: ")).toBe(
    "0.md: The front matter's \"kind\" isn't valid: one of article, policy, macro, ticket, product."
  )
  const ended = cut.next("stays")
  expect(await cut.stop()).toBe(130)
  expect(await ended).toBe("What was taken stays, and the same command goes on from there.")
  expect(await run(["import", knowledge], environment)).toMatchObject({
    code: 1,
    said: expect.stringContaining("1,000 imported, 1 unchanged, 0 removed, 1 failed") as string,
    complaint: expect.stringContaining("One document was not taken") as string
  })

  const invited = await run(["pair", "--role", "lead", "--name", "Ann B", "--groups", "billing, returns"], environment)
  expect(invited).toMatchObject({ code: 0 })
  const lead = await pairWith(url, codeIn(invited.said))
  expect(await (await lead.fetch("/v1/me")).json()).toMatchObject({
    person: { name: "Ann B", role: "lead", groups: ["billing", "returns"] }
  })
  expect(await run(["pair", "--role", "lead", "--name", "Ann B"], environment)).toMatchObject({
    code: 1,
    complaint: expect.stringMatching(
      /^Data: [^\n]+\nSomebody has paired as Ann B \(lead\) already\. [^\n]*--same-person[^\n]*another --name\.\n$/
    ) as string
  })
  // How a process says what its command says is known by now.
  await expect(runCommand("pair", ["--name", "Nobody", "--same-person"], environment)).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringMatching(/^Nobody has paired as Nobody/) as string
  })
  const further = await runCommand("pair", ["--role", "lead", "--name", "Ann B", "--same-person"], environment)
  expect(await (await (await pairWith(url, codeIn(further))).fetch("/v1/me")).json()).toMatchObject({
    person: { name: "Ann B" }
  })

  expect(await run([], environment)).toMatchObject({
    code: 1,
    complaint: expect.stringMatching(/^Another relay already runs on [^\n]*\n$/) as string
  })
  expect(await relay.stop()).toBe(0)
  expect(existsSync(join(data, "database/postmaster.pid"))).toBe(false)
  expect(relay.log()).toContain("draft-ended")
  expect(relay.log()).not.toContain(SECRET_WORDS)
})

test("the port is taken: the next free one; its database outlives a kill -9 and is found again", {
  timeout: 60_000
}, async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve))
  const { port } = taken.address() as AddressInfo
  const environment = { REPLYWRIGHT_DATA: data, RELAY_PORT: String(port) }
  const first = start([], environment)
  const url = addressIn(await first.next("Relay:"))
  expect(Number(new URL(url).port)).toBeGreaterThan(port)
  const invited = await runCommand("pair", ["--role", "agent", "--name", "Tom"], environment)
  const agent = await pairWith(url, codeIn(invited))
  await first.stop("SIGKILL")
  const left = databaseProcess(data)
  const second = start([], environment)
  const again = new Client(addressIn(await second.next("Relay:")))
  again.token = agent.token
  expect((await again.fetch("/v1/me")).status).toBe(200)
  expect(databaseProcess(data)).not.toBe(left)
  expect(second.log()).toContain("database-left-over")
  expect(await second.stop("SIGTERM")).toBe(0)
  taken.close()
})

test.each([
  [
    "settings",
    [],
    { RELAY_PORT: "many", MODEL_NAME: "x" },
    2,
    /^RELAY_PORT must be [^\n]*\nMODEL_NAME is set but [^\n]*\n$/
  ],
  [
    "models.yaml",
    [],
    { MODELS_FILE: "mistakes.yaml", INIT_CWD: folder },
    2,
    /mistakes\.yaml, line 2: tasks\.draft names "big", which is no endpoint; there is offline\.\n[^\n]*mistakes\.yaml, line 4: budgets\.cost could never be used up[^\n]*\n$/
  ],
  [
    "data folder",
    [],
    { REPLYWRIGHT_DATA: "/dev/null/data" },
    1,
    /^The data folder [^\n]* cannot be written: [^\n]*\n$/
  ],
  [
    "database address",
    [],
    { DATABASE_URL: "postgresql://u:secret@127.0.0.1:1/x", RELAY_WORKERS: "1" },
    1,
    /^DATABASE_URL does not work: no PostgreSQL answers at 127\.0\.0\.1:1\.(?!.*secret)[^\n]*\n$/
  ],
  [
    "database address of several workers",
    [],
    { DATABASE_URL: "postgresql://u:secret@127.0.0.1:1/x", RELAY_WORKERS: "2" },
    1,
    /^(?![^]*secret)\{[^\n]*"worker-failed"[^\n]*\}\nDATABASE_URL does not work: no PostgreSQL answers at [^\n]*\n$/
  ],
  ["command", ["dance"], {}, 2, /^There is no command "dance"[\s\S]*npm run relay -- pair/],
  ["source", ["import"], {}, 2, /^Say what to import: [^]*--internal[^]*A SOURCE is:\n {2}/]
])("a wrong %s is told in a sentence", async (_what, args, environment, code, sentence) => {
  const { complaint, ...ended } = await run(args, { REPLYWRIGHT_DATA: data, ...environment })
  expect(ended.code).toBe(code)
  expect(complaint).toMatch(sentence)
})

test.each([
  ["name", ["--role", "agent"], /^Say whom to pair: [^\n]*--name NAME/],
  ["role", ["--role", "boss", "--name", "x"], /^Say whom to pair: /]
])("a wrong %s of who pairs is refused with a sentence", async (_what, args, sentence) => {
  const said = runCommand("pair", args, { REPLYWRIGHT_DATA: data })
  await expect(said).rejects.toThrow(UsageError)
  await expect(said).rejects.toThrow(sentence)
})

test("models without a model: says that drafts are written offline", async () => {
  expect(await run(["models"], {})).toMatchObject({
    code: 0,
    said: expect.stringContaining("offline drafter") as string
  })
})

test("models of a models.yaml: each is tested, and a key's variable must be set where it is started", async () => {
  const model = await startModelDouble()
  const file = join(folder, "models.yaml")
  writeFileSync(
    file,
    `endpoints:\n  big: {kind: openai-compatible, url: "${model.url}", model: double-large, key-env: BIG_KEY}\ntasks:\n  draft: [big, offline]\n`
  )
  const environment = { MODELS_FILE: file, MODEL_BASE_URL: "http://127.0.0.1:1/v1" }
  expect(await run(["models"], environment)).toMatchObject({
    code: 2,
    complaint: expect.stringMatching(
      /line 2: endpoints\.big\.key-env names the variable BIG_KEY, which isn't set/
    ) as string
  })
  const tested = await run(["models"], { ...environment, BIG_KEY: "sk-very-secret" })
  expect(tested).toMatchObject({
    code: 0,
    said: expect.stringMatching(
      /the file alone counts[^]*big \(double-large\): first text after [^]*It works\.\ndraft: big, then offline\n/
    ) as string
  })
  expect(JSON.stringify(tested)).not.toContain("secret")
  await model.close()
})

const closed =
  isRoot && !isOpen(process.execPath) ? " (skipped: the clone lies in a folder that others may not enter)" : ""
test.runIf(isRoot && !closed)(
  `as root: the relay also runs for an ordinary user${closed}`,
  { timeout: 60_000 },
  async () => {
    const own = join(folder, "ordinary")
    mkdirSync(own)
    chownSync(own, 65534, 65534)
    const relay = start([], { REPLYWRIGHT_DATA: join(own, "data"), RELAY_PORT: "0" }, { uid: 65534, gid: 65534 })
    const agent = await pairWith(addressIn(await relay.next("Relay:")), codeIn(await relay.next("Pairing code")))
    expect((await agent.fetch("/v1/me")).status).toBe(200)
    expect(await relay.stop()).toBe(0)
  }
)

/** Whether every user may enter all the folders above a file. */
function isOpen(file: string): boolean {
  const above = dirname(file)
  return (statSync(above).mode & 0o001) !== 0 && (above === dirname(above) || isOpen(above))
}
