import type pg from "pg"
import { INSTRUCTIONS, type Passage, promptOf, questionOf, servePlain, setting } from "./plain-pipeline.ts"

/**
 * A plain pipeline with the AI SDK: full-text search of PostgreSQL, the five best passages in the prompt. It is a
 * process of its own, started by start-peers.ts.
 */
const { streamText, createOpenAICompatible } = (await import(setting("LIBRARIES"))) as Libraries

interface Libraries {
  streamText(request: { model: unknown; system: string; prompt: string; onError(event: { error: unknown }): void }): {
    textStream: AsyncIterable<string>
  }
  createOpenAICompatible(settings: { name: string; baseURL: string }): (model: string) => unknown
}

const model = createOpenAICompatible({ name: "bench", baseURL: `${setting("ENDPOINT")}/v1` })("bench")

await servePlain("AI SDK", async (database, passages) => {
  await database.query(
    `create table passages (id serial primary key, title text, text text,
       words tsvector generated always as (to_tsvector('english', title || ' ' || text)) stored)`
  )
  for (const { title, text } of passages)
    await database.query("insert into passages (title, text) values ($1, $2)", [title, text])
  await database.query("create index on passages using gin (words)")
  return async function* (ticket) {
    const sources = await search(database, questionOf(ticket))
    yield* streamText({
      model,
      system: INSTRUCTIONS,
      prompt: promptOf(ticket, sources),
      onError: ({ error }) => {
        throw error
      }
    }).textStream
  }
})

/** Any word of the question may stand in a passage; the rank orders them. */
async function search(database: pg.Pool, question: string): Promise<Passage[]> {
  const { rows } = await database.query<Passage>(
    `select title, text
     from passages, (select replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery as query) as asked
     where words @@ query order by ts_rank(words, query) desc limit 5`,
    [question]
  )
  return rows
}
