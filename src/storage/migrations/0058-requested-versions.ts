import { sql, type Kysely } from "kysely"

/**
 * A reply without a draft counts for the version that was asked for one. A review says whether the lead would have sent
 * the draft, and whether its case was drawn at random. The figures read their columns from indexes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    update outcomes set model = requested.model, pipeline_version = requested.pipeline_version
    from (
      select o.id, d.model, d.pipeline_version from outcomes o cross join lateral (
        select drafts.model, drafts.pipeline_version from drafts
        where drafts.tenant = o.tenant and drafts.helpdesk = o.helpdesk and drafts.ticket_id = o.ticket_id
          and drafts.site in (o.site, '') and drafts.created_at <= o.created_at
          and drafts.created_at > coalesce((
            select max(before.created_at) from outcomes before
            where before.tenant = o.tenant and before.helpdesk = o.helpdesk and before.ticket_id = o.ticket_id
              and before.site = o.site and before.seen_sent and before.created_at < o.created_at), '-infinity')
          and not exists (select from outcomes used where used.draft = drafts.id)
        order by drafts.created_at desc limit 1) as d
      where o.kind = 'none' and o.pipeline_version = '') as requested
    where outcomes.id = requested.id`.execute(db)
  await sql`alter table reviews add column verdict text, add column is_random boolean not null default false`.execute(
    db
  )
  await sql`
    create index outcomes_figures on outcomes (created_at)
      include (person, helpdesk, language, model, pipeline_version, result, seen_sent, edit_distance, first_text_ms)
      where counted`.execute(db)
  // What the figures group by. Without these, the database expects as many groups as cases, and sorts.
  await sql`
    create statistics outcomes_weeks (ndistinct)
      on (((created_at at time zone 'UTC')::date - '2019-12-30'::date) / 7), person, pipeline_version, result, seen_sent
      from outcomes`.execute(db)
  for (const column of ["language", "model", "pipeline_version"])
    await sql`create index ${sql.ref(`outcomes_${column}`)} on outcomes (${sql.ref(column)})`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop statistics outcomes_weeks`.execute(db)
  await sql`drop index outcomes_figures`.execute(db)
  for (const column of ["language", "model", "pipeline_version"])
    await sql`drop index ${sql.ref(`outcomes_${column}`)}`.execute(db)
  await sql`alter table reviews drop column verdict, drop column is_random`.execute(db)
}
