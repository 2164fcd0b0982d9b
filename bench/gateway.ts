import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { startProgram, withFolder, type Program } from "./child.ts"
import { direct, load, throughRelay, type Stream, type Target } from "./load.ts"
import { millisecondsOf, percentiles, quantile, type Row } from "./table.ts"

/**
 * The relay, with search and all checks on, against the bare endpoint: 100 ms to the first token, then 50 a second, 100 of them; relay,
 * database, endpoint and reader share this machine. "Passing on" is from the endpoint's write to the reader, relay minus bare.
 */
export async function gateway(signal: AbortSignal): Promise<Row[]> {
  return withFolder(async (folder) => {
    const upstream = startProgram("bench/upstream.ts", {}, signal)
    const [, endpoint = ""] = await upstream.says(/^Upstream: (\S+)/)
    const environment = { REPLYWRIGHT_DATA: join(folder, "data"), RELAY_PORT: "0", MODEL_BASE_URL: `${endpoint}/v1`, MODEL_NAME: "bench" }
    const relay = startProgram("src/relay/cli.ts", environment, signal)
    try {
      const target = await paired(relay, environment)
      return await measured(endpoint, relay, target, signal)
    } finally {
      await relay.stop()
      await upstream.stop()
    }
  })
}

async function paired(relay: Program, environment: Record<string, string>): Promise<Target> {
  const [, url = ""] = await relay.says(/^Relay: (http\S+)/)
  const cli = (...args: string[]) => execFileSync(process.execPath, ["src/relay/cli.ts", ...args], { env: { ...process.env, ...environment }, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
  cli("import", "demo/knowledge/en")
  const [, code = ""] = /: ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(cli("pair", "--role", "agent", "--name", "Bench")) ?? []
  const answer = await fetch(`${url}/v1/pair`, { method: "POST", body: JSON.stringify({ code }), headers: { "content-type": "application/json" } })
  const { token } = (await answer.json()) as { token: string }
  return throughRelay(url, token)
}

async function measured(endpoint: string, relay: Program, target: Target, signal: AbortSignal): Promise<Row[]> {
  const bare = direct(endpoint)
  await pace(endpoint, 100, 20)
  await load(target, 20, signal)
  const before = await timesOf(endpoint, await load(bare, 100, signal))
  const cpu = cpuOf(relay)
  await pace(endpoint, 100, 20)
  const after = await timesOf(endpoint, await load(target, 100, signal))
  const spent = cpuOf(relay) - cpu
  const minus = (share: number, of: "first" | "each") => millisecondsOf(quantile(after[of], share) - quantile(before[of], share))
  const rows: Row[] = [
    ["before the endpoint is asked (search, draft stored), 100 streams", percentiles(after.ahead, millisecondsOf)],
    ["first token passed on, added", `p50 ${minus(0.5, "first")}, p95 ${minus(0.95, "first")}`],
    ["each token passed on, added", `p50 ${minus(0.5, "each")}, p95 ${minus(0.95, "each")}`],
    ["CPU of the relay for 1,000 tokens, database not in it", millisecondsOf(spent / ((100 * 100) / 1000))]
  ]
  let most = 0
  for (const count of [200, 300, 400, 500, 600, 700, 800, 900, 1000]) {
    await pace(endpoint, 100, 20)
    const bareEach = (await timesOf(endpoint, await load(bare, count, signal))).each
    await pace(endpoint, 100, 20)
    const added = quantile((await timesOf(endpoint, await load(target, count, signal))).each, 0.95) - quantile(bareEach, 0.95)
    if (added > 50) break
    most = count
  }
  rows.push(["streams at once while a token's added p95 stays under 50 ms", String(most)])
  await pace(endpoint, 500, 500)
  const slow = load(target, 1000, AbortSignal.any([signal, AbortSignal.timeout(20_000)])).catch(() => [])
  await new Promise((resolve) => setTimeout(resolve, 15_000))
  rows.push(["memory of the relay with 1,000 streams of 2 tokens a second", `${(memoryOf(relay) / 1e6).toFixed(0)} MB`])
  await slow
  return rows
}

const pace = (endpoint: string, first: number, each: number) => fetch(`${endpoint}/pace?first=${first}&each=${each}`)

/** Milliseconds from the endpoint's writing to the reader's reading: of first tokens, of all; and from asking to the endpoint's being asked. */
async function timesOf(endpoint: string, streams: Stream[]): Promise<{ first: number[]; each: number[]; ahead: number[] }> {
  const log = (await (await fetch(`${endpoint}/log`)).json()) as Record<string, number[]>
  const late = streams.map(({ name, tokens }) => tokens.map((at, n) => at - (log[name]?.[n + 1] ?? Number.NaN)).filter((ms) => !Number.isNaN(ms)))
  return { first: late.flatMap((each) => each.slice(0, 1)), each: late.flat(), ahead: streams.map(({ name, asked }) => (log[name]?.[0] ?? Number.NaN) - asked).filter((ms) => !Number.isNaN(ms)) }
}

/** Milliseconds of both kinds, of this process alone. Linux only. */
function cpuOf({ pid }: Program): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(11, 13) ?? []
  return (Number(user) + Number(system)) * 10
}

/** Bytes held in memory. Linux only. */
function memoryOf({ pid }: Program): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024
}
