import { sql, type Kysely } from "kysely"

/** What the team writes, as agents' edits of drafts show it: words it uses and facts that no page says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table memories (
      tenant text not null default 'default',
      id uuid primary key default gen_random_uuid(),
      origin text not null,
      kind text not null check (kind in ('wording', 'fact')),
      language text not null,
      -- A hash of what it says, by which the next edit is known to be the same one, also after it was removed.
      key bytea not null,
      -- Of a wording, the words that the team doesn't use. Of a fact, "".
      word text not null,
      -- What the team writes instead, or the sentence. It is "" once the memory was removed.
      text text not null,
      state text not null default 'proposed' check (state in ('proposed', 'approved', 'removed')),
      -- It differs after each change by a person.
      version integer not null default 1,
      -- Since when enough agents have written it on enough tickets.
      durable_at timestamptz,
      -- The page that says otherwise. There is no foreign key: an import may remove a page and bring it back.
      against text,
      person uuid references people on delete set null,
      decided_at timestamptz,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      unique (tenant, origin, key)
    )`.execute(db)
  await sql`
    create table memory_edits (
      tenant text not null default 'default',
      memory uuid not null references memories on delete cascade,
      -- The draft that was edited. There is no foreign key: an edit is erased with its ticket, and pruned with its age.
      draft uuid not null,
      site text not null,
      helpdesk text not null,
      ticket_id text not null,
      person uuid not null,
      at timestamptz not null,
      primary key (memory, draft)
    )`.execute(db)
  await sql`create index memory_edits_draft on memory_edits (draft)`.execute(db)
  await sql`create index memory_edits_ticket on memory_edits (tenant, helpdesk, ticket_id)`.execute(db)
  await sql`
    create table memory_conflicts (
      tenant text not null default 'default',
      -- Each pair stands there twice, once for each of both.
      memory uuid not null references memories on delete cascade,
      other uuid not null references memories on delete cascade,
      primary key (memory, other)
    )`.execute(db)
  // After this moment search doesn't find the document any more.
  await sql`alter table documents add column expires_at timestamptz`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from documents where kind = 'memory'`.execute(db)
  await sql`alter table documents drop column expires_at`.execute(db)
  await sql`drop table memory_conflicts, memory_edits, memories`.execute(db)
}
