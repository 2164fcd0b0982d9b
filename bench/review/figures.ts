import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { buildRelay } from "../../demo/build-relay.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { openDatabase } from "../../src/storage/database.ts"
import { startProgram, withFolder } from "../child.ts"
import { AGENTS, fillYear } from "./fill-year.ts"
import { millisecondsOf, percentiles, secondsOf, timed, times, type Row } from "../table.ts"

/** Replies of a year. `BENCH_REPLIES` in the environment is another number. */
const REPLIES = Number(process.env["BENCH_REPLIES"] ?? 300_000)
const ROUNDS = 20

/** Measures what a lead waits for on the figures and in the queue: over HTTP, with the bundled relay's own PostgreSQL. */
export async function figures(signal: AbortSignal): Promise<Row[]> {
  await buildRelay()
  return withFolder(async (folder) => {
    const environment = { REPLYWRIGHT_DATA: join(folder, "data"), RELAY_PORT: "0", RETENTION_DAYS: "400" }
    const database = await openDatabase(readSettings(environment), silentLog, signal)
    const filled = await timed(() => fillYear(database.db, REPLIES)).finally(() => database.close())
    const program = startProgram("src/relay/cli.mjs", environment, signal)
    try {
      const [, url = ""] = await program.says(/^Relay: (http\S+)/)
      const token = await leadToken(url, environment)
      const rows: Row[] = [
        [`${REPLIES.toLocaleString("en")} replies of ${AGENTS} agents are written`, secondsOf(filled)]
      ]
      for (const [name, path] of QUERIES()) {
        const ask = async () => {
          const answer = await fetch(`${url}/v1/review/${path}`, {
            headers: { authorization: `Bearer ${token}` },
            signal
          })
          if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
          await answer.arrayBuffer()
        }
        await times(3, ask)
        rows.push([name, percentiles(await times(ROUNDS, () => timed(ask)), millisecondsOf)])
      }
      return rows
    } finally {
      await program.stop()
    }
  })
}

/** Whole ISO weeks, as the page asks for them. */
function weeksAgo(weeks: number): string {
  const now = new Date()
  const monday = now.getTime() - (((now.getUTCDay() + 6) % 7) + (weeks - 1) * 7) * 86_400_000
  return new Date(monday).toISOString().slice(0, 10)
}

const QUERIES = (): [string, string][] => [
  ["figures of twelve weeks", `figures?by=week&from=${weeksAgo(12)}`],
  ["figures of a year by week", "figures?by=week"],
  ["figures of a year by language", "figures?by=language"],
  ["figures of a year by draft version", "figures?by=pipeline"],
  ["figures of a year in one language", "figures?by=week&language=de"],
  ["figures of 100 days that begin and end within a week", `figures?by=week&from=${dayAgo(101)}&to=${dayAgo(2)}`],
  ["pages and topics behind edits", "causes"],
  ["queue, newest first", "queue"],
  ["queue of twelve weeks, heavily edited first", `queue?order=heavy&from=${weeksAgo(12)}`],
  ["queue, in random order", "queue?order=random&seed=bench"]
]

const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

async function leadToken(url: string, environment: Record<string, string>): Promise<string> {
  const said = execFileSync(process.execPath, ["src/relay/cli.mjs", "pair", "--role", "lead", "--name", "Bench"], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"]
  })
  const [, code = ""] = /: ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(said) ?? []
  const answer = await fetch(`${url}/v1/pair`, {
    method: "POST",
    body: JSON.stringify({ code }),
    headers: { "content-type": "application/json" }
  })
  if (!answer.ok) throw new Error(`/v1/pair answered ${answer.status}: ${await answer.text()}`)
  const { token } = (await answer.json()) as { token: string }
  return token
}
