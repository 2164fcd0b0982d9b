import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { startProgram, withFolder, type Program } from "../child.ts"
import { cpuOf, timesOf } from "./figures.ts"
import { memory, mostStreams, TOKENS, type Way } from "./limits.ts"
import { direct, load, pace, throughRelay, type Target } from "../load.ts"
import { millisecondsOf, percentiles, quantile, type Row } from "../table.ts"

/**
 * Compares the relay, with search and all checks on, with the bare endpoint, which takes 100 ms to the first of 100
 * tokens and then writes 50 a second. Relay, database, endpoint and reader share this machine. "Passing on" is the time
 * from the endpoint's write to the reader, relay minus bare. A proxy that only pipes is measured beside it, because no
 * gateway written in Node can be faster here.
 */
export async function gateway(signal: AbortSignal): Promise<Row[]> {
  return withFolder(async (folder) => {
    const upstream = startProgram("bench/gateway/upstream.ts", {}, signal)
    const [, endpoint = ""] = await upstream.says(/^Upstream: (\S+)/)
    const environment = {
      REPLYWRIGHT_DATA: join(folder, "data"),
      RELAY_PORT: "0",
      MODEL_BASE_URL: `${endpoint}/v1`,
      MODEL_NAME: "bench"
    }
    const relay = startProgram("src/relay/cli.ts", environment, signal)
    const pass = startProgram("bench/gateway/pass.ts", { PASS_TO: endpoint }, signal)
    try {
      const [, passing = ""] = await pass.says(/^Pass: (\S+)/)
      return await measured(
        endpoint,
        { program: pass, target: direct(passing) },
        { program: relay, target: await paired(relay, environment) },
        signal
      )
    } finally {
      await Promise.all([relay.stop(), pass.stop(), upstream.stop()])
    }
  })
}

async function paired(relay: Program, environment: Record<string, string>): Promise<Target> {
  const [, url = ""] = await relay.says(/^Relay: (http\S+)/)
  const cli = (...args: string[]) =>
    execFileSync(process.execPath, ["src/relay/cli.ts", ...args], {
      env: { ...process.env, ...environment },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    })
  cli("import", "demo/knowledge/en")
  const [, code = ""] = /: ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(cli("pair", "--role", "agent", "--name", "Bench")) ?? []
  const answer = await fetch(`${url}/v1/pair`, {
    method: "POST",
    body: JSON.stringify({ code }),
    headers: { "content-type": "application/json" }
  })
  const { token } = (await answer.json()) as { token: string }
  return throughRelay(url, token)
}

async function measured(endpoint: string, pass: Way, relay: Way, signal: AbortSignal): Promise<Row[]> {
  const at = async (target: Target, count: number) => {
    await pace(endpoint, { first: 100, each: 20, tokens: TOKENS })
    return timesOf(endpoint, await load(target, count, signal))
  }
  await at(relay.target, 20)
  await at(pass.target, 20)
  const bare = await at(direct(endpoint), STREAMS)
  const through = async ({ program, target }: Way) => {
    const before = cpuOf(program)
    const times = await at(target, STREAMS)
    const cpu = (cpuOf(program) - before) / ((STREAMS * TOKENS) / 1000)
    const added = (of: "first" | "each") =>
      [0.5, 0.95].map((share) => millisecondsOf(quantile(times[of], share) - quantile(bare[of], share)))
    return { ahead: times.ahead, cpu: millisecondsOf(cpu), first: added("first"), each: added("each") }
  }
  const piped = await through(pass)
  const drafted = await through(relay)
  return [
    [
      "before the endpoint is asked (search, draft stored), 100 begun in a second",
      percentiles(drafted.ahead, millisecondsOf)
    ],
    [
      "first token passed on, added",
      `p50 ${drafted.first[0]}, p95 ${drafted.first[1]}`,
      `only piped: p50 ${piped.first[0]}, p95 ${piped.first[1]}`
    ],
    [
      "each token passed on, added",
      `p50 ${drafted.each[0]}, p95 ${drafted.each[1]}`,
      `only piped: p50 ${piped.each[0]}, p95 ${piped.each[1]}`
    ],
    ["CPU for 1,000 tokens, database not in it", drafted.cpu, `only piped: ${piped.cpu}`],
    [
      "streams at once while a token's added p95 stays under 50 ms",
      await mostStreams(at, endpoint, relay),
      `only piped: ${await mostStreams(at, endpoint, pass)}`
    ],
    [
      "memory with 1,000 streams of 2 tokens a second, at most",
      await memory(endpoint, relay, signal),
      `only piped: ${await memory(endpoint, pass, signal)}`
    ]
  ]
}

const STREAMS = 100
