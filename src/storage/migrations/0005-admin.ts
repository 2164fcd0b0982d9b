import { sql, type Kysely } from "kysely"

/**
 * A person is a name in a role: before, a code for a known name gave everybody who was signed in under it the code's
 * role. And a code can be named without being told, and be taken back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table people drop constraint people_tenant_name_key`.execute(db)
  await sql`alter table people add constraint people_tenant_name_role_key unique (tenant, name, role)`.execute(db)
  // Its hash can't be shown as its name: 39 bits are soon tried out.
  await sql`alter table pairing_codes add column id uuid not null unique default gen_random_uuid(), add column revoked_at timestamptz`.execute(
    db
  )
}
