import { sql, type Kysely } from "kysely"

/**
 * People whom the organisation's provider has signed in are known by its subject, and their sign-ins end after some
 * hours. What is remembered between the two halves of a sign-in is gone in ten minutes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table people add column subject text unique`.execute(db)
  await sql`alter table token_families add column renewable_until timestamptz`.execute(db)
  await sql`
    create table begun_sign_ins (
      state text primary key,
      nonce text not null,
      verifier text not null,
      redirect text not null,
      begun_at timestamptz not null
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table begun_sign_ins`.execute(db)
  await sql`alter table token_families drop column renewable_until`.execute(db)
  await sql`alter table people drop column subject`.execute(db)
}
