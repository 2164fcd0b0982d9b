import { sql, type Kysely } from "kysely"

/**
 * Figures read sums by week instead of every case. Triggers add to them in the transaction that writes or deletes a
 * case, whoever does it, so that they are always exact. A change adds rows, some of them negative, and updates none:
 * then no two transactions wait for each other. Rows of the same week and kind are summed up now and then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table case_counts (
      tenant text not null default 'default',
      -- Weeks since Monday, 30 December 2019, in UTC.
      week integer not null,
      person uuid not null,
      helpdesk text not null,
      language text,
      model text not null,
      pipeline_version text not null,
      cases integer not null,
      -- With a draft, whether a reply was seen or not.
      written integer not null,
      -- Seen sent, and so are the following.
      eligible integer not null,
      none integer not null,
      rejected integer not null,
      ignored integer not null,
      unchanged integer not null,
      light integer not null,
      heavy integer not null,
      unknown integer not null
    )`.execute(db)
  await sql`create index case_counts_week on case_counts (week)`.execute(db)
  await sql`
    create table case_values (
      tenant text not null default 'default',
      week integer not null,
      helpdesk text not null,
      language text,
      model text not null,
      pipeline_version text not null,
      kind text not null check (kind in ('edit', 'wait', 'reason')),
      -- Of a reason.
      name text not null,
      -- Edit distances in steps of half a percent, waiting times in steps of two percent.
      bin integer not null,
      cases integer not null,
      -- In billionths of an edit distance, and in microseconds.
      total bigint not null
    )`.execute(db)
  await sql`create index case_values_week on case_values (week)`.execute(db)
  await sql.raw(addCounts("select 1 as sign, outcomes.* from outcomes")).execute(db)
  await sql.raw(addValues("select 1 as sign, outcomes.* from outcomes")).execute(db)
  await makeTriggers(db)
  // When a version began is read from the index, and how alike the replies of a ticket are.
  await sql`drop index outcomes_pipeline_version`.execute(db)
  await sql`create index outcomes_pipeline_version on outcomes (pipeline_version, created_at)`.execute(db)
  await sql`
    create index outcomes_replies on outcomes (created_at) include (site, helpdesk, ticket_id, result)
      where counted and seen_sent and result <> 'unknown' and pipeline_version <> ''`.execute(db)
}

const WEEK = "((created_at at time zone 'UTC')::date - '2019-12-30'::date) / 7"

/** @param rows a query of outcomes with their sign: 1 if they have come, -1 if they have gone */
function addCounts(rows: string): string {
  const sum = (condition: string) => `coalesce(sum(cases) filter (where ${condition}), 0)`
  const sent = (result: string) => sum(`seen_sent and result = '${result}'`)
  return `
    insert into case_counts (week, person, helpdesk, language, model, pipeline_version, cases, written, eligible, none,
      rejected, ignored, unchanged, light, heavy, unknown)
    select week, person, helpdesk, language, model, pipeline_version, sum(cases), ${sum("result <> 'none'")},
      ${sum("seen_sent and result <> 'unknown'")}, ${sent("none")}, ${sent("rejected")}, ${sent("ignored")},
      ${sum("result = 'unchanged'")}, ${sum("result = 'light'")}, ${sum("result = 'heavy'")}, ${sum("result = 'unknown'")}
    from (
      select ${WEEK} as week, person, helpdesk, language, model, pipeline_version, result, seen_sent, sum(sign) as cases
      from (${rows}) as signed where counted group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(sign) <> 0) as changed
    group by 1, 2, 3, 4, 5, 6`
}

function addValues(rows: string): string {
  return `
    insert into case_values (week, helpdesk, language, model, pipeline_version, kind, name, bin, cases, total)
    select ${WEEK}, helpdesk, language, model, pipeline_version, v.kind, v.name, v.bin, sum(sign), sum(sign * v.value)
    from (${rows}) as signed, lateral (
      select 'edit' as kind, '' as name, floor(edit_distance * 200)::int as bin,
        round(edit_distance * 1000000000)::bigint as value
      where edit_distance is not null and result in ('unchanged', 'light', 'heavy')
      union all
      select 'wait', '', floor(ln(greatest(first_text_ms, 1)) * 50)::int, round(first_text_ms * 1000)::bigint
      where first_text_ms is not null
      union all
      select 'reason', reason, 0, 0 from unnest(reasons) as reason) as v
    where counted group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(sign) <> 0 or sum(sign * v.value) <> 0`
}

const OPERATIONS = {
  insert: { rows: "select 1 as sign, come.* from come", names: "new table as come" },
  delete: { rows: "select -1 as sign, gone.* from gone", names: "old table as gone" },
  update: {
    rows: "select 1 as sign, come.* from come union all select -1, gone.* from gone",
    names: "new table as come old table as gone"
  }
}

async function makeTriggers(db: Kysely<unknown>): Promise<void> {
  const branches = Object.entries(OPERATIONS).map(
    ([name, { rows }]) => `if tg_op = '${name.toUpperCase()}' then ${addCounts(rows)}; ${addValues(rows)}; end if;`
  )
  // The path is that of now, because another table of the same name may come first in the session's path.
  await sql
    .raw(
      `create function count_cases() returns trigger language plpgsql set search_path from current as $$
      begin
        ${branches.join("\n")}
        return null;
      end $$`
    )
    .execute(db)
  for (const [name, { names }] of Object.entries(OPERATIONS))
    await sql
      .raw(
        `create trigger outcomes_${name}_counted after ${name} on outcomes referencing ${names}
          for each statement execute function count_cases()`
      )
      .execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const name of Object.keys(OPERATIONS))
    await sql`drop trigger ${sql.ref(`outcomes_${name}_counted`)} on outcomes`.execute(db)
  await sql`drop function count_cases()`.execute(db)
  await sql`drop table case_counts, case_values`.execute(db)
  await sql`drop index outcomes_replies`.execute(db)
  await sql`drop index outcomes_pipeline_version`.execute(db)
  await sql`create index outcomes_pipeline_version on outcomes (pipeline_version)`.execute(db)
}
