import { type Kysely, sql } from "kysely"
import type { UsageAnswer, UsageLine, UsageQuery } from "../../protocol/admin.ts"
import type { Schema } from "../../storage/schema.ts"
import { dayOf } from "../../models/usage/usage-book.ts"
import { unmaskedSums } from "../usage/unmasked-counts.ts"

/**
 * Returns what models used on these days by task, model and person, and how many requests were refused because they
 * were not masked.
 */
export async function readUsage(db: Kysely<Schema>, { from, to }: UsageQuery, now: Date): Promise<UsageAnswer> {
  const last = to ?? dayOf(now)
  const first = from ?? dayOf(new Date(Date.parse(last) - 29 * 86_400_000))
  const { task, model, person, all } = await usageSums(db, { from: first, to: last })
  const roles = new Map(
    (await db.selectFrom("people").select(["id", "role"]).execute()).map(({ id, role }) => [id, role])
  )
  const people = person.map((sum): UsageLine => {
    const role = roles.get(sum.id ?? "")
    return { ...line(sum), name: sum.id === null ? null : sum.name, ...(role && { role }) }
  })
  return {
    from: first,
    to: last,
    task: task.map(line),
    model: model.map(line),
    person: people,
    all: all.map(line),
    unmasked: await unmaskedSums(db, { from: first, to: last })
  }
}

function line({ name, requests, in: tokensIn, out, cost, currency, estimated }: UsageSum): UsageLine {
  return { name, requests, in: tokensIn, out, cost, currency, estimated }
}

/** The sums of the requests that share `name`, which is a day, a person's name, a model or a task. */
interface UsageSum {
  name: string
  /** The id of a person, or null if the relay asked by itself. It is undefined for other sums. */
  id?: string | null
  requests: number
  in: number
  out: number
  cost: number
  /** Prices are set in one currency. If it was changed, there is a sum for each. */
  currency: string
  /** For how many of the requests the server reported no count. */
  estimated: number
}
interface UsageSums {
  day: UsageSum[]
  person: UsageSum[]
  model: UsageSum[]
  task: UsageSum[]
  all: UsageSum[]
}

/**
 * Sums what models used by day, by person, by model and by task. Days are in order, and the other sums are ordered by
 * cost and then by tokens.
 * @param from the first day, for example "2026-11-01" (UTC)
 * @param to the last day, which is included
 */
export async function usageSums(db: Kysely<Schema>, { from, to }: { from: string; to: string }): Promise<UsageSums> {
  const { rows } = await sql<Row>`
    select usage.currency, to_char(usage.day, 'YYYY-MM-DD') as day, usage.person, max(people.name) as name, usage.model, usage.task,
      grouping(usage.day, usage.person, usage.model, usage.task) as level,
      sum(requests)::float8 as requests, sum(tokens_in)::float8 as tokens_in, sum(tokens_out)::float8 as tokens_out, sum(cost)::float8 as cost,
      coalesce(sum(requests) filter (where estimated), 0)::float8 as estimated
    from usage left join people on people.id = usage.person
    where usage.day between ${from}::date and ${to}::date
    group by grouping sets ((usage.currency, usage.day), (usage.currency, usage.person), (usage.currency, usage.model), (usage.currency, usage.task), (usage.currency))
    order by day, cost desc, tokens_in desc`.execute(db)
  const of = (level: number, nameOf: (row: Row) => string) =>
    rows.filter((row) => row.level === level).map((row) => sumOf(row, nameOf(row)))
  return {
    day: of(LEVELS.day, ({ day }) => day ?? ""),
    person: rows
      .filter(({ level }) => level === LEVELS.person)
      .map((row) => ({ ...sumOf(row, row.name ?? "relay"), id: row.person })),
    model: of(LEVELS.model, ({ model }) => model ?? ""),
    task: of(LEVELS.task, ({ task }) => task ?? ""),
    all: of(LEVELS.all, () => "all")
  }
}

/** The values of PostgreSQL's grouping(), which has a bit for each column that a sum doesn't keep apart. */
const LEVELS = { day: 0b0111, person: 0b1011, model: 0b1101, task: 0b1110, all: 0b1111 }

interface Row {
  level: number
  currency: string
  day: string | null
  person: string | null
  name: string | null
  model: string | null
  task: string | null
  requests: number
  tokens_in: number
  tokens_out: number
  cost: number
  estimated: number
}

function sumOf({ requests, tokens_in, tokens_out, cost, currency, estimated }: Row, name: string): UsageSum {
  return { name, requests, in: tokens_in, out: tokens_out, cost, currency, estimated }
}
