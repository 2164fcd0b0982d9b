import { sql, type Kysely } from "kysely"

/**
 * What a passage means to an embedding model, where one is configured (`search/vectors`). A passage is never changed,
 * only replaced, and takes its vectors with it. Where the server has pgvector a column of its type is added once
 * vectors are made.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table passage_vectors (
      tenant text not null default 'default',
      document text not null,
      n integer not null,
      model text not null,
      -- A byte a number, see pack.ts; null: the model refused the passage.
      vector bytea,
      primary key (tenant, document, n, model),
      foreign key (tenant, document, n) references passages (tenant, document, n) on delete cascade
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table passage_vectors`.execute(db)
}
