import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { sql, type Kysely } from "kysely"
import { buildRelay } from "../demo/build-relay.ts"
import { silentLog } from "../src/runtime/log.ts"
import { readSettings } from "../src/runtime/settings.ts"
import { openDatabase } from "../src/storage/database.ts"
import type { Schema } from "../src/storage/schema.ts"
import { startProgram, withFolder } from "./child.ts"
import { millisecondsOf, percentiles, secondsOf, timed, times, type Row } from "./table.ts"

/** Replies of a year. `BENCH_REPLIES` in the environment is another number. */
const REPLIES = Number(process.env["BENCH_REPLIES"] ?? 300_000)
const AGENTS = 40
const REVIEWS = 3_000
const ROUNDS = 20

/** Measures what a lead waits for on the figures and in the queue: over HTTP, with the bundled relay's own PostgreSQL. */
export async function figures(signal: AbortSignal): Promise<Row[]> {
  await buildRelay()
  return withFolder(async (folder) => {
    const environment = { REPLYWRIGHT_DATA: join(folder, "data"), RELAY_PORT: "0", RETENTION_DAYS: "400" }
    const database = await openDatabase(readSettings(environment), silentLog, signal)
    const filled = await timed(() => fill(database.db)).finally(() => database.close())
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

/** Fills a year with replies in three languages, to two helpdesks, with two models and a new draft version each month. */
async function fill(db: Kysely<Schema>): Promise<void> {
  await sql`
    insert into people (id, name, role, groups, vault_key, created_at)
    select ${agent(sql`n`)}, 'Agent ' || n, 'agent', '{}', ${Buffer.alloc(32)}, now()
    from generate_series(0, ${AGENTS - 1}::int) n`.execute(db)
  const part = 20_000
  for (let from = 0; from < REPLIES; from += part)
    await sql`
      insert into outcomes (id, person, draft, site, helpdesk, ticket_id, kind, revision, account, message_id, result,
        seen_sent, reasons, first_text_ms, edit_distance, filled_blanks, language, model, pipeline_version, body, created_at)
      select id, ${agent(sql`floor(power(random(), 1.5) * ${AGENTS})::int`)}, null, 'https://lumen.zendesk.com',
        case when n % 7 = 0 then 'zammad' else 'zendesk' end, (n * 10 / 13)::text,
        case when result in ('none', 'ignored', 'rejected') then result else 'inserted' end, 1, id, n::text, result,
        result <> 'unknown', case when result = 'rejected' then array['source', 'tone'] else '{}' end,
        case when result = 'none' then null else round(exp(7 + random() * 3)) end,
        case result when 'unchanged' then 0 when 'light' then random() * 0.4 when 'heavy' then 0.4 + random() * 0.6 end,
        0, case when n % 10 = 0 then 'ja' when n % 10 < 3 then 'de' else 'en' end,
        case when n * 2 < ${REPLIES} then 'model-1' else 'model-2' end, 'version-' || (n * 12 / ${REPLIES}),
        repeat(md5(n::text), 20), now() - (${REPLIES} - n) * interval '1 year' / ${REPLIES}
      from (
        select n, gen_random_uuid() as id,
          (array['none', 'ignored', 'rejected', 'unchanged', 'unchanged', 'unchanged', 'light', 'light', 'heavy', 'unknown']
          )[1 + floor(random() * 10)::int] as result
        from generate_series(${from}::bigint, ${Math.min(REPLIES, from + part) - 1}::bigint) n) as drawn`.execute(db)
  await sql`
    insert into reviews (case_id, version, done, verdict, is_random, reasons, note, by, at)
    select id, 1, true, 'send', true, '{}', '', 'Ann', now() from outcomes
    where result <> 'none' order by random() limit ${REVIEWS}`.execute(db)
  await sql`
    insert into outcome_causes (case_id, kind, name)
    select id, 'topic', 'topic ' || (first_text_ms::int % 30) from outcomes where result in ('unchanged', 'light', 'heavy')`.execute(
    db
  )
  await sql`vacuum analyze`.execute(db)
}

const agent = (n: ReturnType<typeof sql>) => sql`('00000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`
