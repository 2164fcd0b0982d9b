import { sql, type Kysely } from "kysely"
import type { Schema } from "../../src/storage/schema.ts"

export const AGENTS = 40
const REVIEWS = 3_000

/** Fills a year with replies in three languages, to two helpdesks, with two models and a new draft version each month. */
export async function fillYear(db: Kysely<Schema>, replies: number): Promise<void> {
  await sql`
    insert into people (id, name, role, groups, vault_key, created_at)
    select ${agent(sql`n`)}, 'Agent ' || n, 'agent', '{}', ${Buffer.alloc(32)}, now()
    from generate_series(0, ${AGENTS - 1}::int) n`.execute(db)
  const part = 20_000
  for (let from = 0; from < replies; from += part)
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
        case when n * 2 < ${replies} then 'model-1' else 'model-2' end, 'version-' || (n * 12 / ${replies}),
        repeat(md5(n::text), 20), now() - (${replies} - n) * interval '1 year' / ${replies}
      from (
        select n, gen_random_uuid() as id,
          (array['none', 'ignored', 'rejected', 'unchanged', 'unchanged', 'unchanged', 'light', 'light', 'heavy', 'unknown']
          )[1 + floor(random() * 10)::int] as result
        from generate_series(${from}::bigint, ${Math.min(replies, from + part) - 1}::bigint) n) as drawn`.execute(db)
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
