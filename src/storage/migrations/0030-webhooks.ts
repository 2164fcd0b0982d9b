import { sql, type Kysely } from "kysely"

/** Webhooks, and the deliveries that each still waits for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook_endpoints (
      id uuid primary key default gen_random_uuid(),
      tenant text not null default 'default',
      url text not null,
      -- As it is shown, whsec_ and base64: the relay signs with it.
      secret text not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`
    create table webhook_deliveries (
      -- The webhook-id, which stays the same when it is sent again.
      id text primary key,
      endpoint uuid not null references webhook_endpoints on delete cascade,
      -- Nothing more is sent of what is erased.
      case_id uuid not null references outcomes on delete cascade,
      body text not null,
      attempts integer not null default 0,
      due_at timestamptz not null,
      -- Of the last attempt: the status, or the code of what kept it from being answered.
      result text,
      tried_at timestamptz,
      state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index webhook_deliveries_due on webhook_deliveries (due_at) where state = 'waiting'`.execute(db)
  await sql`create index webhook_deliveries_case on webhook_deliveries (case_id)`.execute(db)
  await sql`create index webhook_deliveries_endpoint on webhook_deliveries (endpoint)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table webhook_deliveries`.execute(db)
  await sql`drop table webhook_endpoints`.execute(db)
}
