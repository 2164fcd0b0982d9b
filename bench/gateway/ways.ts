import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { buildRelay } from "../../demo/build-relay.ts"
import { startProgram, type Program } from "../child.ts"
import type { Target } from "../load.ts"
import { direct, throughRelay } from "../targets.ts"
import { startPortkey } from "./portkey.ts"

/** A program that passes streams on, and the address at which it is reached. */
export interface Way {
  name: string
  program: Program
  target: Target
}

/** Starts a plain pipe, Portkey's gateway and the relay in front of an endpoint. What can't be had is said and left out. */
export async function startWays(
  folder: string,
  endpoint: string,
  people: number,
  signal: AbortSignal
): Promise<{ ways: Way[]; missing: string[] }> {
  const pipe = await startPipe(endpoint, signal)
  const missing: string[] = []
  const portkey = await startPortkey(join(folder, "portkey"), endpoint, signal).catch((error: unknown) => {
    missing.push(`Portkey's gateway can't be fetched or started: ${error instanceof Error ? error.message : error}`)
  })
  const { program, url, tokens } = await startRelay(
    folder,
    endpoint,
    { people, knowledge: "demo/knowledge/en" },
    signal
  )
  const relay = { name: "relay", program, target: throughRelay(url, tokens) }
  return {
    ways: [
      { name: "only piped", program: pipe.program, target: direct(pipe.url) },
      ...(portkey ? [portkey] : []),
      relay
    ],
    missing
  }
}

/** Starts what passes streams on and does nothing else. */
export async function startPipe(endpoint: string, signal: AbortSignal): Promise<{ program: Program; url: string }> {
  const program = startProgram("bench/gateway/pass.ts", { PASS_TO: endpoint }, signal)
  const [, url = ""] = await program.says(/^Pass: (\S+)/)
  return { program, url }
}

export interface StartedRelay {
  program: Program
  url: string
  /** One for each person. */
  tokens: string[]
}

/** Starts the bundled relay in front of an endpoint, on a new data folder, with knowledge and people. */
export async function startRelay(
  folder: string,
  endpoint: string,
  { people, knowledge, settings }: { people: number; knowledge: string; settings?: Record<string, string> },
  signal: AbortSignal
): Promise<StartedRelay> {
  const environment = {
    ...settings,
    REPLYWRIGHT_DATA: join(folder, "data"),
    RELAY_PORT: "0",
    MODEL_BASE_URL: `${endpoint}/v1`,
    MODEL_NAME: "bench",
    // The endpoint answers any number at once, as the other ways to it do.
    MODEL_AT_ONCE: "10000"
  }
  // As it is shipped: bundled, not from its sources.
  await buildRelay()
  const program = startProgram("src/relay/cli.mjs", environment, signal)
  const [, url = ""] = await program.says(/^Relay: (http\S+)/)
  const cli = (...args: string[]) =>
    execFileSync(process.execPath, ["src/relay/cli.mjs", ...args], {
      env: { ...process.env, ...environment },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    })
  cli("import", knowledge)
  const [, code = ""] = /: ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(cli("pair", "--role", "admin", "--name", "Bench")) ?? []
  const admin = await pair(url, code)
  const tokens: string[] = []
  for (let n = 0; n < people; n++) {
    const invitation = { role: "agent", name: `Agent ${n}`, samePerson: false }
    const made = await post<{ code: string }>(`${url}/v1/admin/codes`, invitation, admin)
    tokens.push(await pair(url, made.code))
  }
  return { program, url, tokens }
}

const pair = async (url: string, code: string) => (await post<{ token: string }>(`${url}/v1/pair`, { code })).token

async function post<Answer>(url: string, body: object, token?: string): Promise<Answer> {
  const answer = await fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...(token !== undefined && { authorization: `Bearer ${token}` }) }
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}
