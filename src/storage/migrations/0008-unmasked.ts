import { sql, type Kysely } from "kysely"

/**
 * How many requests a day were refused because something in them was not masked, by kind of what it was. Nothing else
 * of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table unmasked_requests (
      tenant text not null default 'default',
      day date not null,
      kind text not null check (kind in ('card', 'iban', 'email')),
      requests integer not null,
      primary key (tenant, day, kind)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table unmasked_requests`.execute(db)
}
